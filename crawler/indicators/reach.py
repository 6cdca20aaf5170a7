"""Stage 2, reach: social networks, audio and video, ratings."""

import re
from urllib.parse import urlsplit

from crawler.forms import FormClass, classify_form
from crawler.hosts import HostClass, classify_host
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on

_SHARING = re.compile(r"share|sharer|intent|plugins|/tr\?|dialog/|addthis", re.I)
_VIDEO = re.compile(
    r"youtube(?:-nocookie)?\.com/embed|vimeo\.com|facebook\.com/plugins/video|dailymotion"
)


def check_networks(portal: PortalView) -> Answer:
    """E2-10: links to profiles; buttons to share a page are none."""
    hosts: dict[str, object] = {}
    pieces = []
    for visit, page in portal.pages():
        for link in page.links:
            if not _is_profile(link.url, portal.url):
                continue
            host = (urlsplit(link.url).hostname or "").removeprefix("www.")
            if host not in hosts:
                hosts[host] = True
                pieces.append(on(visit, link.selector, link.url, "perfil-social"))
    return found(pieces, examples(sorted(hosts))) if hosts else missing()


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
        for visit, page in portal.pages()
        for address in (*page.media, *(f for f in page.frames if _VIDEO.search(f)))
    ]
    return found(pieces) if pieces else missing()


def check_ratings(portal: PortalView) -> Answer:
    """E4-10: a short survey on a page that offers a service."""
    pages = {s.visit.url for s in portal.sightings}
    pieces = [
        on(visit, form.selector, " · ".join((form.heading, *form.submit_texts)), "valoracion")
        for visit, page in portal.pages()
        if visit.url in pages
        for form in page.forms
        if classify_form(form) is FormClass.SURVEY
    ]
    return found(pieces) if pieces else missing()
