"""Sitemaps are read leniently and within bounds."""

import gzip

import pytest

from crawler.exchange import MIB
from crawler.sitemap import ADDRESSES, parse_sitemap

HEAD = b'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://a">'


def urls(*addresses: str) -> bytes:
    inner = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return HEAD + inner.encode() + b"</urlset>"


@pytest.mark.parametrize(
    "body",
    [
        urls("http://a.gt/x?a=1&amp;b=2"),
        b"\n\n" + urls("http://a.gt/x?a=1&amp;b=2"),
        b"\xef\xbb\xbf" + urls("http://a.gt/x?a=1&amp;b=2"),
        gzip.compress(urls("http://a.gt/x?a=1&amp;b=2"), mtime=0),
        urls("<![CDATA[http://a.gt/x?a=1&b=2]]>"),
        urls("\n  http://a.gt/x?a=1&amp;b=2\n"),
        urls("http://a.gt/x?a=1&amp;b=2").replace(b"loc>", b"sm:loc>"),
        b"\xff\xfe" + urls("http://a.gt/x?a=1&amp;b=2").decode().encode("utf-16-le"),
        b"http://a.gt/x?a=1&b=2\n",
        urls("http://a.gt/x?a=1&amp;b=2")[:-20],
    ],
)
def test_address_is_found_in_every_way_of_writing(body: bytes) -> None:
    sitemap = parse_sitemap(body)

    assert sitemap.addresses == ("http://a.gt/x?a=1&b=2",)
    assert not sitemap.is_index


def test_index_is_told_apart() -> None:
    body = b"<sitemapindex><sitemap><loc>http://a.gt/1.xml</loc></sitemap></sitemapindex>"

    assert parse_sitemap(body).is_index


@pytest.mark.parametrize("body", [b"", b"   ", b"<html><p>404</p></html>", b"\x1f\x8bnada"])
def test_nothing_is_found_when_it_is_no_sitemap(body: bytes) -> None:
    assert parse_sitemap(body).addresses == ()


def test_images_and_comments_are_left_out() -> None:
    body = urls("http://a.gt/1").replace(
        b"</url>", b"<image:image><image:loc>http://a.gt/f.jpg</image:loc></image:image></url>"
    )

    assert parse_sitemap(body + b"<!-- <loc>http://a.gt/2</loc> -->").addresses == (
        "http://a.gt/1",
    )


def test_entities_are_never_resolved() -> None:
    body = (
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>&x;</loc></url>'
    )

    assert parse_sitemap(body).addresses == ("&x;",)


def test_reading_is_cut_when_it_unpacks_to_too_much() -> None:
    sitemap = parse_sitemap(gzip.compress(urls("http://a.gt/1") + b" " * (40 * MIB)))

    assert sitemap.is_cut
    assert sitemap.addresses == ("http://a.gt/1",)


def test_addresses_are_cut_when_there_are_too_many() -> None:
    body = HEAD + b"".join(b"<loc>http://a.gt/%d</loc>" % number for number in range(60_000))

    sitemap = parse_sitemap(body)

    assert len(sitemap.addresses) == ADDRESSES
    assert sitemap.is_cut


def test_time_stays_bounded_when_nothing_is_closed() -> None:
    assert parse_sitemap(b"<loc>" * 200_000).addresses == ()
    assert parse_sitemap(b"<loc><![CDATA[" * 100_000).addresses == ()
    assert parse_sitemap(b"<!--" * 200_000).addresses == ()
    assert parse_sitemap(b"-->" * 500_000 + b"<!--" * 500_000).addresses == ()
