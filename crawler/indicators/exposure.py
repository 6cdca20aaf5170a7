"""Security toward people: how their data is used, whom to warn, and what is left in sight."""

import re
from collections.abc import Iterator

from canse.domain.audit import Evidence
from canse.domain.naming import same_address_key
from crawler.hosts import HostClass, classify_host
from crawler.indicators.portal import (
    Answer,
    PortalView,
    examples,
    found,
    missing,
    not_evaluable,
    on,
    partly,
)
from crawler.lexicon import Lexicon
from crawler.page import Link, Page
from crawler.visit import Visit

TITLE_WORDS = 14
USES = 2
_PRIVACY = Lexicon(
    "privacidad",
    r"""
    (?:politicas?|avisos?|declaracion) (?:\w+ ){0,4}(?:privacidad|proteccion de datos)
    (?:politicas?|avisos?) (?:\w+ ){0,4}datos personales
    (?:proteccion|tratamiento) de (?:los )?datos(?: personales)?  privacidad  habeas data
    privacy(?: policy| notice)?  politica de privacidade  informativa (?:sulla )?privacy
    """,
)  # fmt: skip
_USE = Lexicon(
    "uso-de-datos",
    r"""
    (?:sus|los|tus|de|your) datos personales  personal (?:data|information)  dados pessoais
    dati personali  trattamento dei dati  titolare del trattamento  tratamento d[eo]s? dados
    datos que (?:nos )?(?:proporciona|recab|recopil)\w*  finalidad(?:es)?
    titular(?:es)? (?:de los datos|del dato)  tratamiento  recop?ila\w*  recaba\w*  almacena\w*
    confidencial\w*  derechos arco  no (?:se )?(?:comparti|vende|ceder)\w*  cookies
    informacion (?:personal|que (?:nos )?(?:proporciona|recopil)\w*)  we collect
    """,
)
_WARNING = Lexicon(
    "reporte-de-seguridad",
    r"""
    (?:report\w*|notific\w*|avis\w*) (?:\w+ ){0,4}(?:vulnerabilidad(?:es)?|fallas? de seguridad)
    (?:report\w*|notific\w*) (?:\w+ ){0,4}incidentes? (?:de seguridad informatica|ciberneticos?)
    divulgacion responsable  responsible disclosure  vulnerability disclosure
    report (?:a )?(?:security )?vulnerabilit(?:y|ies)  bug bounty
    """,
)
_REACH = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|\b\d{4}[ -]?\d{4}\b")
_LISTING = re.compile(r"^\s{0,5}index of /", re.I)
_TRACE = re.compile(
    r"traceback \(most recent call last\)|(?:fatal error|parse error|warning)\s{0,2}: .{1,200}"
    r" in /?\S{2,200} on line \d|ora-\d{5}\b|sqlstate\[\w{2,6}\]|unclosed quotation mark"
    r"|you have an error in your sql syntax|server error in '.{0,40}' application"
    r"|system\.(?:web|data)\.\w{1,60}exception|\bat [\w.$]{3,80}\([\w]{1,60}\.java:\d{1,5}\)"
    r"|whoops, looks like something went wrong|mysqli?_(?:connect|query|fetch\w*)\(\)",
    re.I,
)
# Plain substrings that no match is without: most texts need no closer look.
_WARNING_HINTS = ("ulnerab", "ncident", "isclosure", "ivulgaci", "ounty")
_TRACE_HINTS = (
    *("raceback", "on line", "ORA-", "SQLSTATE", "uotation mark", "SQL syntax", "Server Error"),
    *("xception", ".java:", "hoops", "mysql"),
)
_VERSION = re.compile(r"[a-z][\w .+-]{0,40}?[/ ]v?\d{1,3}\.\d[\w.-]{0,20}", re.I)


def check_privacy(portal: PortalView) -> Answer:
    """S-10: a page on privacy says what is done with people's data."""
    links = list(_privacy_links(portal))
    called = {same_address_key(link.url): link.text for _, link in links}
    named: list[Evidence] = []
    for visit, page in portal.fresh_pages():
        title = _privacy_title(page) or called.get(same_address_key(visit.url), "")
        if not title:
            continue
        uses = {_USE.find(block.text): block for block in page.blocks}
        uses.pop("", None)
        if len(uses) >= USES:
            block = max(uses.values(), key=lambda one: len(one.text))
            said = f"{title}: {block.text}"
            return found([on(visit, block.selector, said, "privacidad")], title)
        named.append(on(visit, "h1", title, "privacidad-titulo"))
    for visit, link in links:
        said = f"{link.text} → {link.url}"
        named.append(on(visit, link.selector, said, "privacidad-enlace"))
    return partly(named, "no se leyó qué hace con los datos") if named else missing()


def _privacy_title(page: Page) -> str:
    """The heading or title by which a page is one on privacy; long ones are news of it."""
    texts = [heading.text for heading in page.headings if heading.level <= 2]
    for text in (*texts[:6], re.split(r"\s[|–—-]\s", page.title)[0]):
        if len(text.split()) <= TITLE_WORDS and _PRIVACY.starts(text):
            return text
    return ""


def _privacy_links(portal: PortalView) -> Iterator[tuple[Visit, Link]]:
    """The links to own pages on privacy that are not known to be dead."""
    for visit, page in portal.fresh_pages():
        for link in page.links:
            is_named = len(link.text.split()) <= TITLE_WORDS and _PRIVACY.starts(link.text)
            is_own = classify_host(link.url, portal.url) is HostClass.OWN
            if is_named and is_own and not portal.targets.is_dead(link.url):
                yield visit, link


def check_warning(portal: PortalView) -> Answer:
    """S-11: who finds a hole knows whom to tell."""
    contact = portal.site.transport.security_contact
    if contact:
        said = f"/.well-known/security.txt: Contact: {contact}"
        return found([on(v, "", said, "security-txt") for v in portal.visits[:1]], contact)
    pieces = []
    for piece, how in _warnings(portal):
        if how:
            return found([piece], how)
        pieces.append(piece)
    if pieces:
        return partly(pieces, "no dice al lado a qué correo o teléfono")
    if contact is None:
        return not_evaluable("no se preguntó por security.txt y ninguna página dice a quién avisar")
    return missing()


def _warnings(portal: PortalView) -> Iterator[tuple[Evidence, str]]:
    """Where people are asked to tell of holes, and how they can; empty where it is not said."""
    for visit, page in portal.fresh_pages():
        for block in page.blocks:
            if _has(_WARNING_HINTS, block.text) and _WARNING.find(block.text):
                how = "una página dice a quién avisar" if _REACH.search(block.text) else ""
                yield on(visit, block.selector, block.text, "reporte-de-seguridad"), how
        for link in page.links:
            if link.url.startswith("http") and _WARNING.find(link.text):
                said = f"{link.text} → {link.url}"
                piece = on(visit, link.selector, said, "reporte-de-seguridad")
                yield piece, "un enlace lleva adonde avisar"


def check_leaks(portal: PortalView) -> Answer:
    """S-12: no list of a folder, no error with its insides, no number of a version."""
    spills = list(_spills(portal))
    if spills:
        return missing("; ".join(dict.fromkeys(name for name, _ in spills)), (e for _, e in spills))
    versions = list(_versions(portal))
    if versions:
        return partly((e for _, e in versions), examples(name for name, _ in versions))
    seen = next(portal.fresh_pages())[0]
    count, server = sum(1 for _ in portal.fresh_pages()), seen.header("server") or "—"
    said = f"{count} páginas revisadas; Server: {server}"
    return found([on(seen, "", said, "sin-detalles")])


def _spills(portal: PortalView) -> Iterator[tuple[str, Evidence]]:
    for visit, page in portal.fresh_pages():
        heads = (page.title, *(heading.text for heading in page.headings[:2]))
        listing = next((text for text in heads if _LISTING.match(text)), "")
        if listing:
            yield "la lista de una carpeta", on(visit, "h1", listing, "lista-de-carpeta")
        for block in page.blocks:
            match = _TRACE.search(block.text) if _has(_TRACE_HINTS, block.text) else None
            if match:
                said = block.text[max(match.start() - 60, 0) :]
                yield "un error con sus detalles", on(visit, block.selector, said, "error-interno")
                break


def _has(hints: tuple[str, ...], text: str) -> bool:
    return any(hint in text for hint in hints)


def _versions(portal: PortalView) -> Iterator[tuple[str, Evidence]]:
    seen: set[str] = set()
    for visit, page in portal.fresh_pages():
        for name, value in _announced(visit, page):
            if value not in seen and _VERSION.search(value):
                seen.add(value)
                yield value, on(visit, "", f"{name}: {value}", "version-a-la-vista")


def _announced(visit: Visit, page: Page) -> Iterator[tuple[str, str]]:
    yield "Server", visit.header("server")
    yield "X-Powered-By", visit.header("x-powered-by")
    yield "generator", page.generator
