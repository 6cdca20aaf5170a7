"""Accessibility beyond the page: linked PDF files, and what the portal says of its own access."""

import re

from canse.domain.naming import same_address_key
from crawler.hosts import HostClass, classify_host
from crawler.indicators.bands import Tally, quoted, read_pages
from crawler.indicators.portal import (
    Answer,
    PortalView,
    found,
    missing,
    not_applicable,
    not_evaluable,
    on,
    partly,
)
from crawler.lexicon import Lexicon, folded
from crawler.main_text import main_text
from crawler.page import Link, Page

STATEMENT_WORDS = 40
_ACCESS = Lexicon(
    "accesibilidad",
    r"""
    (?:declaracion|politica|compromiso|informe|nivel) de accesibilidad  accesibilidad(?: web)?
    accessibility(?: statement)?  (?:dichiarazione di )?accessibilita
    (?:declaracao de )?acessibilidade
    """,
)
# Words of physical access, and of the boxes of buttons that a script lays over the page.
_OTHER_ACCESS = Lexicon(
    "otra-accesibilidad",
    r"""
    (?:menu|barra|herramientas?|opciones|boton|panel|widget|ajustes) de accesibilidad
    accessibility (?:menu|tools|toolbar)  accesibilidad universal  rampas?  vial
    """,
)
_PROOF = Lexicon(
    "declaracion",
    r"""
    wcag  w3c  une 139803  en 301 ?549  section 508  nivel (?:a|aa|aaa)  pautas  conform\w+
    parcialmente conforme  contenidos? no accesibles?  barreras?  lectores? de pantalla
    screen readers?  tecnologias? (?:de apoyo|asistivas?)  guidelines  assistive  conformita
    """,
)
_ANSWER = re.compile(r"@|\b(?:correo|telefono|formulario|contact\w*|comunic\w+|escriba\w*|segnala)")


def check_documents(portal: PortalView) -> Answer:
    """A-11: the PDF files that the portal links hold text, not only pictures of pages."""
    tally = Tally(subject="archivos PDF con texto que se puede leer y buscar", rule="pdf-texto")
    documents = 0
    for visit in portal.visits:
        if visit.document is None or visit.document.kind != "pdf":
            continue
        documents += 1
        if visit.document.has_text is not None:
            state = "tiene texto" if visit.document.has_text else "no tiene texto, solo imágenes"
            words = f"{visit.url.rpartition('/')[2][:120]}: {state}"
            tally.add(visit.document.has_text, visit, "", words)
    if tally.total:
        return tally.answer()
    if documents:
        return not_evaluable("de los archivos PDF se leyó muy poco para saber si tienen texto")
    return not_applicable("no se leyó ningún archivo PDF enlazado")


def check_statement(portal: PortalView) -> Answer:
    """A-12: a page that says how accessible the portal is, opened and read; a link to one counts
    in part. A box of buttons laid over the page is no statement."""
    statements = [(v, p) for v, p in read_pages(portal) if _is_statement(p)]
    if statements:
        return found(
            on(visit, "main", f"página {quoted(page.title)}: {main_text(page)}", "declaracion")
            for visit, page in statements
        )
    opened = {same_address_key(v.final_url or v.url) for v, _ in read_pages(portal)}
    links = [
        on(visit, link.selector, f"{quoted(link.text)} lleva a {link.url[:120]}", "enlace")
        for visit, page in read_pages(portal)
        for link in page.links
        if _leads_to_statement(link, portal) and same_address_key(link.url) not in opened
    ]
    if links:
        return partly(links, "hay un enlace, pero su página no se pudo leer")
    return missing()


def _is_statement(page: Page) -> bool:
    named = [page.title, *(h.text for h in page.headings if h.level <= 2)]
    if not any(_names_access(text) for text in named):
        return False
    text = main_text(page)
    is_long = len(text.split()) >= STATEMENT_WORDS
    return is_long and bool(_PROOF.find(text)) and bool(_ANSWER.search(folded(text)))


def _names_access(text: str) -> bool:
    return bool(_ACCESS.find(text)) and not _OTHER_ACCESS.find(text)


def _leads_to_statement(link: Link, portal: PortalView) -> bool:
    if not link.url.startswith("http") or "#" in link.raw[:1] or not _names_access(link.text):
        return False
    kind = classify_host(link.url, portal.url)
    return kind in (HostClass.OWN, HostClass.STATE) and not portal.targets.is_dead(link.url)
