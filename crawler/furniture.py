"""Finds the names that repeat all over a portal: boxes of its template, not words of a page."""

from collections import Counter
from collections.abc import Iterable, Sequence

from crawler.page import Page, Region
from crawler.sections import name_key

LEAST_PAGES = 5
SHARE = 0.2
_TOP_LEVELS = 2


def furniture_of(pages: Sequence[Page]) -> frozenset[str]:
    """The name keys that stand on so many pages that they tell of none."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(_names(page))
    least = max(LEAST_PAGES, SHARE * len(pages))
    subjects = {key for page in pages for key in _subjects(page)}
    return frozenset(
        name for name, count in counts.items() if count >= least and name not in subjects
    )


def _names(page: Page) -> Iterable[str]:
    texts = [h.text for h in page.headings if h.region is Region.MAIN and h.level > _TOP_LEVELS]
    texts += [b.text for b in page.blocks if b.region is Region.MAIN and b.item]
    texts += [link.text for link in page.links if link.region is Region.MAIN]
    return {name_key(text) for text in texts if text}


def _subjects(page: Page) -> Iterable[str]:
    """What a page says it is about: that is never furniture."""
    tops = [h for h in page.headings if h.region is Region.MAIN and h.level <= _TOP_LEVELS]
    return {name_key(heading.text) for heading in tops}
