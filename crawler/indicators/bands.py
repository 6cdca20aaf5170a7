"""Judges by shares: nearly all is met, most is partly met, less is not found; never all or nothing.

The bands are those of the audit's method: from 95 % met, from 70 % partly.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from crawler.indicators.portal import (
    EVIDENCE_OF_A_FINDING,
    Answer,
    PortalView,
    found,
    missing,
    on,
    partly,
)
from crawler.page import Page
from crawler.visit import Outcome, Visit

NEARLY_ALL = 95
MOST = 70


@dataclass(kw_only=True)
class Tally:
    """Counts what is right and keeps the first places where it is not.

    `subject` finishes the sentence "48 de 50 …": "imágenes con texto alternativo". `rule` names the
    rule in the evidence.
    """

    subject: str
    rule: str
    good: int = 0
    total: int = 0
    _wrong: list[tuple[Visit, str, str]] = field(default_factory=list)
    _right: list[tuple[Visit, str, str]] = field(default_factory=list)

    def add(self, is_good: bool, visit: Visit, selector: str, words: str) -> None:
        """Count one thing seen at a place of a page, in words that show why it counts so."""
        self.total += 1
        self.good += is_good
        kept = self._right if is_good else self._wrong
        if len(kept) < EVIDENCE_OF_A_FINDING:
            kept.append((visit, selector, words))

    @property
    def detail(self) -> str:
        """The count in words; the percentage is never rounded up."""
        percent = 100 * self.good // self.total if self.total else 0
        return f"{self.good} de {self.total} {self.subject} ({percent} %)"

    def answer(self) -> Answer:
        """The verdict of the share, with the places that are wrong, or one that is right.

        The first piece of evidence carries the count, so that it tells by itself.
        """
        seen = self._wrong or self._right[:1]
        label = "Falla" if self._wrong else "Ejemplo"
        pieces = [
            on(
                visit,
                selector,
                f"{self.detail}. {label}: {words}" if number == 0 else f"{label}: {words}",
                self.rule,
            )
            for number, (visit, selector, words) in enumerate(seen)
        ]
        if 100 * self.good >= NEARLY_ALL * self.total:
            return found(pieces, self.detail)
        if 100 * self.good >= MOST * self.total:
            return partly(pieces, self.detail)
        return missing(self.detail, pieces)


def read_pages(portal: PortalView) -> Iterator[tuple[Visit, Page]]:
    """The pages that were read and are what they seem: an error page is not the portal's own."""
    for visit, page in portal.pages():
        if visit.outcome is Outcome.OK:
            yield visit, page


def fresh_read_pages(portal: PortalView) -> Iterator[tuple[Visit, Page]]:
    """The same without what an earlier page has shown just so."""
    for visit, page in portal.fresh_pages():
        if visit.outcome is Outcome.OK:
            yield visit, page


def quoted(text: str) -> str:
    """A text as a quotation for evidence, or the words that say that there is none."""
    plain = " ".join(text.split())
    return f"«{plain[:120]}»" if plain else "(vacío)"


def listed(words: Iterable[str], nothing: str) -> str:
    """Words joined by commas, or what to say where there are none."""
    return ", ".join(words) or nothing
