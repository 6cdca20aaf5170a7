"""Whose host an address is on decides what a link to it can prove."""

import pytest

from crawler.hosts import HostClass, classify_host, is_home_page, is_secure, is_staff_host

PORTAL = "https://www.muni.gob.gt/"


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://tramites.muni.gob.gt/x", HostClass.OWN),
        ("http://muni.gob.gt", HostClass.OWN),
        ("https://otra.gob.gt/", HostClass.STATE),
        ("https://muniguate.com/x", HostClass.STATE),
        ("https://docs.google.com/forms/d/e/1/viewform", HostClass.THIRD_PARTY_FORM),
        ("https://docs.google.com/document/d/1", HostClass.OTHER),
        ("https://forms.gle/abc", HostClass.THIRD_PARTY_FORM),
        ("https://secure.cybersource.com/pay", HostClass.PAYMENT),
        ("https://visanetgt.ubc.cybersource.com/ebc2", HostClass.OTHER),
        ("https://www.banrural.com.gt/", HostClass.BANK),
        ("https://www.facebook.com/muni", HostClass.SOCIAL),
        ("https://ejemplo.example/", HostClass.OTHER),
        ("", HostClass.OTHER),
        ("mailto:a@muni.gob.gt", HostClass.OTHER),
    ],
)
def test_host_has_its_class(url: str, kind: HostClass) -> None:
    assert classify_host(url, PORTAL) is kind


def test_port_tells_hosts_apart_when_the_address_is_a_number() -> None:
    assert classify_host("http://127.0.0.1:1/x", "http://127.0.0.1:1/") is HostClass.OWN
    assert classify_host("http://127.0.0.1:2/x", "http://127.0.0.1:1/") is HostClass.OTHER


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("https://a.example/", True),
        ("http://a.example/", False),
        ("http://127.0.0.1:80/", True),
        ("http://[::1]/", True),
        ("http://localhost/", True),
        ("http://muestra.localhost/", True),
        ("http://localhost.example/", False),
    ],
)
def test_data_are_safe_on_https_and_within_the_machine(url: str, answer: bool) -> None:
    assert is_secure(url) is answer


def test_staff_hosts_are_known_by_their_first_name() -> None:
    assert is_staff_host("https://webmail.muni.gob.gt/")
    assert not is_staff_host("https://www.muni.gob.gt/webmail.html")


def test_home_page_is_bare() -> None:
    assert is_home_page("https://a.example/index.php")
    assert not is_home_page("https://a.example/?tramite=1")
    assert not is_home_page("https://a.example/tramites/")
