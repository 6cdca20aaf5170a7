"""Security: each check fires on its fault and not on what merely looks like one."""

from typing import Any

import pytest

from canse.domain.audit import Verdict
from crawler.site import Site
from crawler.transport import CertificateFault, Transport
from crawler.visit import Visit
from tests.crawler.cases import Cases, answer_of_case
from tests.crawler.pages import answer_of, visit_of

MET, PARTIAL, MISSING = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
NONE, UNKNOWN = Verdict.NOT_APPLICABLE, Verdict.NOT_EVALUABLE
HOST = "portal.ejemplo.example"
TEXT = "<p>Bienvenidos a la municipalidad.</p>"


def site(**changes: Any) -> Site:
    good: dict[str, Any] = {
        "host": HOST,
        "has_https": True,
        "has_valid_certificate": True,
        "has_whole_chain": True,
        "tls_version": "TLSv1.3",
        "certificate_until": "2027-05-01",
        "has_strong_tls": True,
        "accepts_old_tls": False,
        "has_http": True,
        "redirects_to_https": True,
        "has_http_hop": False,
    }
    return Site(transport=Transport(**{**good, **changes}))


LOCAL = Site(transport=Transport(host="127.0.0.1", is_local=True))
NOBODY_LOOKED = Site()
PLAIN = Site(transport=Transport(host=HOST, has_https=False, problem="ConnectionRefusedError"))
HERE = {"url": "http://127.0.0.1:8080/", "final_url": "http://127.0.0.1:8080/"}
OPEN = {"url": f"http://{HOST}/", "final_url": f"http://{HOST}/"}
EXPIRED = {"has_valid_certificate": False, "certificate_fault": CertificateFault.EXPIRED}
ALONE = {"has_valid_certificate": False, "certificate_fault": CertificateFault.INCOMPLETE_CHAIN}


def told(*headers: tuple[str, str], html: str = TEXT, **changes: Any) -> Visit:
    """A page whose answer brought these headers."""
    kept = tuple((name.lower(), value) for name, value in (("Server", "nginx"), *headers))
    return visit_of(html, "", headers=kept, **changes)


def sending(action: str, **changes: Any) -> Visit:
    """A page with a form that asks for somebody's identity number."""
    html = (
        f'<main><h1>Solicitud</h1><form method="post" action="{action}">'
        '<label for="d">DPI</label><input id="d" name="dpi">'
        '<label for="c">Correo</label><input id="c" name="correo" type="email">'
        "<button>Enviar solicitud</button></form></main>"
    )
    return visit_of(html, "solicitud/", **changes)


def loading(markup: str, **changes: Any) -> Visit:
    return visit_of(f"<html><head>{markup}</head><body>{TEXT}{markup}</body></html>", "", **changes)


HSTS = "Strict-Transport-Security"
NOSNIFF = ("X-Content-Type-Options", "nosniff")
FRAMES = ("X-Frame-Options", "SAMEORIGIN")
REFERRER = ("Referrer-Policy", "strict-origin")
SAFE_COOKIE = ("Set-Cookie", "PHPSESSID=; path=/; Secure; HttpOnly; SameSite=Lax")
PRIVACY = (
    "<main><h1>Política de privacidad</h1><p>Pedimos sus datos personales para atender trámites."
    "</p><p>El tratamiento de los datos termina con el trámite.</p></main>"
)
SEARCH = "<form action='http://portal.ejemplo.example/b'><input name='q' type='search'></form>"
SPAM_LINK = "<a href='https://tienda.example/viagra'>viagra</a>"

CASES: Cases = [
    ("S-01", TEXT, MET, site()),
    ("S-01", TEXT, MET, site(**EXPIRED)),
    ("S-01", TEXT, PARTIAL, site(has_strong_tls=False, tls_version="")),
    ("S-01", TEXT, MISSING, PLAIN),
    ("S-01", TEXT, UNKNOWN, LOCAL),
    ("S-01", TEXT, UNKNOWN, NOBODY_LOOKED),
    ("S-02", TEXT, MET, site()),
    ("S-02", TEXT, MET, site(has_http=False, redirects_to_https=None)),
    ("S-02", TEXT, PARTIAL, site(has_http_hop=True)),
    ("S-02", TEXT, MISSING, site(redirects_to_https=False)),
    ("S-02", TEXT, MISSING, PLAIN),
    ("S-02", TEXT, UNKNOWN, site(redirects_to_https=None)),
    ("S-02", TEXT, UNKNOWN, LOCAL),
    ("S-03", TEXT, MET, site()),
    ("S-03", TEXT, PARTIAL, site(**ALONE, has_whole_chain=False)),
    ("S-03", TEXT, MISSING, site(**EXPIRED)),
    ("S-03", TEXT, MISSING, PLAIN),
    ("S-03", TEXT, MET, site(has_strong_tls=False)),
    ("S-03", TEXT, UNKNOWN, site(has_valid_certificate=None)),
    ("S-03", TEXT, UNKNOWN, LOCAL),
    ("S-04", TEXT, MET, site()),
    ("S-04", TEXT, MET, site(**EXPIRED)),
    ("S-04", TEXT, PARTIAL, site(accepts_old_tls=True)),
    ("S-04", TEXT, MISSING, site(has_strong_tls=False, tls_version="TLSv1")),
    ("S-04", TEXT, MISSING, PLAIN),
    ("S-04", TEXT, UNKNOWN, site(accepts_old_tls=None)),
    ("S-04", TEXT, UNKNOWN, site(has_strong_tls=None)),
    ("S-04", TEXT, UNKNOWN, LOCAL),
    ("S-05", told((HSTS, "max-age=31536000; includeSubDomains")), MET, site()),
    ("S-05", told((HSTS, "max-age=300")), PARTIAL, site()),
    ("S-05", told((HSTS, "max-age=0")), MISSING, site()),
    ("S-05", told((HSTS, "includeSubDomains")), MISSING, site()),
    ("S-05", told(), MISSING, site()),
    ("S-05", told((HSTS, "max-age=31536000"), **OPEN), MISSING, PLAIN),
    ("S-05", told((HSTS, "max-age=31536000"), **OPEN), UNKNOWN, site()),
    ("S-05", told(**HERE), UNKNOWN, LOCAL),
    ("S-05", visit_of(TEXT, ""), UNKNOWN, site()),
    ("S-06", sending("/enviar"), MET, site()),
    ("S-06", sending(""), MET, site()),
    ("S-06", sending("http://otro.example/enviar"), MISSING, site()),
    ("S-06", sending(f"https://{HOST}/enviar", **OPEN), MISSING, site()),
    ("S-06", (sending("/a"), sending("http://otro.example/b")), PARTIAL, site()),
    ("S-06", SEARCH, NONE, site()),
    ("S-06", TEXT, NONE, site()),
    ("S-06", sending("http://127.0.0.1:8080/enviar", **HERE), UNKNOWN, LOCAL),
    ("S-07", loading("<script src='/a.js'></script>"), MET, site()),
    ("S-07", loading("<script src='http://cdn.example/a.js'></script>"), MISSING, site()),
    ("S-07", loading("<link rel=stylesheet href='http://cdn.example/a.css'>"), MISSING, site()),
    ("S-07", loading("<iframe src='http://mapas.example/'></iframe>"), MISSING, site()),
    ("S-07", loading("<img src='http://fotos.example/a.png' alt='x'>"), PARTIAL, site()),
    ("S-07", f"{TEXT}<a href='http://otro.example/'>Otro</a>", MET, site()),
    ("S-07", loading("<script src='http://cdn.example/a.js'></script>", **OPEN), NONE, PLAIN),
    ("S-07", loading("<script src='/a.js'></script>", **HERE), UNKNOWN, LOCAL),
    ("S-08", told(SAFE_COOKIE), MET, site()),
    ("S-08", told(("Set-Cookie", "PHPSESSID=; path=/; HttpOnly")), PARTIAL, site()),
    ("S-08", told(("Set-Cookie", "ASP.NET_SessionId=; path=/")), MISSING, site()),
    ("S-08", told(SAFE_COOKIE, ("Set-Cookie", "JSESSIONID=; path=/")), MISSING, site()),
    ("S-08", told(("Set-Cookie", "XSRF-TOKEN=; Secure; SameSite=Lax")), MET, site()),
    ("S-08", told(("Set-Cookie", "idioma=; Max-Age=3600")), NONE, site()),
    ("S-08", told(("Set-Cookie", "a=; HttpOnly; SameSite=Lax"), **HERE), MET, LOCAL),
    ("S-08", told(("Set-Cookie", "a=; HttpOnly; SameSite=Lax"), **OPEN), PARTIAL, PLAIN),
    ("S-08", told(), NONE, site()),
    ("S-08", visit_of(TEXT, ""), UNKNOWN, site()),
    ("S-09", told(NOSNIFF, FRAMES, REFERRER), MET, site()),
    (
        "S-09",
        told(
            NOSNIFF,
            ("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'"),
            html=f"<head><meta name=referrer content=no-referrer></head>{TEXT}",
        ),
        MET,
        site(),
    ),
    ("S-09", told(NOSNIFF), PARTIAL, site()),
    ("S-09", told(("Referrer-Policy", "unsafe-url")), MISSING, site()),
    ("S-09", told(("Content-Security-Policy", "default-src 'self'")), MISSING, site()),
    ("S-09", told(), MISSING, site()),
    ("S-09", visit_of(TEXT, ""), UNKNOWN, site()),
    ("S-10", PRIVACY, MET),
    ("S-10", "<h1>Política de privacidad</h1><p>En construcción.</p>", PARTIAL),
    (
        "S-10",
        (
            visit_of("<a href='/legal/'>Protección de datos</a>", ""),
            visit_of(PRIVACY.replace("Política de privacidad", "Condiciones"), "legal/"),
        ),
        MET,
    ),
    ("S-10", "<footer><a href='/privacidad/'>Aviso de privacidad</a></footer>", PARTIAL),
    ("S-10", "<a href='https://redes.example/privacy'>Privacidad</a>", MISSING),
    ("S-10", "<h1>El Congreso aprueba la ley de protección de datos</h1><p>Ayer.</p>", MISSING),
    ("S-10", TEXT, MISSING),
    ("S-11", TEXT, MET, site(security_contact="mailto:avisos@ejemplo.example")),
    (
        "S-11",
        "<p>Para reportar una vulnerabilidad escriba a csirt@ejemplo.example.</p>",
        MET,
        site(security_contact=""),
    ),
    ("S-11", "<p>Agradecemos reportar vulnerabilidades.</p>", PARTIAL, site(security_contact="")),
    ("S-11", TEXT, MISSING, site(security_contact="")),
    ("S-11", "<a href='/avisar/'>Reportar una vulnerabilidad</a>", MET, site(security_contact="")),
    (
        "S-11",
        "<p>Para reportar un incidente en la vía pública llame al 2000-0000.</p>",
        MISSING,
        site(security_contact=""),
    ),
    ("S-11", TEXT, UNKNOWN, site()),
    ("S-12", told(), MET),
    ("S-12", told(("X-Powered-By", "PHP/5.6.40")), PARTIAL),
    ("S-12", f"<meta name=generator content='WordPress 5.2.1'>{TEXT}", PARTIAL),
    ("S-12", f"<meta name=generator content='WordPress'>{TEXT}", MET),
    ("S-12", "<title>Index of /docs</title><h1>Index of /docs</h1>", MISSING),
    ("S-12", "<p>Fatal error: algo falló in /var/www/a.php on line 12</p>", MISSING),
    ("S-12", "<p>Traceback (most recent call last): File x</p>", MISSING),
    ("S-12", "<p>Consulte el índice de documentos y la línea 12 del formulario.</p>", MET),
    ("S-13", TEXT, MET),
    ("S-13", f"<div style='display:none'>{SPAM_LINK}</div>{TEXT}", MISSING),
    ("S-13", f"<div style='position:absolute;left:-9999px'>{SPAM_LINK}</div>", MISSING),
    ("S-13", f"<title>Slot gacor hari ini</title>{TEXT}", MISSING),
    ("S-13", f"{TEXT}{SPAM_LINK}", PARTIAL),
    ("S-13", "<h1>激安ブランドバッグ</h1>", MISSING),
    ("S-13", "<html lang=ja><h1>ようこそ、こちらは市役所です</h1></html>", MET),
    ("S-13", "<a href='https://otro.example/ja/'>日本語</a>", MET),
    ("S-13", "<h1>Inauguran mejoras en el Casino Militar</h1><p>Ayer.</p>", MET),
    ("S-13", "<nav style='display:none'><a href='/a'>Inicio</a></nav>", MET),
    (
        "S-13",
        "<div hidden>" + "".join(f"<a href='https://x{n}.example/'>x</a>" for n in range(6)),
        PARTIAL,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2].value}")
def test_check_says_what_was_seen(case: tuple[Any, ...]) -> None:
    answer = answer_of_case(case)

    assert answer.verdict is case[2]
    if answer.verdict in (MET, PARTIAL):
        assert answer.evidence
    if answer.verdict in (UNKNOWN, NONE):
        assert answer.detail


@pytest.mark.parametrize("identity", ["S-01", "S-02", "S-03", "S-04"])
def test_local_portal_is_told_why_https_is_not_judged(identity: str) -> None:
    answer = answer_of(identity, visit_of(TEXT, ""), site=LOCAL)

    assert "dirección local (127.0.0.1)" in answer.detail


def test_snippet_alone_shows_the_fault() -> None:
    expired = site(**EXPIRED, certificate_until="2026-01-01", problem="certificate has expired")
    (piece,) = answer_of("S-03", visit_of(TEXT, ""), site=expired).evidence
    assert "vencido desde el 2026-01-01" in piece.snippet
    assert "certificate has expired" in piece.snippet

    (cookie,) = answer_of("S-08", told(("Set-Cookie", "sesion=; path=/")), site=site()).evidence
    assert "le falta: Secure, HttpOnly, SameSite" in cookie.snippet

    (link,) = answer_of("S-13", visit_of(f"<p hidden>{SPAM_LINK}</p>", "")).evidence
    assert "Enlace oculto: viagra → https://tienda.example/viagra" in link.snippet


def test_same_form_on_every_page_counts_once() -> None:
    visits = [sending("http://otro.example/b", url=f"https://{HOST}/{n}") for n in range(3)]

    assert answer_of("S-06", *visits, site=site()).detail.startswith("1 de 1")
