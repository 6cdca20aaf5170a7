"""Puts together what is known of a portal beside its pages, from its entry and its visits."""

from collections.abc import Sequence
from dataclasses import replace

from crawler.entry import Entry
from crawler.seeds import SITEMAP, SITEMAP_INDEX
from crawler.site import Site
from crawler.soft404 import probe_address
from crawler.transport import Transport
from crawler.urls import normalise
from crawler.visit import Outcome, Visit

_REAL_404 = frozenset({Outcome.NOT_FOUND, Outcome.GONE})


def with_facts(site: Site, entry: Entry, visits: Sequence[Visit], transport: Transport) -> Site:
    """The site with what the entry and the crawl saw of it; None where they did not look."""
    return replace(
        site,
        transport=_with_home(transport, entry.home),
        has_robots=_has_robots(entry),
        has_sitemap=_has_sitemap(entry, visits),
        has_real_404=_has_real_404(entry, visits),
    )


def _has_robots(entry: Entry) -> bool | None:
    visit = entry.robots_visit
    if visit is None or (visit.status == 0 and entry.robots.rules is None):
        return None
    return entry.robots.rules is not None


def _has_sitemap(entry: Entry, visits: Sequence[Visit]) -> bool | None:
    usual = (*entry.robots.sitemaps, SITEMAP, SITEMAP_INDEX)
    named = {normalise(url, entry.home.url) for url in usual}
    tried = [visit for visit in visits if visit.url in named]
    answered = [visit for visit in tried if visit.status]
    if not answered:
        return None
    return any(visit.outcome is Outcome.OK and visit.status == 200 for visit in answered)


def _has_real_404(entry: Entry, visits: Sequence[Visit]) -> bool | None:
    address = probe_address(entry.home.final_url)
    probe = next((visit for visit in visits if visit.url == address), None)
    if probe is None:
        return None
    if probe.outcome in _REAL_404:
        return True
    return False if probe.outcome is Outcome.SOFT_NOT_FOUND else None


def _with_home(transport: Transport, home: Visit) -> Transport:
    """What the home page alone shows, where nobody greeted the portal: an archive of others."""
    if transport.has_https is not None or not home.status or transport.is_local:
        return transport
    if not home.final_url.startswith("https:"):
        return transport
    return replace(transport, has_https=True)
