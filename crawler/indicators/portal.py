"""What a check is given: the portal's pages and what was seen on them; and what it answers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from canse.domain.audit import Evidence, Verdict
from crawler.page import Page, Region
from crawler.sightings import Sighting, evidence_of
from crawler.site import Site
from crawler.targets import Targets
from crawler.visit import Visit

T = TypeVar("T")
EVIDENCE_OF_A_FINDING = 5
EXAMPLES = 3


@dataclass(frozen=True, kw_only=True)
class PortalView:
    """One portal as the checks see it: visits in order, the sightings of its services, and what is
    known of the whole. `made` remembers what `once` was asked for."""

    url: str
    visits: tuple[Visit, ...]
    sightings: tuple[Sighting, ...]
    targets: Targets
    site: Site = field(default_factory=Site)
    made: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(
        cls,
        url: str,
        visits: Sequence[Visit],
        sightings: Sequence[Sighting],
        site: Site | None = None,
    ) -> "PortalView":
        """The view of a portal by its visits."""
        return cls(
            url=url,
            visits=tuple(visits),
            sightings=tuple(sightings),
            targets=Targets(visits),
            site=site or Site(),
        )

    def pages(self) -> Iterator[tuple[Visit, Page]]:
        """The visits that gave a page, with the page."""
        for visit in self.visits:
            if visit.page is not None:
                yield visit, visit.page

    def fresh_pages(self) -> Iterator[tuple[Visit, Page]]:
        """The pages without the links and texts that an earlier page has shown just so.

        Menus and footers stand on every page: whether they say something is asked once. What is
        asked of each page by itself, or of what stands under a heading, takes `pages`.
        """
        return iter(self.once(_freshen))

    def once(self, make: "Callable[[PortalView], T]") -> T:
        """What a function makes of this portal, made once however many checks ask for it."""
        if make not in self.made:
            self.made[make] = make(self)
        made: T = self.made[make]
        return made


def _freshen(portal: PortalView) -> tuple[tuple[Visit, Page], ...]:
    links: set[tuple[str, str, Region]] = set()
    texts: set[tuple[str, Region]] = set()
    return tuple(
        (
            visit,
            replace(
                page,
                links=tuple(
                    link
                    for link in page.links
                    if _is_new(links, (link.text, link.url or link.raw, link.region))
                ),
                blocks=tuple(
                    block for block in page.blocks if _is_new(texts, (block.text, block.region))
                ),
            ),
        )
        for visit, page in portal.pages()
    )


def _is_new(seen: set[T], key: T) -> bool:
    if key in seen:
        return False
    seen.add(key)
    return True


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a check found. `detail` fills the sentence of the catalogue."""

    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    detail: str = ""


Check = Callable[[PortalView], Answer]


def found(pieces: Iterable[Evidence], detail: str = "") -> Answer:
    """Met, with the first pieces of evidence."""
    return Answer(verdict=Verdict.MET, evidence=first(pieces), detail=detail)


def partly(pieces: Iterable[Evidence], detail: str = "") -> Answer:
    """Met in part."""
    return Answer(verdict=Verdict.PARTIAL, evidence=first(pieces), detail=detail)


def missing(detail: str = "", pieces: Iterable[Evidence] = ()) -> Answer:
    """Not found, which is not the same as absent."""
    return Answer(verdict=Verdict.NOT_FOUND, evidence=first(pieces), detail=detail)


def not_applicable(detail: str = "", pieces: Iterable[Evidence] = ()) -> Answer:
    """Nothing the question could be put to."""
    return Answer(verdict=Verdict.NOT_APPLICABLE, evidence=first(pieces), detail=detail)


def not_evaluable(detail: str) -> Answer:
    """Nobody could look; `detail` says why in plain Spanish."""
    return Answer(verdict=Verdict.NOT_EVALUABLE, detail=detail)


def first(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The first few pieces, each once."""
    return tuple(dict.fromkeys(pieces))[:EVIDENCE_OF_A_FINDING]


def examples(names: Iterable[str]) -> str:
    """A few names for a sentence: "a, b y 4 más"."""
    unique = list(dict.fromkeys(name for name in names if name))
    shown = ", ".join(unique[:EXAMPLES])
    rest = len(unique) - EXAMPLES
    return f"{shown} y {rest} más" if rest > 0 else shown


def on(visit: Visit, selector: str, snippet: str, rule: str) -> Evidence:
    """Evidence on a visited page."""
    return evidence_of(visit, selector, snippet, rule)
