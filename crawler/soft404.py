"""Pages that say "not found" with status 200, told by their likeness to one that cannot exist."""

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import urljoin

from crawler.page import Page
from crawler.urls import page_key
from crawler.visit import Outcome, Visit

LIKENESS = 0.9
RUN_OF_WORDS = 3
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class Probe:
    """What the portal answers for an address that does not exist; None when as it should."""

    final_url: str = ""
    title: str = ""
    runs: frozenset[str] = frozenset()

    def is_like(self, visit: Visit) -> bool:
        """Whether a visited page is the portal's way of saying that it has no such page."""
        if not self.final_url:
            return False
        if page_key(visit.final_url) == page_key(self.final_url) != page_key(visit.url):
            return True
        if visit.page is None:
            return False
        own = _runs(visit.page)
        if not own or not self.runs or visit.page.title != self.title:
            return False
        return len(own & self.runs) / len(own | self.runs) >= LIKENESS


def probe_address(portal_url: str) -> str:
    """An address that no portal has, the same in every run on it."""
    token = hashlib.sha256(portal_url.encode("utf-8")).hexdigest()[:12]
    return urljoin(portal_url, f"/uniportal-no-existe-{token}")


def read_probe(visit: Visit) -> Probe:
    """What to compare with, from the visit to the address that does not exist."""
    if visit.outcome not in (Outcome.OK, Outcome.NEEDS_SCRIPT) or visit.page is None:
        return Probe()
    return Probe(final_url=visit.final_url, title=visit.page.title, runs=_runs(visit.page))


def _runs(page: Page) -> frozenset[str]:
    words = [word for block in page.blocks for word in _WORDS.findall(block.text.lower())]
    return frozenset(" ".join(words[start : start + RUN_OF_WORDS]) for start in range(len(words)))
