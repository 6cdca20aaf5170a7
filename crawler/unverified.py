"""Reads from a portal whose certificate or cipher is bad: GET only, and nothing of ours is sent.

Who listens on the way could change what is read. The report says so; no cookie travels, and what is
read is no more trusted than any other page.
"""

from dataclasses import dataclass, replace

from crawler.exchange import Exchange, Request, Source


@dataclass(frozen=True, kw_only=True)
class UnverifiedSource:
    """A source that takes any certificate and any cipher, and gives no cookie back."""

    source: Source

    async def get(self, request: Request) -> Exchange:
        """Ask for the same without the test of the certificate."""
        return await self.source.get(replace(request, verify_tls=False, cookies={}))
