"""Recognises what names a thing to publish: "Artículo 10 numeral 5", "Num. 05", or its words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from crawler.indicators.publications import Publication, load_publications
from crawler.lexicon import folded
from crawler.page import Page, Region
from crawler.page_kind import path_words

TEXT_LENGTH = 400
NAME_LENGTH = 140
TEXTS_REMEMBERED = 20_000
_NUMERAL = re.compile(
    r"(?<![a-z])(?:num(?:eral(?:es)?)?|inciso|inc)[ .:º°#-]{0,3}(?:no[. ]{0,2})?"
    r"0{0,2}(\d{1,2})(?!\d)"
)
# "10.5 millones" is an amount.
_DOTTED = re.compile(
    r"^\W{0,3}(?:art(?:iculo|o|s)?[. ]{0,2})?(1[01])[.-]0?(\d{1,2})(?![\d.,/%-]| ?(?:mil|%|km))"
)
_LEADING = re.compile(r"^\W{0,3}0?(\d{1,2}) ?[.):–—-]{1,2} ?(?=[a-z])")
_ARTICLE = re.compile(
    r"(?<![a-z])art(?:iculo|o|s)?[. ]{0,2}(?:no[. ]{0,2})?(\d{1,3})(?!\d)( ?(?:bis|ter|quater)\b)?"
)
_OTHER_LAW = re.compile(r"101-97|57-92|36-2024|17 ?ter")
CONTEXT = re.compile(
    r"informacion publica|acceso a la informacion|57-2008|(?<![a-z])(?:laip|uip|uaip)(?![a-z])"
    r"|transparencia|rendicion de cuentas|art(?:iculo|o)?\.? ?1[01](?!\d)|numeral(?:es)?(?![a-z])"
)
_BUDGET = re.compile(
    r"presupuest|orcament|bilancio|budget|ejecucion|17 ?ter|101-97|cierre|auditoria|semestr|cuenta"
)


@dataclass(frozen=True)
class Numbered:
    """The number a text gives to what it names; `is_explicit` when it says "numeral"."""

    article: int
    number: int
    is_explicit: bool


def is_context(page: Page) -> bool:
    """Whether a page is by its title, address or headings about public information."""
    names = [page.title, path_words(page.url.partition("//")[2].partition("/")[2])]
    own = (Region.MAIN, Region.HEADER)
    names += [h.text for h in page.headings[:200] if h.region in own]
    return any(CONTEXT.search(folded(name)) for name in names)


def article_of(text: str, before: int) -> int:
    """The article a text speaks of; the one spoken of before where it names none, 0 for others."""
    words = folded(text[:TEXT_LENGTH])
    match = _ARTICLE.search(words)
    if match and not match[2] and match[1] in ("10", "11"):
        return int(match[1])
    if match or _OTHER_LAW.search(words):
        return 0
    return before


@lru_cache(maxsize=TEXTS_REMEMBERED)
def numbered(text: str, article: int, *, at_start: bool) -> Numbered | None:
    """The numeral that a text names; `at_start` for a running text, which may only begin so."""
    words = folded(text[:TEXT_LENGTH]).strip()
    dotted = _DOTTED.match(words)
    if dotted:
        return Numbered(int(dotted[1]), int(dotted[2]), is_explicit=True)
    explicit = _NUMERAL.search(words)
    if explicit and (not at_start or explicit.start() <= len("articulo no. 10 - ")):
        return Numbered(article, int(explicit[1]), is_explicit=True)
    leading = _LEADING.match(words)
    return Numbered(article, int(leading[1]), is_explicit=False) if leading else None


@cache
def by_number() -> dict[tuple[int, int], Publication]:
    """Publications by article and numeral."""
    known = load_publications().values()
    return {(p.article, p.number): p for p in known if p.number}


@lru_cache(maxsize=TEXTS_REMEMBERED)
def named(text: str, *, is_anywhere: bool) -> tuple[str, ...]:
    """The publications that a short text names by their words, those of the law or of the budget.

    A text that names several by words that contain each other names the longest.
    """
    words = folded(text[:TEXT_LENGTH])
    if len(text) > NAME_LENGTH or (is_anywhere and not _BUDGET.search(words)):
        return ()
    wanted = (p for p in load_publications().values() if p.is_anywhere == is_anywhere)
    found = [
        (p.id, match.span())
        for p in wanted
        if (match := p.words.regex.search(words)) and not (p.unless and p.unless.search(words))
    ]
    if is_anywhere:
        return tuple(key for key, _ in found)
    return tuple(_longest(found))


def _longest(found: Iterable[tuple[str, tuple[int, int]]]) -> list[str]:
    """Those whose words no longer find holds: "contratos de mantenimiento" is no contract."""
    spans = list(found)
    return [
        key
        for key, (start, end) in spans
        if not any(s <= start and end <= e and e - s > end - start for _, (s, e) in spans)
    ]
