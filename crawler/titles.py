"""The headings of a body that may name something, each with what stands under it."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace

from canse.domain.naming import same_name_key
from crawler.names import is_named, is_possible, name_in_title
from crawler.page import Heading, Link
from crawler.sections import Body, Section, clean_name

NEAR = 6


@dataclass(frozen=True, kw_only=True)
class Title:
    """A heading that may name something, with its surroundings."""

    heading: Heading
    name: str
    parent: Heading | None
    above: str
    narrow: Section
    wide: Section
    end: int
    wide_end: int
    is_named: bool
    own_links: tuple[Link, ...]
    tells_requirements: bool = False

    @property
    def position(self) -> int:
        """Where its heading stands."""
        return self.heading.position


def titles_of(body: Body, furniture: Set[str]) -> list[Title]:
    """The titles in the order of the page, without those that stand all over the portal."""
    ancestors = _ancestors(body.headings)
    called = {heading.position: _name(heading, ancestors) for heading in body.headings}
    names = [
        heading
        for heading in body.headings
        if called[heading.position] and same_name_key(called[heading.position]) not in furniture
    ]
    own = [_links_in(body, heading) for heading in names]
    begins = [_begin(heading, links) for heading, links in zip(names, own, strict=True)]
    wide_ends = _wide_ends(names, begins, body.end)
    titles = []
    for index, heading in enumerate(names):
        end = begins[index + 1] if index + 1 < len(names) else body.end
        wide_end = wide_ends[index]
        above = ancestors[heading.position]
        own_links = own[index]
        titles.append(
            Title(
                heading=heading,
                name=called[heading.position],
                parent=above[-1] if above else None,
                above=" ".join(other.text for other in above),
                narrow=_with_own_links(body.between(heading.position + 1, end), own_links),
                wide=_with_own_links(body.between(heading.position + 1, wide_end), own_links),
                end=end,
                wide_end=wide_end,
                is_named=is_named(called[heading.position]),
                own_links=own_links,
                tells_requirements=not is_possible(heading.text),
            )
        )
    return titles


def _name(heading: Heading, ancestors: Mapping[int, tuple[Heading, ...]]) -> str:
    """What a heading names; one of requirements names something where nothing over it does."""
    if is_possible(heading.text):
        return clean_name(heading.text)
    over = ancestors[heading.position]
    if any(is_possible(other.text) and is_named(other.text) for other in over):
        return ""
    return name_in_title(heading.text)


def _links_in(body: Body, heading: Heading) -> tuple[Link, ...]:
    """The links the heading's own words are in."""
    near = body.between(heading.position - NEAR, heading.position + NEAR).links
    return tuple(
        link
        for link in near
        if link.position <= heading.position <= link.until or link.run == heading.position
    )


def _wide_ends(names: list[Heading], begins: list[int], end: int) -> list[int]:
    """For each title, where the next one as high as it begins."""
    ends = [end] * len(names)
    waiting: list[int] = []
    for index, heading in enumerate(names):
        while waiting and names[waiting[-1]].level >= heading.level:
            ends[waiting.pop()] = begins[index]
        waiting.append(index)
    return ends


def _begin(heading: Heading, own_links: tuple[Link, ...]) -> int:
    """Where the title begins: with the link around it, if there is one."""
    return min((heading.position, *(link.position for link in own_links)))


def _with_own_links(section: Section, own: tuple[Link, ...]) -> Section:
    if not own:
        return section
    rest = tuple(link for link in section.links if link not in own)
    return replace(section, links=(*own, *rest))


def _ancestors(headings: Iterable[Heading]) -> dict[int, tuple[Heading, ...]]:
    """For each heading, by position, the headings over it from the highest down."""
    stack: list[Heading] = []
    found: dict[int, tuple[Heading, ...]] = {}
    for heading in headings:
        while stack and stack[-1].level >= heading.level:
            stack.pop()
        found[heading.position] = tuple(stack)
        stack.append(heading)
    return found
