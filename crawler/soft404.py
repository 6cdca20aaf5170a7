"""Pages that say "not found" with status 200, told by their likeness to one that cannot exist."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from crawler.page import Page
from crawler.urls import page_key
from crawler.visit import Outcome, Visit

LIKENESS = 0.9
RUN_OF_WORDS = 3
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class Probe:
    """What the portal answers for an address that does not exist; empty when as it should.

    `folder` is the beginning of the addresses it speaks for.
    """

    folder: str = ""
    final_url: str = ""
    title: str = ""
    runs: frozenset[str] = frozenset()

    def is_like(self, visit: Visit) -> bool:
        """Whether a visited page is the portal's way of saying that it has no such page."""
        if not self.final_url or not page_key(visit.url).startswith(self.folder):
            return False
        if page_key(visit.final_url) == page_key(self.final_url) != page_key(visit.url):
            return True
        if visit.page is None:
            return False
        own = _runs(visit.page)
        if not own or not self.runs or visit.page.title != self.title:
            return False
        return len(own & self.runs) / len(own | self.runs) >= LIKENESS


def probe_address(portal_url: str, folder: str = "/") -> str:
    """An address that no portal has, in a folder of it, the same in every run on it."""
    token = hashlib.sha256(portal_url.encode("utf-8")).hexdigest()[:12]
    return urljoin(portal_url, f"{folder}uniportal-no-existe-{token}")


def probe_addresses(home: Visit) -> tuple[str, ...]:
    """Such addresses at the root and in the folder to which the home page leads most, for which
    another program of the portal may answer."""
    folder = _busiest_folder(home)
    folders = ("/", folder) if folder else ("/",)
    return tuple(probe_address(home.final_url, one) for one in folders)


def _busiest_folder(home: Visit) -> str:
    """The path of the folder most links of the home page lead into; empty when there is none."""
    here = urlsplit(home.final_url)
    paths = (urlsplit(link.url) for link in home.page.links) if home.page else ()
    own = (parts.path.split("/") for parts in paths if parts.netloc == here.netloc)
    folders = Counter(f"/{path[1]}/" for path in own if len(path) > 2 and path[1] and path[2])
    return next((folder for folder, _ in folders.most_common(1)), "")


def read_probe(visit: Visit) -> Probe:
    """What to compare with, from the visit to an address that does not exist."""
    if visit.outcome not in (Outcome.OK, Outcome.NEEDS_SCRIPT) or visit.page is None:
        return Probe()
    return Probe(
        folder=page_key(visit.url).rpartition("/")[0],
        final_url=visit.final_url,
        title=visit.page.title,
        runs=_runs(visit.page),
    )


def _runs(page: Page) -> frozenset[str]:
    words = [word for block in page.blocks for word in _WORDS.findall(block.text.lower())]
    return frozenset(" ".join(words[start : start + RUN_OF_WORDS]) for start in range(len(words)))
