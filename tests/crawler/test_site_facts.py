"""Facts of a whole portal come from its entry and its visits; they are None where nobody looked."""

import pytest

from crawler.entry import Entry
from crawler.robots import Robots, parse_robots
from crawler.site import Site
from crawler.site_facts import with_facts
from crawler.soft404 import probe_address
from crawler.transport import Transport
from crawler.visit import Outcome, Visit
from tests.crawler.pages import PORTAL, dead_visit, visit_of

HOME = visit_of("<p>Hola</p>", "")
RULES = parse_robots(b"User-agent: *\nSitemap: https://portal.ejemplo.example/mapa.xml\n")
PROBE = probe_address(PORTAL).removeprefix(PORTAL)


def facts(
    *visits: Visit, robots: Robots = RULES, robots_visit: Visit | None = HOME, home: Visit = HOME
) -> Site:
    entry = Entry(url=PORTAL, robots=robots, home=home, robots_visit=robots_visit)
    return with_facts(Site(country="gt"), entry, (home, *visits), Transport())


def test_what_was_known_before_stays() -> None:
    assert facts().country == "gt"


def test_robots_are_there_when_they_hold_rules() -> None:
    assert facts().has_robots is True
    assert facts(robots=Robots(note="es_html")).has_robots is False
    assert facts(robots_visit=None, robots=Robots()).has_robots is None


def test_silence_about_robots_is_no_verdict() -> None:
    silent = dead_visit("robots.txt", Outcome.TIMED_OUT)

    assert facts(robots_visit=_without_status(silent), robots=Robots()).has_robots is None


def _without_status(visit: Visit) -> Visit:
    return visit_of("", "robots.txt", status=0, outcome=visit.outcome, page=None)


@pytest.mark.parametrize("path", ["sitemap.xml", "mapa.xml"])
def test_sitemap_is_there_when_one_of_those_named_answers(path: str) -> None:
    good = visit_of("", path, page=None)

    assert facts(good).has_sitemap is True
    assert facts(dead_visit(path)).has_sitemap is False
    assert facts(_silent(path)).has_sitemap is None
    assert facts(visit_of("", "otro.xml", page=None)).has_sitemap is None


def _silent(path: str) -> Visit:
    return visit_of("", path, status=0, outcome=Outcome.TIMED_OUT, page=None)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.NOT_FOUND, True),
        (Outcome.GONE, True),
        (Outcome.SOFT_NOT_FOUND, False),
        (Outcome.SERVER_ERROR, None),
        (Outcome.FORBIDDEN, None),
    ],
)
def test_address_that_cannot_exist_tells_whether_404_is_real(
    outcome: Outcome, expected: bool | None
) -> None:
    assert facts(dead_visit(PROBE, outcome)).has_real_404 is expected
    assert facts().has_real_404 is None


def test_home_over_https_shows_https_where_nobody_greeted() -> None:
    plain = visit_of("<p>Hola</p>", "", url="http://a.example/", final_url="http://a.example/")

    assert facts().transport.has_https is True
    assert facts(home=plain).transport.has_https is None
