"""robots.txt is obeyed as RFC 9309 says."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.exchange import Exchange
from crawler.redirects import Fetched
from crawler.robots import Robots, parse_robots, read_robots
from crawler.visit import Outcome

AT = datetime(2026, 11, 30, tzinfo=UTC)
URL = "http://a.gt/robots.txt"


def answered(status: int, body: bytes = b"", failure: Outcome | None = None) -> Robots:
    exchange = Exchange(url=URL, fetched_at=AT, status=status, body=body, failure=failure)
    fetched = Fetched(
        url=URL, final_url=URL, exchange=exchange, failure=failure, detail="", asked=(URL,)
    )
    return read_robots(fetched)


def test_path_is_forbidden_when_a_rule_says_so() -> None:
    robots = answered(200, b"User-agent: *\nDisallow: /privado\nAllow: /privado/si\n")

    assert not robots.may_fetch("http://a.gt/privado/x")
    assert robots.may_fetch("http://a.gt/privado/si")
    assert robots.may_fetch("http://a.gt/")


def test_first_group_counts_when_the_file_begins_with_a_bom() -> None:
    robots = answered(200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /x\n")

    assert not robots.may_fetch("http://a.gt/x")


def test_own_group_counts_when_the_portal_names_our_robot() -> None:
    robots = answered(200, b"User-agent: uniportalbot\nDisallow: /\n\nUser-agent: *\nDisallow:\n")

    assert not robots.may_fetch("http://a.gt/")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 204])
def test_all_is_open_when_there_is_no_file(status: int) -> None:
    assert answered(status, b"User-agent: *\nDisallow: /").may_fetch("http://a.gt/x")


@pytest.mark.parametrize("status", [500, 503, 429])
def test_all_is_closed_when_the_server_fails(status: int) -> None:
    robots = answered(status)

    assert not robots.may_fetch("http://a.gt/x")
    assert str(status) in robots.reason


def test_all_is_closed_when_the_file_cannot_be_reached() -> None:
    assert answered(0, failure=Outcome.TIMED_OUT).is_closed


def test_all_is_open_when_the_file_only_redirects() -> None:
    assert not answered(302, failure=Outcome.TOO_MANY_REDIRECTS).is_closed


def test_html_in_its_place_holds_no_rules() -> None:
    robots = answered(200, b"<!DOCTYPE html><p>User-agent: *\nDisallow: /\n")

    assert robots.may_fetch("http://a.gt/x")
    assert robots.note == "robots_es_html"


@pytest.mark.parametrize(
    ("asked", "kept"), [(b"5", 5.0), (b"999999999", 60.0), (b"-3", 0.0), (b"hola", 0.0)]
)
def test_delay_is_bounded(asked: bytes, kept: float) -> None:
    assert answered(200, b"User-agent: *\nCrawl-delay: " + asked).delay == kept


def test_sitemaps_are_named_up_to_a_number() -> None:
    lines = b"".join(b"Sitemap: http://a.gt/%d.xml\n" % number for number in range(100))

    assert len(answered(200, lines).sitemaps) == 20


def test_rules_beyond_500_kib_are_not_read() -> None:
    robots = answered(200, b"User-agent: *\n" + b"#\n" * 300_000 + b"Disallow: /x\n")

    assert robots.may_fetch("http://a.gt/x")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_rules(body: bytes) -> None:
    robots = parse_robots(b"User-agent: *\n" + body)

    assert robots.may_fetch("http://a.gt/") in (True, False)
    assert 0 <= robots.delay <= 60
