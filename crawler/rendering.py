"""Pages that only a browser can read: who renders them, and how that is kept and replayed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from crawler.archive import ArchiveWriter
from crawler.replay import ReplaySource

RENDERINGS = 40


class Renderer(Protocol):
    """Who runs the programs of a page."""

    async def render(self, url: str, html: str) -> str | None:
        """The HTML of a page once its programs have run; None when they did not come to an end."""
        ...


@dataclass(kw_only=True)
class Renderings:
    """The renderings of one audit: read back from its archive, else made anew and kept.

    Without a browser only what the archive holds is given. A portal gets at most RENDERINGS: each
    costs a browser many times what a page costs.
    """

    archive: ReplaySource | None = None
    writer: ArchiveWriter | None = None
    renderer: Renderer | None = None
    now: Callable[[], datetime]
    made: int = 0

    async def of(self, url: str, html: str) -> str | None:
        """The rendering of a page; None where there is none."""
        known = self.archive.rendering(url) if self.archive else None
        if known is not None or self.renderer is None or self.writer is None:
            return known
        if self.made >= RENDERINGS:
            return None
        self.made += 1
        rendered = await self.renderer.render(url, html)
        if rendered is not None:
            self.writer.write_rendering(url, self.now(), rendered)
        return rendered
