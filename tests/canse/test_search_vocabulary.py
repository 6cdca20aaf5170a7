"""The words of search, as staff change them: whole, with history, and told to the index."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.database.tables import RevisionRow
from canse.domain.errors import BadInput, CatalogueError, Conflict, NotFound
from canse.domain.publication import PublicationState
from canse.domain.search_knowledge import Promotion, Synonym
from canse.domain.vocabulary import SynonymEntry, SynonymKind
from canse.editing import Author, Editing
from canse.search_vocabulary import ImportedSynonyms, Vocabulary
from canse.seeding import seed

NOW = datetime(2026, 12, 1, tzinfo=UTC)
ANA = Author(name="Ana Ejemplo", at=NOW)
CARD = SynonymEntry(expression="mi carnezuelo", term="DPI")


@pytest.fixture
def vocabulary(seeded: Database) -> Vocabulary:
    return Vocabulary(seeded)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    """A file of synonyms holding a text."""

    def write(text: str) -> Path:
        path = tmp_path / "mios.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def history(database: Database) -> list[tuple[int, str, str]]:
    """Number, author and action of each change of the vocabulary."""
    query = select(RevisionRow).where(RevisionRow.kind == "vocabulary").order_by(RevisionRow.id)
    with database.reading() as session:
        return [(row.number, row.actor, row.action) for row in session.scalars(query)]


def changes_since(database: Database, number: int) -> list[int]:
    """The services of the change log after a number."""
    return [change.service_id for change in Catalogue(database).changes(number)]


def test_synonym_reaches_the_index_with_its_way_and_language(
    seeded: Database, vocabulary: Vocabulary
) -> None:
    before = Catalogue(seeded).change_number()

    vocabulary.add_synonym(
        SynonymEntry(expression="wuj nuevo", term="DPI", is_two_way=True, language="quc"), ANA
    )

    assert Catalogue(seeded).search_knowledge().synonyms[-1] == Synonym(
        expression="wuj nuevo", term="DPI", is_two_way=True, language="quc"
    )
    assert changes_since(seeded, before) == [0]
    assert history(seeded) == [(1, "Ana Ejemplo", "synonym added")]


def test_same_words_are_not_kept_twice(seeded: Database, vocabulary: Vocabulary) -> None:
    before = Catalogue(seeded).change_number()

    with pytest.raises(Conflict, match="ya es sinónimo"):
        vocabulary.add_synonym(SynonymEntry(expression="CEDULA", term="dpi"), ANA)

    assert changes_since(seeded, before) == []


def test_word_is_no_synonym_of_itself(vocabulary: Vocabulary) -> None:
    with pytest.raises(BadInput, match="la misma palabra"):
        vocabulary.add_synonym(SynonymEntry(expression="dpí", term="DPI"), ANA)


def test_synonyms_are_found_by_a_word_of_either_side(vocabulary: Vocabulary) -> None:
    vocabulary.add_synonym(CARD, ANA)

    assert vocabulary.synonyms("carnezuelo") == (CARD,)
    assert CARD in vocabulary.synonyms("dpi")
    assert vocabulary.synonyms("carne zu") == ()
    assert len(vocabulary.synonyms()) > 600


def test_removed_synonym_stays_away_when_the_seed_is_loaded_again(
    seeded: Database, vocabulary: Vocabulary
) -> None:
    before = Catalogue(seeded).change_number()

    assert vocabulary.remove_synonym("cedula de vecindad", "", ANA) == 1
    seed(seeded, NOW)

    assert changes_since(seeded, before) == [0]
    assert "cédula de vecindad" not in [one.expression for one in vocabulary.synonyms()]
    assert history(seeded) == [(1, "Ana Ejemplo", "synonym removed")]


def test_removal_of_one_term_leaves_the_others(vocabulary: Vocabulary) -> None:
    vocabulary.add_synonym(CARD, ANA)
    vocabulary.add_synonym(SynonymEntry(expression="mi carnezuelo", term="licencia"), ANA)

    vocabulary.remove_synonym("MI CARNEZUELO", "licencia", ANA)

    assert vocabulary.synonyms("carnezuelo") == (CARD,)
    with pytest.raises(NotFound, match="mi carnezuelo"):
        vocabulary.remove_synonym("mi carnezuelo", "licencia", ANA)


def test_promoted_service_is_known_until_it_is_taken_back(
    seeded: Database, vocabulary: Vocabulary
) -> None:
    catalogue = Catalogue(seeded)
    first, second = catalogue.service("reposicion-dpi"), catalogue.service("primer-dpi")

    vocabulary.promote("perdí  mi DPI", first.slug, ANA)
    vocabulary.promote("¿Perdi mi dpi?", second.slug, ANA)
    promoted = catalogue.search_knowledge().promotions
    vocabulary.unpromote("PERDÍ MI DPI", ANA)

    assert promoted == (Promotion(phrase="¿Perdi mi dpi?", service_id=second.id),)
    assert vocabulary.promoted() == ()
    assert catalogue.search_knowledge().promotions == ()
    assert [action for _, _, action in history(seeded)] == ["promoted", "promoted", "unpromoted"]


def test_service_that_citizens_do_not_see_is_not_promoted(
    seeded: Database, vocabulary: Vocabulary
) -> None:
    vocabulary.promote("dpi", "primer-dpi", ANA)
    Editing(seeded).move("primer-dpi", PublicationState.SUSPENDED, ANA)

    with pytest.raises(NotFound, match="publicado"):
        vocabulary.promote("mi dpi", "primer-dpi", ANA)

    assert Catalogue(seeded).search_knowledge().promotions == ()
    assert [one.phrase for one in vocabulary.promoted()] == ["dpi"]


def test_hidden_word_is_kept_back_until_shown(seeded: Database, vocabulary: Vocabulary) -> None:
    vocabulary.hide("Grosería", ANA)
    hidden = Catalogue(seeded).search_knowledge().unsuggested
    vocabulary.show("groseria", ANA)

    assert hidden == {"groseria"}
    assert vocabulary.hidden() == ()
    assert [action for _, _, action in history(seeded)] == ["word hidden", "word shown"]


def test_what_is_so_already_is_told(vocabulary: Vocabulary) -> None:
    vocabulary.hide("grosería", ANA)

    with pytest.raises(Conflict):
        vocabulary.hide("groseria", ANA)
    with pytest.raises(NotFound):
        vocabulary.show("otra", ANA)
    with pytest.raises(NotFound):
        vocabulary.unpromote("nada", ANA)


def test_file_is_taken_in_and_changes_only_what_differs(
    seeded: Database, vocabulary: Vocabulary, written: Callable[[str], Path]
) -> None:
    path = written(
        "expresion,termino,tipo,nota,sentido,idioma\n"
        "cédula,DPI,sinonimo,,,\n"
        "cédula de vecindad,DPI,coloquial,antes,dos,\n"
        "wuj nuevo,DPI,idioma,,una,quc\n"
    )

    first = vocabulary.import_synonyms(path, ANA)
    number = Catalogue(seeded).change_number()
    second = vocabulary.import_synonyms(path, ANA)

    assert first == ImportedSynonyms(new=1, changed=1, equal=1)
    assert second == ImportedSynonyms(equal=3)
    assert changes_since(seeded, number) == []
    (changed,) = vocabulary.synonyms("vecindad")
    assert (changed.expression, changed.kind) == ("cédula de vecindad", SynonymKind.COLLOQUIAL)
    assert (changed.note, changed.is_two_way) == ("antes", True)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("mi carnezuelo,DPI,sinonimo,\n¿?,DPI,sinonimo,\n", "línea 3"),
        ("mi carnezuelo,DPI,sinonimo,\nmi otro,DPI,broma,\n", "«broma»"),
        ("mi carnezuelo,DPI,sinonimo,\nmi otro,DPI,sinonimo\n", "línea 3"),
    ],
)
def test_file_with_a_bad_line_changes_nothing(
    seeded: Database, vocabulary: Vocabulary, written: Callable[[str], Path], rows: str, said: str
) -> None:
    path = written("expresion,termino,tipo,nota\n" + rows)
    before = Catalogue(seeded).change_number()

    with pytest.raises(CatalogueError, match=said):
        vocabulary.import_synonyms(path, ANA)

    assert vocabulary.synonyms("carnezuelo") == ()
    assert changes_since(seeded, before) == []


def test_way_that_is_none_is_refused(
    vocabulary: Vocabulary, written: Callable[[str], Path]
) -> None:
    with pytest.raises(BadInput, match="«tres»"):
        vocabulary.import_synonyms(
            written("expresion,termino,tipo,nota,sentido\nx y,DPI,sinonimo,,tres\n"), ANA
        )
