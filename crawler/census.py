"""One pass over a parsed page that sorts its elements by name, so that nobody searches it again."""

from collections import defaultdict
from collections.abc import Iterable

from bs4 import BeautifulSoup
from bs4.element import Tag


class Census:
    """The elements of one page by name, in document order, and who holds a main or an h1.

    `styled` and `hidden` hold those with the attribute, `roles` the roles that occur.
    """

    def __init__(self, soup: BeautifulSoup) -> None:
        self._named: dict[str, list[Tag]] = defaultdict(list)
        self.styled: list[Tag] = []
        self.hidden: list[Tag] = []
        self.roles: set[str] = set()
        node = soup.contents[0] if soup.contents else None
        while node is not None:
            if isinstance(node, Tag):
                self._count(node)
            node = node.next_element
        self._main_holders = _holders(self.all("main"))
        self._title_holders = _holders(self.all("h1"))

    def _count(self, tag: Tag) -> None:
        self._named[tag.name].append(tag)
        attributes = tag.attrs
        if not attributes:
            return
        if "style" in attributes:
            self.styled.append(tag)
        if "hidden" in attributes:
            self.hidden.append(tag)
        if "role" in attributes:
            self.roles.add(str(attributes["role"]).strip().lower())

    def all(self, *names: str) -> list[Tag]:
        """The elements with these names, one name after the other."""
        return [tag for name in names for tag in self._named.get(name, ())]

    def first(self, name: str) -> Tag | None:
        """The first element with this name."""
        return next(iter(self._named.get(name, ())), None)

    def release(self) -> None:
        """Let go of the page: its elements hold each other, and would wait for the collector."""
        for tags in self._named.values():
            for tag in tags:
                tag.__dict__.clear()
        self._named.clear()

    def holds_main(self, tag: Tag) -> bool:
        """Whether a main stands within the tag."""
        return id(tag) in self._main_holders

    def holds_title(self, tag: Tag) -> bool:
        """Whether an h1 stands within the tag."""
        return id(tag) in self._title_holders


def _holders(tags: Iterable[Tag]) -> frozenset[int]:
    """The identities of all ancestors; each way up is walked once, however many tags there are."""
    seen: set[int] = set()
    for tag in tags:
        parent = tag.parent
        while parent is not None and id(parent) not in seen:
            seen.add(id(parent))
            parent = parent.parent
    return frozenset(seen)
