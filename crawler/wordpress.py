"""The list of pages that WordPress gives to programs: addresses that no menu may lead to.

Source: WordPress REST API handbook, route `/wp/v2/pages`. It is asked like any other address:
robots.txt is obeyed, and what comes back is read with `json.loads` and nothing more.
"""

import json
import re
from urllib.parse import urljoin

from crawler.page import Page

LISTINGS = 3
PAGES = 100
ADDRESS_LENGTH = 2048
LISTING_LENGTH = 512 * 1024
_LISTING = re.compile(r"/wp-json/wp/v2/pages\?_fields=link&page=(\d)&")


def listing_of(page: Page | None, portal_url: str) -> str:
    """Where a portal made with WordPress lists its pages; empty for others."""
    if page is None or not _is_wordpress(page):
        return ""
    return urljoin(portal_url, f"/wp-json/wp/v2/pages?_fields=link&page=1&per_page={PAGES}")


def following(listing: str, found: int) -> str:
    """The listing after one that was full; empty after the last and after anything else."""
    match = _LISTING.search(listing)
    if match is None or found < PAGES or int(match[1]) >= LISTINGS:
        return ""
    return f"{listing[: match.start(1)]}{int(match[1]) + 1}{listing[match.end(1) :]}"


def links_in(text: str) -> tuple[str, ...]:
    """The addresses in one listing; an error or anything else holds none."""
    if len(text) > LISTING_LENGTH:
        return ()
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(entries, list):
        return ()
    links = (entry.get("link") for entry in entries[:PAGES] if isinstance(entry, dict))
    return tuple(link for link in links if isinstance(link, str) and len(link) <= ADDRESS_LENGTH)


def _is_wordpress(page: Page) -> bool:
    is_named = page.generator.lower().startswith("wordpress")
    return is_named or any("/wp-content/" in resource.url for resource in page.markup.resources)
