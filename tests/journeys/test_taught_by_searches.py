"""What staff and searching people teach reaches a running site without a restart."""

from datetime import UTC, datetime
from pathlib import Path

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.search_log import Searched
from canse.domain.vocabulary import SynonymEntry
from canse.editing import Author
from canse.search_log import SearchLog
from canse.search_vocabulary import Vocabulary
from indices.follow import follow
from indices.port import Query, SuggestionKind
from indices.rebuild import rebuild
from indices.whoosh_engine import WhooshIndex

NOW = datetime(2026, 12, 1, tzinfo=UTC)
ANA = Author(name="Ana Ejemplo", at=NOW)


def test_words_of_staff_and_past_searches_are_known_after_following(
    seeded_sqlite: Database, tmp_path: Path
) -> None:
    catalogue, vocabulary = Catalogue(seeded_sqlite), Vocabulary(seeded_sqlite)
    running, writer = WhooshIndex(tmp_path / "index"), WhooshIndex(tmp_path / "index")
    rebuild(writer, catalogue)
    before = running.search(Query(text="tarjetuela azul"))

    SearchLog(seeded_sqlite).keep([Searched(text="pasaporte vencido", results=4)] * 3, NOW)
    vocabulary.add_synonym(SynonymEntry(expression="tarjetuela azul", term="pasaporte"), ANA)
    vocabulary.promote("pasaporte", "primer-dpi", ANA)
    follow(writer, catalogue)

    after = running.search(Query(text="tarjetuela azul"))
    first = running.search(Query(text="¿Pasaporte?")).hits[0]
    suggested = running.suggest("pasaporte ven")
    assert (before.total, after.total > 0, first.slug) == (0, True, "primer-dpi")
    assert (SuggestionKind.QUERY, "pasaporte vencido") in [(o.kind, o.text) for o in suggested]
