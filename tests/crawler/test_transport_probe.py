"""What a handful of greetings and one chain of redirects say of a portal's way over the wire."""

import asyncio
import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.certificate import LONGEST_BYTES, Certificate, read_certificate
from crawler.entry import Entry
from crawler.exchange import Exchange, NotArchived, Request
from crawler.handshake import Handshake, Manner
from crawler.handshake_values import handshake_of, handshake_values
from crawler.robots import Robots, parse_robots
from crawler.scope import scope_of
from crawler.transport import CertificateFault, Transport
from crawler.transport_probe import TransportProbe
from crawler.transport_words import fault_in_words, transport_reasons
from crawler.visit import Outcome, Visit
from tests.crawler.pages import visit_of

AT = datetime(2026, 11, 30, tzinfo=UTC)
HTTP, HTTPS, WWW = "http://muni.gob.gt/", "https://muni.gob.gt/", "http://www.muni.gob.gt/"
GOOD = Handshake(tls_version="TLSv1.3", chain_length=2)
NO_TLS = Handshake(failure=Outcome.TLS_FAILED, detail="SSLError: WRONG_VERSION_NUMBER")
ALERT = Handshake(failure=Outcome.TLS_FAILED, detail="SSLError: TLSV1_ALERT_PROTOCOL_VERSION")
CLOSED = Handshake(failure=Outcome.CONNECTION_REFUSED, detail="nadie")
SELF_SIGNED = Path(__file__).with_name("self_signed.pem")


def bad(code: int) -> Handshake:
    return Handshake(failure=Outcome.TLS_FAILED, detail="VERIFY_FAILED", verify_code=code)


@dataclass
class Portal:
    """Answers by manner and by address; what is not there was not archived."""

    greetings: dict[Manner, Handshake]
    moves: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    contact: str = ""
    shut: tuple[str, ...] = ()

    async def shake(self, url: str, manner: Manner) -> Handshake:
        self.asked.append(f"{manner.value} {url}")
        if manner not in self.greetings:
            raise NotArchived(url)
        return self.greetings[manner]

    async def get(self, request: Request) -> Exchange:
        if request.url.endswith("/.well-known/security.txt"):
            body = self.contact.encode()
            return Exchange(url=request.url, fetched_at=AT, status=200, body=body)
        self.asked.append(request.url)
        if request.url in self.shut:
            return Exchange(url=request.url, fetched_at=AT, failure=Outcome.CONNECTION_REFUSED)
        target = self.moves.get(request.url)
        if target is None:
            raise NotArchived(request.url)
        headers = (("Location", target),) if target else ()
        status = 301 if target else 200
        return Exchange(url=request.url, fetched_at=AT, status=status, headers=headers, body=b"a")


def home(url: str = HTTPS, **changes: Any) -> Visit:
    return visit_of("<p>Hola</p>", "", **{"url": url, "final_url": url, **changes})


def look(portal: Portal, first: Visit, robots: Robots | None = None) -> Transport:
    entry = Entry(url=first.url, robots=robots or Robots(), home=first)
    scope = scope_of(first.url)
    return asyncio.run(TransportProbe(greeter=portal, source=portal, scope=scope).look(entry))


def test_good_portal_is_greeted_twice_and_asked_once_over_http() -> None:
    portal = Portal({Manner.STRICT: GOOD, Manner.OLD: ALERT}, {HTTP: HTTPS, HTTPS: ""})

    seen = look(portal, home())

    assert portal.asked == [f"estricto {HTTPS}", f"antiguo {HTTPS}", HTTP, HTTPS]
    assert (seen.has_https, seen.has_valid_certificate, seen.has_whole_chain) == (True,) * 3
    assert (seen.has_strong_tls, seen.accepts_old_tls) == (True, False)
    assert (seen.has_http, seen.redirects_to_https, seen.has_http_hop) == (True, True, False)
    assert fault_in_words(seen) == ""


@pytest.mark.parametrize(
    ("code", "chain", "fault", "is_whole"),
    [
        (10, 2, CertificateFault.EXPIRED, True),
        (9, 2, CertificateFault.NOT_YET_VALID, True),
        (62, 2, CertificateFault.WRONG_HOST, True),
        (18, 1, CertificateFault.SELF_SIGNED, None),
        (19, 3, CertificateFault.UNKNOWN_ISSUER, None),
        (20, 2, CertificateFault.UNKNOWN_ISSUER, None),
        (20, 1, CertificateFault.INCOMPLETE_CHAIN, False),
        (21, 1, CertificateFault.INCOMPLETE_CHAIN, False),
        (66, 2, CertificateFault.WEAK_SIGNATURE, None),
        (999, 2, CertificateFault.OTHER, None),
    ],
)
def test_each_fault_of_a_certificate_has_its_name(
    code: int, chain: int, fault: CertificateFault, is_whole: bool | None
) -> None:
    reading = Handshake(tls_version="TLSv1.2", chain_length=chain)
    portal = Portal({Manner.STRICT: bad(code), Manner.READING: reading, Manner.OLD: ALERT})

    seen = look(portal, home())

    assert (seen.has_https, seen.has_valid_certificate, seen.has_strong_tls) == (True, False, True)
    assert (seen.certificate_fault, seen.has_whole_chain) == (fault, is_whole)
    assert seen.problem == "VERIFY_FAILED"
    assert fault_in_words(seen)


def test_old_cipher_does_not_make_a_good_certificate_bad() -> None:
    old = Handshake(tls_version="TLSv1.1", chain_length=2)
    greetings = {Manner.STRICT: ALERT, Manner.READING: old, Manner.LENIENT: old}

    seen = look(Portal(greetings), home())

    assert (seen.has_valid_certificate, seen.has_strong_tls, seen.accepts_old_tls) == (
        True,
        False,
        True,
    )


@pytest.mark.parametrize(
    ("strict", "reading", "has_https"),
    [(CLOSED, None, False), (NO_TLS, NO_TLS, False), (ALERT, ALERT, True)],
)
def test_no_https_is_told_apart_from_https_too_old_to_speak(
    strict: Handshake, reading: Handshake | None, has_https: bool
) -> None:
    greetings = {Manner.STRICT: strict} | ({Manner.READING: reading} if reading else {})

    seen = look(Portal(greetings), home(HTTP))

    assert seen.has_https is has_https
    assert seen.problem == strict.detail
    assert (seen.has_strong_tls is False) is has_https


@pytest.mark.parametrize(
    "detail", ["SSLError: [SSL: NO_PROTOCOLS_AVAILABLE]", "SSLError: NO_CIPHERS_AVAILABLE"]
)
def test_our_own_limit_is_no_verdict_on_old_tls(detail: str) -> None:
    ours = Handshake(failure=Outcome.TLS_FAILED, detail=detail)

    assert look(Portal({Manner.STRICT: GOOD, Manner.OLD: ours}), home()).accepts_old_tls is None


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        ({HTTP: HTTPS, HTTPS: ""}, (True, True, False)),
        ({HTTP: WWW, WWW: HTTPS, HTTPS: ""}, (True, True, True)),
        ({HTTP: ""}, (True, False, False)),
        ({HTTP: "http://otro.example/"}, (None, None, None)),
        ({}, (None, None, None)),
    ],
)
def test_way_from_http_is_followed(
    moves: dict[str, str], expected: tuple[bool | None, bool | None, bool | None]
) -> None:
    seen = look(Portal({Manner.STRICT: GOOD, Manner.OLD: ALERT}, moves), home())

    assert (seen.has_http, seen.redirects_to_https, seen.has_http_hop) == expected


def test_closed_http_is_no_fault() -> None:
    seen = look(Portal({Manner.STRICT: GOOD, Manner.OLD: ALERT}, shut=(HTTP,)), home())

    assert (seen.has_http, seen.redirects_to_https) == (False, None)


def test_entry_over_http_shows_the_way_itself() -> None:
    first = home(HTTP, final_url=HTTPS, hops=(HTTP, HTTPS))
    portal = Portal({Manner.STRICT: GOOD, Manner.OLD: ALERT})

    seen = look(portal, first)

    assert seen.redirects_to_https is True
    assert HTTP not in portal.asked


def test_http_is_not_asked_for_where_robots_forbid_it() -> None:
    portal = Portal({Manner.STRICT: GOOD, Manner.OLD: ALERT}, {HTTP: ""})

    seen = look(portal, home(), parse_robots(b"User-agent: *\nDisallow: /\n"))

    assert seen.has_http is None
    assert HTTP not in portal.asked


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080/", "http://muni.localhost:8080/"])
def test_nobody_is_greeted_at_a_port_of_its_own(url: str) -> None:
    portal = Portal({})

    seen = look(portal, home(url))

    assert seen.is_local
    assert seen.has_https is None
    assert portal.asked == []


@pytest.mark.parametrize(
    ("file", "contact"),
    [
        ("Contact: mailto:seguridad@ejemplo.example\nExpires: 2027-01-01T00:00:00Z\n", True),
        ("# nada\ncontact: https://ejemplo.example/avisos\n", True),
        ("<!doctype html><p>No existe. Contact: nadie</p>", False),
        ("Contact: llame por la mañana\n", False),
        ("", False),
    ],
)
def test_contact_is_read_from_security_txt(file: str, contact: bool) -> None:
    seen = look(Portal({}, contact=file), home())

    assert bool(seen.security_contact) is contact
    assert seen.security_contact is not None


def test_security_txt_is_not_asked_for_where_robots_forbid_it() -> None:
    rules = parse_robots(b"User-agent: *\nDisallow: /.well-known/\n")

    assert look(Portal({}), home(), rules).security_contact is None


def test_dead_portal_is_not_greeted() -> None:
    portal = Portal({})

    assert look(portal, home(status=0, outcome=Outcome.DNS_FAILED)).has_https is None
    assert portal.asked == []


def test_archive_without_greetings_shows_https_by_its_home() -> None:
    assert look(Portal({}), home()).has_https is True
    assert look(Portal({}), home(HTTP)).has_https is None


def test_reason_names_the_door_when_another_was_taken() -> None:
    entry = Entry(url=HTTP, robots=Robots(), home=home(HTTP), tls_fault="VERIFY_FAILED")

    said = transport_reasons(entry, Transport(certificate_fault=CertificateFault.WRONG_HOST))

    assert "su certificado es de otro nombre" in said[0]
    assert HTTP in said[1]
    assert transport_reasons(Entry(url=HTTP, robots=Robots(), home=home(HTTP)), Transport()) == ()


def test_certificate_tells_its_end_and_its_issuer() -> None:
    der = ssl.PEM_cert_to_DER_cert(
        "-----BEGIN CERT" + SELF_SIGNED.read_text().partition("-----BEGIN CERT")[2]
    )

    read = read_certificate(der)

    assert read.is_self_issued
    assert datetime.fromisoformat(read.until).year > 2026
    for end in range(0, len(der), 7):
        assert isinstance(read_certificate(der[:end]), Certificate)


@pytest.mark.parametrize(
    "der", [b"", b"\x30", b"\x30\x84\xff\xff\xff\xff", b"\x30\x00" * 9, b"x" * (LONGEST_BYTES + 1)]
)
def test_bytes_that_are_no_certificate_tell_nothing(der: bytes) -> None:
    assert read_certificate(der) == Certificate()


@pytest.mark.parametrize("shaken", [GOOD, ALERT, bad(20), Handshake(certificate=b"\x30\x00")])
def test_greeting_comes_back_from_its_values(shaken: Handshake) -> None:
    assert handshake_of(handshake_values(shaken)) == shaken


def test_tampered_values_count_as_nothing() -> None:
    values = {"failure": "inventado", "certificate": "%%%", "chain_length": "2", "verify_code": []}

    assert handshake_of(values) == Handshake()
