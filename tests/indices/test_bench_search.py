"""What the measurement of searches stands on: one catalogue, one set of queries, equal answers."""

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.bench.peers_face import Peer
from tests.bench.peers_fts5 import Fts5, StemmedFts5
from tests.bench.peers_ours import OurIndex
from tests.bench.peers_whoosh import PlainWhoosh
from tests.bench.search_chart import chart
from tests.bench.search_corpus import base_documents, changed, documents
from tests.bench.search_measure import Figures, Times
from tests.bench.search_queries import (
    Asked,
    Batch,
    Kind,
    Lexicon,
    Seen,
    root,
    rounds_of_batches,
)
from tests.bench.search_report import BEGIN, END, written

SIZE = 300
ROUNDS, BATCH = 2, 3
WORDS = ("licencia", "registro", "solicitud", "certificado", "inscripción", "nacional")


def batches() -> list[Batch]:
    """All batches of a small measurement."""
    return list(chain(*rounds_of_batches(base_documents(SIZE), ROUNDS, BATCH)))


def built(peer: Peer) -> Peer:
    """An engine that holds the small catalogue."""
    peer.build(documents(SIZE))
    return peer


def test_catalogue_is_the_same_each_time() -> None:
    assert list(documents(SIZE)) == list(documents(SIZE))


def test_catalogue_offers_a_service_in_several_places() -> None:
    held = list(documents(SIZE))

    assert len({one.slug for one in held}) == SIZE
    assert len({one.texts["description"] for one in held}) <= SIZE // 5
    assert len({one.facets["municipio"] for one in held}) > 50


def test_queries_are_the_same_each_time() -> None:
    assert batches() == batches()


def roots(drawn: Iterable[Asked]) -> list[str]:
    """Of all words of some queries, what an index knows them by."""
    return [root(word) for one in drawn for word in one.words]


def of(seen: Seen) -> list[Batch]:
    """The batches that engines met so much of before."""
    return [batch for batch in batches() if batch.seen is seen]


def test_no_text_is_drawn_twice() -> None:
    texts = [one.text.strip() for batch in batches() for one in batch.queries]

    assert len(set(texts)) == len(texts)


def test_what_was_asked_before_is_just_what_its_row_says() -> None:
    assert all(list(batch.warming()) == list(batch.queries) for batch in of(Seen.BEFORE))
    assert not any(list(batch.warming()) for batch in of(Seen.NEVER))
    for batch in of(Seen.WORDS):
        warming = list(batch.warming())
        assert {one.text for one in warming}.isdisjoint(one.text for one in batch.queries)
        assert set(roots(warming)) == set(roots(batch.queries))


def test_new_words_stand_in_no_other_query() -> None:
    new = roots(one for batch in of(Seen.NEVER) for one in batch.queries)
    others = [*of(Seen.BEFORE), *of(Seen.WORDS)]

    assert len(set(new)) == len(new)
    assert set(new).isdisjoint(roots(one for batch in others for one in batch.queries))


def test_words_of_one_kind_go_together_and_of_another_do_not() -> None:
    lexicon = Lexicon(base_documents(SIZE))

    for batch in batches():
        for one in batch.queries:
            if batch.kind in (Kind.ALL, Kind.ANY):
                assert lexicon.go_together(one.words) is (batch.kind is Kind.ALL)


def test_stemmed_engines_find_as_many(tmp_path: Path) -> None:
    tantivy = pytest.importorskip(
        "tests.bench.peers_tantivy", reason="tantivy is not installed", exc_type=ImportError
    )
    ours = built(OurIndex(tmp_path / "ours"))
    others = [built(StemmedFts5(tmp_path / "fts5")), built(tantivy.Tantivy(tmp_path / "tantivy"))]

    totals = {word: ours.total(word) for word in WORDS}

    assert all(totals.values())
    assert [{word: peer.total(word) for word in WORDS} for peer in others] == [totals, totals]
    for peer in others:
        peer.close()


def test_engines_count_alike(tmp_path: Path) -> None:
    ministry = next(documents(SIZE)).facets["ministerio"][0]
    asked = Asked(kind=Kind.FACETS, words=("solicitud", ""), ministry=ministry)
    ours = built(OurIndex(tmp_path / "ours"))
    stemmed = built(StemmedFts5(tmp_path / "stemmed"))

    counts = ours.find(asked).counts

    assert all(counts)
    assert stemmed.find(asked).counts == counts
    stemmed.close()


def test_engines_without_stems_find_no_more(tmp_path: Path) -> None:
    stemmed = built(StemmedFts5(tmp_path / "stemmed"))
    plain = [built(Fts5(tmp_path / "fts5")), built(PlainWhoosh(tmp_path / "whoosh"))]

    for word in WORDS:
        assert all(0 < peer.total(word) <= stemmed.total(word) for peer in plain)
    stemmed.close()
    plain[0].close()


@pytest.mark.parametrize("engine", [OurIndex, Fts5, StemmedFts5, PlainWhoosh])
def test_engine_answers_every_kind_and_shows_what_it_is_given(
    engine: Callable[[Path], Peer], tmp_path: Path
) -> None:
    peer = built(engine(tmp_path / "index"))
    answers = {
        batch.kind: [peer.find(one) for one in batch.queries]
        for batch in batches()
        if not peer.lacks(batch.kind, SIZE)
    }

    peer.put(changed(SIZE, 7, "novedad"))

    assert all(any(answer.shown for answer in found) for found in answers.values())
    assert all(len(answer.shown) <= 10 for found in answers.values() for answer in found)
    assert any(all(answer.counts) for answer in answers[Kind.FACETS])
    assert peer.total("novedad") == 1
    peer.close()


def test_ratio_is_the_middle_one_of_those_of_the_rounds() -> None:
    ours, theirs = Times([[2.0, 4.0, 60.0], [3.0], [9.0]]), Times([[1.0], [3.0], [3.0]])

    assert ours.against(theirs) == 3.0
    assert (ours.p50, ours.p95) == (4.0, 60.0)


def test_written_figures_take_the_place_of_the_last_ones(tmp_path: Path) -> None:
    document = tmp_path / "speed.md"
    document.write_text(f"Before\n{BEGIN}{END}\nAfter\n", "utf-8")

    written(document, "old figures")
    written(document, "figures")

    assert document.read_text("utf-8") == f"Before\n{BEGIN}\nfigures\n\n{END}\nAfter\n"


def test_chart_has_a_bar_for_each_time_and_none_for_what_was_not_asked() -> None:
    figures = Figures(SIZE)
    figures.note("one & all", "ours", [0.2])
    figures.note("one & all", "theirs", [20.0])
    figures.note("prefix", "ours", [0.3])

    drawn = ElementTree.fromstring(chart(figures, ["ours", "theirs"], figures.rows))

    texts = [found.text for found in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert [text for text in texts if text in ("0.20", "20", "0.30")] == ["0.20", "20", "0.30"]
