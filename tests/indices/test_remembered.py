"""Pages are remembered by all that was asked, and never more of them than they may weigh."""

from indices import remembered
from indices.port import Facet, FacetCount, Page, Query
from indices.remembered import RememberedPages


class Maker:
    """Makes pages with so many counts, and tells how many it made."""

    def __init__(self, counts: int = 0) -> None:
        self.made: list[str] = []
        self._counts = tuple(FacetCount(value=str(n), count=1) for n in range(counts))

    def __call__(self, query: Query) -> Page:
        self.made.append(query.text)
        return Page(query=query, total=0, hits=(), facets={Facet.TOPIC: self._counts})


def test_page_is_made_once_for_the_same_question() -> None:
    pages, maker = RememberedPages(), Maker()

    query = Query(text="dpi", filters={Facet.TOPIC: ("a",)})
    same = [pages.get(query, maker) for _ in range(2)]

    assert same[0] is same[1]
    assert maker.made == ["dpi"]


def test_page_is_made_again_for_any_other_question() -> None:
    pages, maker = RememberedPages(), Maker()
    asked = [
        Query(text="dpi"),
        Query(text="dpi", page=2),
        Query(text="dpi", page_size=5),
        Query(text="dpi", is_exact=True),
        Query(text="dpi", facets=(Facet.TOPIC,)),
        Query(text="dpi", filters={Facet.TOPIC: ("a",)}),
        Query(text="dpi", filters={Facet.CATEGORY: ("a",)}),
    ]

    for query in asked:
        assert pages.get(query, maker).query == query
    assert len(maker.made) == len(asked)


def test_explained_page_is_never_remembered() -> None:
    pages, maker = RememberedPages(), Maker()

    for _ in range(2):
        pages.get(Query(text="dpi", explain=True), maker)

    assert maker.made == ["dpi", "dpi"]


def test_oldest_pages_go_when_they_weigh_too_much() -> None:
    pages, maker = RememberedPages(), Maker(counts=remembered.PARTS // 3)

    for text in ("uno", "dos", "tres", "uno", "tres"):
        pages.get(Query(text=text), maker)

    assert maker.made == ["uno", "dos", "tres", "uno"]
