"""The arrays over Whoosh find just what plain Python finds, over many segments and deletions."""

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex
from whoosh.matching import ListMatcher
from whoosh.reading import SegmentReader

from canse.domain.search_knowledge import Promotion, SearchKnowledge
from indices import whoosh_corpus
from indices.document import Document
from indices.generations import Generations
from indices.port import Facet, Order, Page, Query, SearchIndex
from indices.whoosh_engine import WhooshIndex
from indices.whoosh_plain import PlainSight
from indices.whoosh_postings import SegmentPostings, entries_of
from indices.whoosh_schema import SCHEMA
from tests.indices.contract import SearchContract

WORDS = ("licencia", "licencias", "pasaporte", "perdido", "pensión", "año", "agua", "registro")
PLACES = ("uno", "dos", "tres")

texts = st.lists(st.sampled_from(WORDS), min_size=0, max_size=6).map(" ".join)
values = st.lists(st.sampled_from(PLACES), max_size=2, unique=True).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of few words, so that scores and names often equal those of others."""
    number = draw(st.integers(1, 30))
    name = draw(texts)
    return Document(
        id=number,
        slug=f"s-{number}",
        texts={"name": name, "summary": draw(texts)},
        facets={"categoria": draw(values)[:1], "tema": draw(values)},
        stored={"name": name, "summary": ""},
        updated=draw(st.sampled_from(["2026-01-01", "2026-02-01"])),
        checked=draw(st.sampled_from(["", "2026-03-01"])),
        merit=draw(st.sampled_from([0.9, 1.0, 1.05])),
    )


queries = st.builds(
    Query,
    text=st.lists(
        st.sampled_from([*WORDS, "lisensia", "pas", "nadie", "zxqw", "vbnm", "plkj"]), max_size=6
    ).map(" ".join),
    filters=st.dictionaries(
        st.sampled_from([Facet.CATEGORY, Facet.TOPIC]),
        st.lists(st.sampled_from(PLACES), min_size=1, max_size=2, unique=True).map(tuple),
        max_size=2,
    ),
    order=st.sampled_from(Order),
    page=st.integers(1, 3),
    page_size=st.integers(1, 8),
    facets=st.just((Facet.CATEGORY, Facet.TOPIC)),
    is_exact=st.booleans(),
)
knowledge = st.builds(
    SearchKnowledge,
    clicks=st.dictionaries(st.integers(1, 30), st.integers(1, 9), max_size=4),
    promotions=st.lists(
        st.builds(Promotion, phrase=st.sampled_from(WORDS), service_id=st.integers(1, 30)),
        max_size=2,
    ).map(tuple),
)
batches = st.lists(
    st.tuples(st.lists(documents(), max_size=8), st.lists(st.integers(1, 30), max_size=3)),
    min_size=1,
    max_size=4,
)


def said(page: Page) -> Any:
    """All that a page says."""
    return (
        [(hit.id, hit.slug, hit.score, hit.marks) for hit in page.hits],
        [hit.id for hit in page.nearest],
        page.total,
        page.facets,
        page.corrections,
        page.match,
        page.missing,
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(batches=batches, known=knowledge, asked=st.lists(queries, min_size=1, max_size=8))
def test_arrays_find_what_plain_python_finds(
    batches: list[tuple[list[Document], list[int]]], known: SearchKnowledge, asked: list[Query]
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as choice:
        arrays = WhooshIndex(Path(folder) / "index")
        fill(arrays, batches, known)
        found = [said(arrays.search(query)) for query in asked]
        choice.setattr(whoosh_corpus, "Looker", PlainSight)
        plain = WhooshIndex(Path(folder) / "index")
        assert found == [said(plain.search(query)) for query in asked]


def fill(
    index: SearchIndex, batches: list[tuple[list[Document], list[int]]], known: SearchKnowledge
) -> None:
    """Each batch in a commit of its own, so that segments and deletions pile up."""
    index.rebuild([], applied=0, knowledge=known)
    for number, (upserts, deletes) in enumerate(batches, start=1):
        index.apply(upserts=upserts, deletes=deletes, applied=number)
        index.search(Query(text="licencia"))


class TestWithoutNumpy(SearchContract):
    @pytest.fixture
    def empty(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SearchIndex:
        monkeypatch.setattr(whoosh_corpus, "Looker", PlainSight)
        index = WhooshIndex(tmp_path / "index")
        index.rebuild([], applied=0)
        return index


@pytest.fixture
def segments(tmp_path: Path) -> Iterator[list[SegmentReader]]:
    """The readers of an index of one long segment, so that postings fill many blocks."""
    index = WhooshIndex(tmp_path / "index")
    index.rebuild((numbered(n) for n in range(1, 900)), applied=1)
    generations = Generations(tmp_path / "index")
    storage = RamStorage()
    storage.files = dict(generations.read(generations.pointer()).contents)
    reader = FileIndex(storage, schema=SCHEMA).reader()
    yield [leaf for leaf, _ in reader.leaf_readers()]
    reader.close()


def numbered(number: int) -> Document:
    words = [
        "todos",
        "pares" if number % 2 else "nones",
        f"unico{number}",
        *["tres"] * (number % 3),
    ]
    return Document(
        id=number,
        slug=f"s-{number}",
        texts={"name": " ".join(words)},
        facets={},
        stored={"name": ""},
        updated="",
    )


def test_postings_are_those_of_whoosh_itself(segments: list[SegmentReader]) -> None:
    for reader in segments:
        postings = SegmentPostings(reader)
        terms = [content.decode() for field, content in reader.all_terms() if field == "terms"]
        assert len(terms) > 900
        for term in terms:
            documents_found, weights = postings.of(term)
            matcher = reader.postings("terms", term)
            assert documents_found.tolist() == list(matcher.all_ids())
            assert weights.tolist() == pytest.approx(weights_of(reader, term))


def weights_of(reader: SegmentReader, term: str) -> list[float]:
    matcher = reader.postings("terms", term)
    found = []
    while matcher.is_active():
        found.append(matcher.weight())
        matcher.next()
    return found


def test_postings_of_an_unknown_term_are_none(segments: list[SegmentReader]) -> None:
    found, weights = SegmentPostings(segments[0]).of("nadie")
    assert (len(found), len(weights)) == (0, 0)


def test_matcher_of_another_kind_is_read_through_its_public_face() -> None:
    documents_found, weights = entries_of(ListMatcher([3, 5, 9], weights=[1.0, 2.0, 0.5]))
    assert (documents_found.tolist(), weights.tolist()) == ([3, 5, 9], [1.0, 2.0, 0.5])


@pytest.mark.parametrize("text", ["todos", "pares ", "tres", "todos pares", "uno"])
def test_long_lists_are_in_the_same_order_however_deep(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(text)
    arrays = WhooshIndex(tmp_path / "index")
    arrays.rebuild((of_many(n, chance) for n in range(1, 1200)), applied=1)
    queries_asked = [
        Query(text=text, page=page, page_size=size, order=order, filters=filters)
        for page in (1, 3, 12, 40)
        for size in (10, 50)
        for order in (Order.RELEVANCE, Order.NAME)
        for filters in ({}, {Facet.CATEGORY: ("uno",)})
    ]
    found = [said(arrays.search(query)) for query in queries_asked]

    monkeypatch.setattr(whoosh_corpus, "Looker", PlainSight)
    plain = WhooshIndex(tmp_path / "index")

    assert found == [said(plain.search(query)) for query in queries_asked]


def of_many(number: int, chance: random.Random) -> Document:
    """A document that differs little from hundreds of others."""
    name = chance.choice(["todos", "todos pares", "todos los tres", "todos nones uno"])
    return Document(
        id=number,
        slug=f"s-{number}",
        texts={"name": name, "summary": "todos " * chance.randrange(4)},
        facets={"categoria": (chance.choice(PLACES),)},
        stored={"name": name},
        updated="",
        merit=chance.choice([0.95, 1.0, 1.02]),
    )
