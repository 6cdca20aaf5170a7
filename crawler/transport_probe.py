"""Looks at how a portal travels: a few greetings over TLS, one GET over http, one of security.txt.

Nothing is probed that a browser would not do: no scan of ports, ciphers or versions. The order is
fixed, so that a replay of the archive asks the same and finds the same.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from crawler.certificate import read_certificate
from crawler.entry import Entry
from crawler.exchange import NotArchived, Source, Want
from crawler.guard import is_loopback_host
from crawler.handshake import Greeter, Handshake, Manner
from crawler.redirects import follow
from crawler.scope import Scope
from crawler.security_txt import read_contact, security_txt_address
from crawler.transport import CertificateFault, Transport
from crawler.urls import host_of
from crawler.visit import Outcome

# OpenSSL's X509_V_ERR_*, as `ssl.SSLCertVerificationError.verify_code` gives them.
_FAULTS = {
    9: CertificateFault.NOT_YET_VALID,
    10: CertificateFault.EXPIRED,
    18: CertificateFault.SELF_SIGNED,
    19: CertificateFault.UNKNOWN_ISSUER,
    20: CertificateFault.UNKNOWN_ISSUER,
    21: CertificateFault.UNKNOWN_ISSUER,
    62: CertificateFault.WRONG_HOST,
    64: CertificateFault.WRONG_HOST,
    66: CertificateFault.WEAK_SIGNATURE,
    67: CertificateFault.WEAK_SIGNATURE,
    68: CertificateFault.WEAK_SIGNATURE,
}
_WHOLE_ALL_THE_SAME = frozenset(
    {CertificateFault.EXPIRED, CertificateFault.NOT_YET_VALID, CertificateFault.WRONG_HOST}
)
_OLD_VERSIONS = frozenset({"SSLv3", "TLSv1", "TLSv1.1"})
_SHUT = frozenset(
    {Outcome.CONNECTION_REFUSED, Outcome.CONNECTION_RESET, Outcome.TIMED_OUT, Outcome.TLS_FAILED}
)
# The local OpenSSL, not the portal, declined to speak so.
_OUR_OWN_LIMIT = ("NO_PROTOCOLS_AVAILABLE", "no protocols available", "NO_CIPHERS_AVAILABLE")
_ALERT = "ALERT"
_SILENT = frozenset({Outcome.DNS_FAILED, Outcome.CONNECTION_REFUSED, Outcome.TIMED_OUT})


@dataclass(frozen=True, kw_only=True)
class TransportProbe:
    """The questions about one portal, after it was entered."""

    greeter: Greeter
    source: Source
    scope: Scope

    async def look(self, entry: Entry) -> Transport:
        """The facts; where the archive of a replay lacks them, as far as the entry shows."""
        seen = await self._look_at_tls(entry)
        contact = await self._ask_contact(entry) if entry.home.status else None
        return replace(seen, security_contact=contact)

    async def _ask_contact(self, entry: Entry) -> str | None:
        address = security_txt_address(_root(entry))
        if not entry.robots.may_fetch(address):
            return None
        try:
            fetched = await follow(
                self.source, address, want=Want.ROBOTS, objection=self._objection
            )
        except NotArchived:
            return None
        return None if fetched.failure else read_contact(fetched.exchange)

    async def _look_at_tls(self, entry: Entry) -> Transport:
        parts = urlsplit(_root(entry))
        seen = Transport(host=host_of(entry.url))
        if entry.home.outcome in _SILENT or entry.home.outcome is Outcome.ADDRESS_REFUSED:
            return seen
        if parts.scheme == "http" and parts.port is not None:
            is_local = is_loopback_host(seen.host) or seen.host.endswith(".localhost")
            return replace(seen, is_local=is_local)
        secure = parts._replace(scheme="https").geturl()
        seen = replace(seen, host=host_of(secure))
        try:
            seen = await self._greet(seen, secure)
        except NotArchived:
            seen = replace(seen, has_https=_shows_https(entry) or None)
        return await self._follow_http(seen, entry, parts._replace(scheme="http").geturl())

    async def _greet(self, seen: Transport, url: str) -> Transport:
        strict = await self.greeter.shake(url, Manner.STRICT)
        if strict.failure is None:
            shown = _read(seen, strict, has_strong_tls=True)
            return await self._offer_old(shown, url)
        if strict.failure is not Outcome.TLS_FAILED:
            return replace(seen, has_https=_is_shut(strict), problem=strict.detail)
        reading = await self.greeter.shake(url, Manner.READING)
        if reading.failure is not None and _ALERT in reading.detail.upper():
            # It speaks TLS, but nothing that a program of today still speaks.
            return replace(seen, has_https=True, has_strong_tls=False, problem=strict.detail)
        if reading.failure is not None:
            return replace(seen, has_https=_is_shut(reading), problem=strict.detail)
        judged = strict
        if not strict.verify_code:
            judged = await self.greeter.shake(url, Manner.LENIENT)
        shown = _read(seen, reading, has_strong_tls=bool(strict.verify_code))
        shown = _with_fault(shown, judged, reading)
        return await self._offer_old(replace(shown, problem=strict.detail), url)

    async def _offer_old(self, seen: Transport, url: str) -> Transport:
        if seen.tls_version in _OLD_VERSIONS:
            return replace(seen, accepts_old_tls=True, has_strong_tls=False)
        old = await self.greeter.shake(url, Manner.OLD)
        if old.failure is None:
            return replace(seen, accepts_old_tls=True)
        is_refused = old.failure in (Outcome.TLS_FAILED, Outcome.CONNECTION_RESET)
        is_ours = any(words in old.detail for words in _OUR_OWN_LIMIT)
        return replace(seen, accepts_old_tls=False if is_refused and not is_ours else None)

    async def _follow_http(self, seen: Transport, entry: Entry, url: str) -> Transport:
        home = entry.home
        if home.url.startswith("http:") and home.status:
            return _with_way(seen, home.hops or (home.url,))
        if urlsplit(url).port is not None or not entry.robots.may_fetch(url):
            return seen
        try:
            fetched = await follow(self.source, url, objection=self._objection)
        except NotArchived:
            return seen
        if fetched.hops == 0 and fetched.failure in _SHUT:
            return replace(seen, has_http=False)
        if fetched.hops == 0 and fetched.failure is not None:
            return seen
        return _with_way(seen, fetched.asked)

    def _objection(self, url: str) -> Outcome | None:
        return None if self.scope.holds(url) else Outcome.LEAVES_PORTAL


def _root(entry: Entry) -> str:
    """The root of the host where the portal stands in the end."""
    home = entry.home
    parts = urlsplit(home.final_url if home.status else entry.url)
    return parts._replace(path="/", query="", fragment="").geturl()


def _shows_https(entry: Entry) -> bool:
    return entry.home.final_url.startswith("https:") and entry.home.status > 0


def _is_shut(handshake: Handshake) -> bool | None:
    """False when nobody speaks https there; None when it was ours not to look."""
    return False if handshake.failure in _SHUT else None


def _read(seen: Transport, handshake: Handshake, *, has_strong_tls: bool) -> Transport:
    return replace(
        seen,
        has_https=True,
        has_valid_certificate=True,
        has_whole_chain=True,
        has_strong_tls=has_strong_tls,
        tls_version=handshake.tls_version,
        certificate_until=read_certificate(handshake.certificate).until,
    )


def _with_fault(seen: Transport, judged: Handshake, reading: Handshake) -> Transport:
    """What is wrong with the certificate by the greeting that tested it."""
    if judged.failure is None:
        return seen
    fault = _FAULTS.get(judged.verify_code, CertificateFault.OTHER)
    certificate = read_certificate(reading.certificate)
    is_alone = reading.chain_length in (1, None) and not certificate.is_self_issued
    if judged.verify_code in (20, 21) and is_alone:
        # A leaf sent alone, whose issuer others must guess: browsers may, other programs do not.
        fault = CertificateFault.INCOMPLETE_CHAIN
    is_whole = {CertificateFault.INCOMPLETE_CHAIN: False}.get(fault)
    return replace(
        seen,
        has_valid_certificate=False,
        certificate_fault=fault,
        has_whole_chain=True if fault in _WHOLE_ALL_THE_SAME else is_whole,
    )


def _with_way(seen: Transport, way: tuple[str, ...]) -> Transport:
    """What a chain of redirects that began on http shows."""
    plain = [url for url in way if url.startswith("http:")]
    is_led = way[-1].startswith("https:")
    return replace(
        seen, has_http=True, redirects_to_https=is_led, has_http_hop=is_led and len(plain) > 1
    )
