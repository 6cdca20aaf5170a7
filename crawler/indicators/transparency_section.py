"""The section of public information: where it stands, and the quality of what it holds."""

import re
from collections.abc import Callable, Iterable, Sequence

from canse.domain.audit import Evidence
from crawler.files import is_file
from crawler.hosts import is_same_site
from crawler.indicators.disclosure import FOREIGN, Disclosure, disclosures, is_foreign
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
from crawler.indicators.publication_content import Document
from crawler.indicators.publication_index import index_of
from crawler.lexicon import Lexicon
from crawler.page import Link
from crawler.visit import Visit

CLICKS = 2
NUMERALS_OF_A_SECTION = 5
GOOD, FAIR = 0.8, 0.3
_LINK = Lexicon(
    "acceso-a-la-informacion",
    r"""
    (?:libre )?acceso a la informacion(?: publica)?  informacion publica(?: de oficio)?
    ley de acceso  laip  uip  uaip  transparencia  unidad de informacion
    """,
)
_OPEN = re.compile(r"\.(?:xlsx?|xlsm|csv|od[st]|json|xml|docx?)(?:$|[?#])", re.I)
_TEXTUAL = frozenset({"docx", "doc", "xlsx", "xls", "ods", "odt", "csv", "json", "xml", "html"})
NOTHING = "no se encontró información de oficio que valorar"


def check_section(portal: PortalView) -> Answer:
    """T-00: a section two clicks away at most, opened and seen to list the numerals."""
    if is_foreign(portal):
        return not_applicable(FOREIGN)
    lists = [
        (visit, number)
        for visit, number in portal.once(index_of).lists
        if number >= NUMERALS_OF_A_SECTION
    ]
    for visit, number in sorted(lists, key=lambda pair: (pair[0].depth, -pair[1])):
        title = visit.page.title if visit.page else ""
        piece = on(visit, "body", f"{title}: se vieron {number} numerales", "seccion")
        if visit.depth <= CLICKS:
            return found([piece], f"{number} numerales a {_clicks(visit.depth)} de la portada")
        return partly([piece], f"lista {number} numerales, pero está a {_clicks(visit.depth)}")
    return _announced(portal)


def check_current(portal: PortalView) -> Answer:
    """T-Q1: most of what is announced is of the period the law asks."""
    return _share(portal, "actuales", lambda seen: seen.is_current)


def check_not_empty(portal: PortalView) -> Answer:
    """T-Q2: most of what is announced holds files, a table or a page of its own."""
    return _share(portal, "con documentos, tabla o página", lambda seen: not seen.is_empty)


def check_dated(portal: PortalView) -> Answer:
    """T-Q5: most of what is published says of which date it is."""
    return _share(portal, "con fecha", lambda seen: seen.newest is not None and not seen.is_empty)


def check_editable(portal: PortalView) -> Answer:
    """T-Q4: files that can be edited or processed, not only looked at."""
    seen = _announced_disclosures(portal)
    if isinstance(seen, Answer):
        return seen
    documents = _documents(seen)
    if not documents:
        return not_applicable("no hay documentos publicados que valorar")
    is_open = [d for d in documents if _OPEN.search(d.link.url)]
    detail = f"{len(is_open)} de {len(documents)} documentos"
    if len(is_open) >= GOOD * len(documents):
        return found(_pieces(is_open), detail)
    pieces = _pieces(is_open or documents)
    return partly(pieces, detail) if is_open else missing(detail, pieces)


def check_text_layer(portal: PortalView) -> Answer:
    """T-Q3: files whose text can be searched and read aloud; a scanned sheet is a picture."""
    seen = _announced_disclosures(portal)
    if isinstance(seen, Answer):
        return seen
    documents = _documents(seen)
    if not documents:
        return not_applicable("no hay documentos publicados que valorar")
    known = [(d, text) for d in documents if (text := _has_text(portal, d)) is not None]
    if not known:
        return not_evaluable("no se pudo leer ningún documento de la sección")
    good = [d for d, has_text in known if has_text]
    bad = [d for d, has_text in known if not has_text]
    detail = f"{len(good)} de {len(known)} documentos leídos"
    if len(good) >= GOOD * len(known):
        return found(_pieces(good), detail)
    return partly(_pieces(bad), detail) if good else missing(detail, _pieces(bad))


def _share(portal: PortalView, what: str, holds: Callable[[Disclosure], bool]) -> Answer:
    seen = _announced_disclosures(portal)
    if isinstance(seen, Answer):
        return seen
    good = [one for one in seen if holds(one)]
    bad = [one for one in seen if not holds(one)]
    detail = f"{len(good)} de {len(seen)} numerales {what}"
    if bad:
        detail += f"; faltan los numerales {examples(str(b.publication.number) for b in bad)}"
    pieces = [_piece(one, f"{what}: sí") for one in good[:2]]
    pieces += [_piece(one, f"{what}: no") for one in bad[:3]]
    if len(good) >= GOOD * len(seen):
        return found(pieces, detail)
    return partly(pieces, detail) if len(good) >= FAIR * len(seen) else missing(detail, pieces)


def _announced_disclosures(portal: PortalView) -> Sequence[Disclosure] | Answer:
    """What the portal announces of article 10 and does not refuse, or why nothing can be said."""
    if is_foreign(portal):
        return not_applicable(FOREIGN)
    seen = [
        one
        for key, one in portal.once(disclosures).items()
        if key.startswith("T10") and one.is_announced and not one.is_refused
    ]
    return seen or not_applicable(NOTHING)


def _announced(portal: PortalView) -> Answer:
    """A link that promises the section, though no page with numerals was seen."""
    for visit, page in portal.pages():
        if visit.depth >= CLICKS:
            continue
        for link in page.links:
            if _LINK.find(link.text) or _LINK.find(link.title):
                snippet = f"{link.text or link.title} → {link.url}"
                return partly([on(visit, link.selector, snippet, "enlace")], _promise(portal, link))
    return missing()


def _promise(portal: PortalView, link: Link) -> str:
    if not link.url:
        return "el enlace no lleva a ninguna parte"
    if not is_same_site(link.url, portal.url):
        return "el enlace lleva a otro sitio, que no se visitó"
    if portal.targets.is_dead(link.url):
        return "el enlace no responde"
    if is_file(link.url):
        return "el enlace lleva a un documento, no a una sección"
    return "hay un enlace, pero no se vio una página que liste los numerales"


def _documents(seen: Iterable[Disclosure]) -> list[Document]:
    return list({d.key: d for one in seen for d in one.documents}.values())


def _has_text(portal: PortalView, document: Document) -> bool | None:
    visit: Visit | None = portal.once(index_of).visits.get(document.key)
    if visit is None or visit.document is None:
        return None
    if visit.document.kind in _TEXTUAL:
        return True
    return False if visit.document.kind == "image" else visit.document.has_text


def _pieces(documents: Iterable[Document]) -> list[Evidence]:
    return [
        on(d.visit, d.link.selector, f"{d.link.text} → {d.link.url}", "documento")
        for d in list(documents)[:5]
    ]


def _piece(one: Disclosure, what: str) -> Evidence:
    place = one.contents[0].place
    name = f"Numeral {one.publication.number}, {what}: {place.text}"
    return on(place.visit, place.selector, name, f"{one.publication.id}-calidad")


def _clicks(depth: int) -> str:
    return "un clic" if depth == 1 else f"{depth} clics"
