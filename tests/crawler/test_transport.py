"""How a portal travels is seen on real TLS servers: faults are named, and shut no portal."""

import asyncio
import ssl
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.audit import Audited, Target, audit_portal
from crawler.fetch import WebSource
from crawler.guard import AddressGuard
from crawler.handshake import Handshake, Manner
from crawler.transport_words import READ_ALL_THE_SAME
from crawler.visit import Outcome
from tests.crawler import certificates
from tests.crawler.auditing import HASTE, MUNI, options, outcomes, read_json, without_run
from tests.crawler.certificates import Authority, make_authority, server_context
from tests.crawler.small_site import SmallSite, serve

pytestmark = pytest.mark.skipif(
    certificates.OPENSSL is None, reason="hace falta el programa openssl para hacer certificados"
)
V10, V11, V12 = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1, ssl.TLSVersion.TLSv1_2


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("autoridad"))


@pytest.fixture(autouse=True)
def trusted(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine trusts the root of the authority, and nobody else."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.root.certificate))


@dataclass(frozen=True)
class Case:
    """One server: how it is certified, and what must be said of it."""

    name: str
    words: str
    is_up_when_strict: bool = False


def contexts(authority: Authority, name: str) -> ssl.SSLContext:
    leaf = authority.leaf(name)
    good = authority.chain(leaf, authority.middle)
    if name == "autofirmado":
        return server_context(certificates.self_signed(authority.folder))
    if name == "vencido":
        old = authority.leaf("vencido", days=-1)
        return server_context(authority.chain(old, authority.middle))
    if name == "otro_nombre":
        other = authority.leaf("otro", names="DNS:otro.example")
        return server_context(authority.chain(other, authority.middle))
    if name == "sin_intermedio":
        return server_context(authority.chain(leaf))
    if name == "desconocida":
        strange = make_authority(_folder(authority, "ajena"))
        own = strange.leaf("ajeno")
        return server_context(strange.chain(own, strange.middle))
    if name == "dh_debil":
        dh = certificates.weak_dh(authority.folder)
        weak = "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0"
        return server_context(good, highest=V12, ciphers=weak, dh=dh)
    if name == "cifrado_viejo":
        return server_context(good, highest=V12, ciphers="AES128-SHA:@SECLEVEL=0")
    versions = {"tls_1_0": (V10, V10), "tls_1_1": (V11, V11), "viejo_y_nuevo": (V10, None)}
    lowest, highest = versions.get(name, (None, None))
    return server_context(good, lowest=lowest, highest=highest)


def _folder(authority: Authority, name: str) -> Path:
    folder = authority.folder / name
    folder.mkdir(exist_ok=True)
    return folder


def audited(authority: Authority, name: str, tmp_path: Path) -> tuple[Audited, Audited, SmallSite]:
    """The audit of a server and the replay of its archive."""
    with serve(MUNI, tls=contexts(authority, name)) as site:
        first = audit_portal(Target(url=site.url()), options(tmp_path))
    second = audit_portal(Target(replay=first.path.parent / "pages.warc.gz"), options(tmp_path))
    return first, second, site


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("autofirmado", "su certificado no lo firmó ninguna autoridad reconocida"),
        ("vencido", "su certificado está vencido desde el 20"),
        ("otro_nombre", "su certificado es de otro nombre"),
        ("sin_intermedio", "no envía el certificado intermedio (cadena incompleta)"),
        ("desconocida", "a su certificado lo firmó una autoridad desconocida"),
        ("tls_1_0", "solo acepta un cifrado antiguo (TLSv1)"),
        ("tls_1_1", "solo acepta un cifrado antiguo (TLSv1.1)"),
        ("dh_debil", "solo acepta un cifrado antiguo (TLSv1.2)"),
        ("cifrado_viejo", "solo acepta un cifrado antiguo (TLSv1.2)"),
    ],
)
def test_portal_with_a_fault_is_read_whole_and_the_fault_is_said(
    name: str, words: str, authority: Authority, tmp_path: Path
) -> None:
    first, second, site = audited(authority, name, tmp_path)

    coverage = first.report.coverage
    assert outcomes(first)["/"] == "ok"
    assert outcomes(first)["/tramites/boleto"] == "ok"
    assert outcomes(first)["/huerfana"] == "ok"
    assert coverage.evaluable
    assert words in coverage.reasons[0]
    assert "SSL" in coverage.reasons[0]
    assert coverage.reasons[1] == READ_ALL_THE_SAME
    assert site.most_at_once == 1
    assert without_run(read_json(second)) == without_run(read_json(first))


@pytest.mark.parametrize("name", ["bueno", "viejo_y_nuevo"])
def test_nothing_is_said_of_a_portal_without_a_fault(
    name: str, authority: Authority, tmp_path: Path
) -> None:
    first, second, _ = audited(authority, name, tmp_path)

    assert first.report.coverage.reasons == ()
    assert without_run(read_json(second)) == without_run(read_json(first))


def shake(url: str, manner: Manner) -> Handshake:
    async def run() -> Handshake:
        guard = AddressGuard(allow_private=True)
        async with WebSource(guard=guard, patience=HASTE) as source:
            return await source.shake(url, manner)

    return asyncio.run(run())


def test_greeting_tells_version_certificate_and_chain(authority: Authority) -> None:
    with serve({}, tls=contexts(authority, "bueno")) as site:
        shaken = shake(site.url(), Manner.STRICT)

    assert shaken.failure is None
    assert shaken.tls_version == "TLSv1.3"
    assert shaken.chain_length == 2
    assert len(shaken.certificate) > 300
    assert site.asked == []


@pytest.mark.parametrize(
    ("name", "outcome"), [("bueno", Outcome.TLS_FAILED), ("viejo_y_nuevo", None)]
)
def test_old_greeting_is_taken_only_by_servers_that_speak_old(
    name: str, outcome: Outcome | None, authority: Authority
) -> None:
    with serve({}, tls=contexts(authority, name)) as site:
        assert shake(site.url(), Manner.OLD).failure is outcome


def test_nobody_is_greeted_at_a_private_address() -> None:
    async def run() -> Handshake:
        async with WebSource(guard=AddressGuard(), patience=HASTE) as source:
            return await source.shake("https://127.0.0.1/", Manner.STRICT)

    assert asyncio.run(run()).failure is Outcome.ADDRESS_REFUSED


def test_greeting_is_refused_where_nobody_listens_and_fails_where_no_tls_is_spoken() -> None:
    with serve({}) as site:
        plain = shake(site.url().replace("http:", "https:"), Manner.STRICT)
    closed = shake(site.url().replace("http:", "https:"), Manner.STRICT)

    assert plain.failure is Outcome.TLS_FAILED
    assert closed.failure is Outcome.CONNECTION_REFUSED
