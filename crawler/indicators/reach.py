"""Stage 2, reach: social networks, audio and video."""

import re
from urllib.parse import urlsplit

from canse.domain.audit import Evidence
from crawler.files import is_file
from crawler.hosts import HostClass, classify_host
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on
from crawler.indicators.reached import CREDIT
from crawler.page import Link, Page

_SHARING = re.compile(r"share|sharer|intent|plugins|/tr\?|dialog/|addthis", re.I)
_VIDEO = re.compile(
    r"youtube(?:-nocookie)?\.com/embed/\w|vimeo\.com|facebook\.com/plugins/video|dailymotion"
)

# Pictures that move behind a title, and advertising.
_DECORATION = re.compile(
    r"[/_-](?:bg|background|fondo|hero|banner|loop|slider)[\w-]*\.(?:mp4|webm|ogv)"
    r"|doubleclick|googlesyndication|/ads?[/.]|adserver|\.swf$",
    re.I,
)


def check_networks(portal: PortalView) -> Answer:
    """E2-10: links to profiles; buttons to share a page are none."""
    hosts: dict[str, Evidence] = {}
    for visit, page in portal.fresh_pages():
        for link in page.links:
            if not _is_profile(link.url, portal.url):
                continue
            host = (urlsplit(link.url).hostname or "").removeprefix("www.")
            if host not in hosts and not _is_credit(page, link):
                hosts[host] = on(visit, link.selector, link.url, "perfil-social")
    return found(hosts.values(), examples(sorted(hosts))) if hosts else missing()


def _is_credit(page: Page, link: Link) -> bool:
    """Whether the link stands in the words of whoever made the site."""
    around = [b.text for b in page.blocks if link.run <= b.position <= max(link.run, link.until)]
    return any(map(CREDIT.find, (*around, link.text, link.title)))


def _is_profile(url: str, portal_url: str) -> bool:
    return (
        classify_host(url, portal_url) is HostClass.SOCIAL
        and not _SHARING.search(url)
        and urlsplit(url).path.strip("/") != ""
    )


def check_media(portal: PortalView) -> Answer:
    """E2-11: a player or a frame that plays."""
    pieces = [
        on(visit, "iframe, video, audio", address, "audio-o-video")
        for visit, page in portal.fresh_pages()
        for address in (*page.media, *(f for f in page.frames if _VIDEO.search(f)))
        if not _DECORATION.search(address) and not is_file(address)
    ]
    return found(pieces) if pieces else missing()
