"""Security in the answers: what headers ask of the browser, and how cookies are kept."""

import re
from collections.abc import Iterator

from crawler.hosts import is_secure
from crawler.indicators.portal import (
    Answer,
    PortalView,
    examples,
    found,
    missing,
    not_applicable,
    not_evaluable,
    on,
    partly,
)
from crawler.indicators.travel import local_words
from crawler.page import Page
from crawler.visit import Visit

HALF_YEAR_SECONDS = 15_552_000
NO_HEADERS = "no se guardaron los encabezados de las respuestas"
_MAX_AGE = re.compile(r"max-age\s{0,3}=\s{0,3}\"?(\d{1,12})", re.I)
_LASTING = re.compile(r";\s{0,3}(?:expires|max-age)\s{0,3}=", re.I)
_SESSION = re.compile(r"sess|(?:^|_)sid\b|asp\.net|auth|token|login|^ci_|laravel|identity", re.I)
# Scripts must read these: they are made to be sent back in a header of their own.
_FOR_SCRIPTS = re.compile(r"csrf|xsrf", re.I)
_FLAGS = {
    name: re.compile(rf";\s{{0,3}}{name}\b", re.I) for name in ("secure", "httponly", "samesite")
}


def check_hsts(portal: PortalView) -> Answer:
    """S-05: the browser is told to use https alone for half a year or more."""
    secure = [v for v in portal.visits if v.final_url.startswith("https:") and v.status]
    transport = portal.site.transport
    if not secure:
        if transport.is_local:
            return not_evaluable(local_words(transport))
        if transport.has_https is False:
            return missing("sin https no hay a qué obligar")
        return not_evaluable("las páginas se leyeron por http")
    if not any(visit.headers for visit in secure):
        return not_evaluable(NO_HEADERS)
    told = [(visit, _seconds(visit)) for visit in secure if _seconds(visit) is not None]
    if not told:
        said = f"{secure[0].final_url} respondió sin Strict-Transport-Security"
        return missing("ninguna respuesta lo trae", [on(secure[0], "", said, "hsts")])
    visit, seconds = max(told, key=lambda pair: pair[1] or 0)
    value = visit.header("strict-transport-security")
    pieces = [on(visit, "", f"Strict-Transport-Security: {value}", "hsts")]
    if not seconds:
        return missing(value, pieces)
    return found(pieces, value) if seconds >= HALF_YEAR_SECONDS else partly(pieces, value)


def _seconds(visit: Visit) -> int | None:
    match = _MAX_AGE.search(visit.header("strict-transport-security"))
    return int(match.group(1)) if match else None


def check_cookies(portal: PortalView) -> Answer:
    """S-08: cookies of a session are kept from scripts, from plain http and from other sites."""
    if not any(visit.headers for visit in portal.visits):
        return not_evaluable(NO_HEADERS)
    seen: dict[str, tuple[Visit, str, tuple[str, ...]]] = {}
    for visit in portal.visits:
        for cookie in _session_cookies(visit):
            name = cookie.partition("=")[0]
            lacks = tuple(_lacking(cookie, visit))
            if name not in seen or len(lacks) > len(seen[name][2]):
                seen[name] = (visit, cookie, lacks)
    if not seen:
        return not_applicable("el portal no dejó cookies de sesión")
    worst = sorted(seen.values(), key=lambda entry: -len(entry[2]))
    pieces = [
        on(visit, "", f"Set-Cookie: {cookie} · le falta: {', '.join(lacks) or 'nada'}", "cookie")
        for visit, cookie, lacks in worst
    ]
    faults = examples(
        f"{c.partition('=')[0]} sin {', '.join(lacks)}" for _, c, lacks in worst if lacks
    )
    if not faults:
        return found(pieces, examples(seen))
    return missing(faults, pieces) if len(worst[0][2]) == len(_FLAGS) else partly(pieces, faults)


def _session_cookies(visit: Visit) -> Iterator[str]:
    for name, value in visit.headers:
        if name == "set-cookie" and not value.startswith("="):
            cookie = value.partition("=")[0]
            if _SESSION.search(cookie) or not _LASTING.search(value):
                yield value


def _lacking(cookie: str, visit: Visit) -> Iterator[str]:
    """The flags a cookie lacks; Secure cannot be asked of a portal on the auditor's machine."""
    for flag, pattern in _FLAGS.items():
        is_excused = (flag == "httponly" and _FOR_SCRIPTS.search(cookie.partition("=")[0])) or (
            flag == "secure"
            and not visit.final_url.startswith("https:")
            and is_secure(visit.final_url)
        )
        if not is_excused and not pattern.search(cookie):
            yield {"secure": "Secure", "httponly": "HttpOnly", "samesite": "SameSite"}[flag]


def check_headers(portal: PortalView) -> Answer:
    """S-09: no guessing of types, no framing by others, no full referrer."""
    first = next(((v, p) for v, p in portal.fresh_pages() if v.headers), None)
    if first is None:
        return not_evaluable(NO_HEADERS)
    visit, page = first
    seen = list(_protections(visit, page))
    names = {name for name, _ in seen}
    lacking = [name for name in ("nosniff", "marcos", "referencia") if name not in names]
    said = "; ".join(value for _, value in seen) or "ningún encabezado de protección"
    pieces = [on(visit, "", said, "encabezados")]
    if not lacking:
        return found(pieces, said)
    wanted = ", ".join(_WANTED[name] for name in lacking)
    return partly(pieces, f"falta {wanted}") if seen else missing(f"falta {wanted}", pieces)


_WANTED = {
    "nosniff": "X-Content-Type-Options",
    "marcos": "X-Frame-Options o Content-Security-Policy",
    "referencia": "Referrer-Policy",
}


def _protections(visit: Visit, page: Page) -> Iterator[tuple[str, str]]:
    options, frames = visit.header("x-content-type-options"), visit.header("x-frame-options")
    policy = visit.header("content-security-policy")
    if options.lower() == "nosniff":
        yield "nosniff", f"X-Content-Type-Options: {options}"
    if frames.lower().startswith(("deny", "sameorigin", "allow-from")):
        yield "marcos", f"X-Frame-Options: {frames}"
    # A policy in a meta cannot forbid framing (CSP level 3, frame-ancestors).
    if "frame-ancestors" in policy.lower():
        yield "marcos", f"Content-Security-Policy: {policy}"
    metas = {name.lower(): value for name, value in page.metas}
    referrer = visit.header("referrer-policy") or metas.get("referrer", "")
    if referrer and "unsafe-url" not in referrer.lower():
        yield "referencia", f"Referrer-Policy: {referrer}"
