"""Stage 2, asked for: forms that can be filled in, requests by mail, sums done on the page."""

import re
from collections.abc import Iterator

from canse.domain.audit import Evidence
from canse.domain.naming import same_address_key
from crawler.document import Document
from crawler.forms import sending_texts
from crawler.hosts import HostClass, classify_host
from crawler.indicators.portal import (
    Answer,
    PortalView,
    examples,
    found,
    missing,
    not_evaluable,
    on,
)
from crawler.indicators.reached import has_mailbox
from crawler.indicators.said import (
    is_fit,
    is_live_here,
    link_piece,
    links_saying,
    piece,
    seen_or_said,
)
from crawler.ladder import Capability
from crawler.lexicon import Lexicon
from crawler.page import Form
from crawler.proof import Proof
from crawler.sightings import Sighting
from crawler.wording_proofs import affirms, told

_EDITABLE = frozenset({"docx", "doc", "odt", "xlsx", "xls", "ods"})
_EDITABLE_NAME = re.compile(r"\.(?:docx?|odt|xlsx?|ods)(?:[?#]|$)", re.I)
_SEND = Lexicon(
    "enviar-por-correo",
    r"""
    envi(?:ar|e|arlos?|elos?|arla|ela|ando)  remit(?:ir|a|irlo)  solicit(?:ar|arlo|e|elo)
    mand(?:ar|e)  escrib(?:ir|a)(?:nos)?  al correo  por correo(?: electronico)?  inviare
    """,
)
_CALCULATOR = Lexicon(
    "calculadora",
    r"""
    calculadoras?  simulador(?:es)?  calcul(?:e|a|ar) (?:su|el|la|tu|de)  cotizador  calcolatore
    calculo de (?:impuesto|arancel|pension|multa|tarifa|mora|iusi)\w*  calculator  simulacion de
    """,
)
# Asks for an opinion or a seat, not for a service.
SURVEY = Lexicon(
    "encuesta", r"encuestas?  satisfaccion  evento  webinar  conferencia  valora(?:r|cion)?"
)
_CALCULATE = Lexicon(
    "calcular", r"calcul(?:ar|e|a|o)  simul(?:ar|e|a)  cotizar  calcola  calculate"
)


def check_fillable(portal: PortalView) -> Answer:
    """E2-02: a form to download that can be filled in on the screen."""
    files = list(_form_files(portal))
    if not files:
        return missing("no se encontraron formularios para descargar")
    read = {same_address_key(v.url): v.document for v in portal.visits if v.document}
    facts = [(s, p, read.get(same_address_key(p.url))) for s, p in files]
    good = [(s, p) for s, p, d in facts if _is_editable(p.url, d)]
    if good:
        pieces = [_file_piece(s, p, "se puede llenar en pantalla") for s, p in good]
        return found(pieces, examples(s.offer.name for s, _ in good))
    if any(document is None or document.is_fillable is None for _, _, document in facts):
        return not_evaluable("no se abrieron todos los formularios en PDF")
    pieces = [_file_piece(s, p, "no tiene casillas para llenar") for s, p in files]
    return missing("los formularios son para imprimir y llenar a mano", pieces)


def _form_files(portal: PortalView) -> Iterator[tuple[Sighting, Proof]]:
    for sighting in portal.sightings:
        for proof in sighting.capabilities.proofs:
            is_file = proof.capability is Capability.FORM_FILE and proof.is_confirmed
            if is_file and proof.url and not portal.targets.is_dead(proof.url):
                yield sighting, proof


def _is_editable(url: str, document: Document | None) -> bool:
    if document is None:
        return bool(_EDITABLE_NAME.search(url))
    return bool(document.is_fillable) or document.kind in _EDITABLE


def _file_piece(sighting: Sighting, proof: Proof, words: str) -> Evidence:
    return on(sighting.visit, proof.selector, f"{proof.snippet} ({words})", "formulario-rellenable")


def check_by_mail(portal: PortalView) -> Answer:
    """E2-13: a service that is asked for by a message to a mailbox it names."""
    pieces: list[tuple[str, Evidence]] = []
    for sighting in portal.sightings:
        name = sighting.offer.name
        for entry in told(sighting.offer):
            if has_mailbox(entry.text) and affirms(_SEND, entry.text):
                pieces.append((name, piece(sighting.visit, entry, _SEND)))
        for link in sighting.offer.section.links:
            if link.raw.startswith("mailto:") and "subject=" in link.raw:
                pieces.append((name, link_piece(sighting.visit, link, "correo-con-asunto")))
    return seen_or_said(pieces, ())


def check_calculator(portal: PortalView) -> Answer:
    """E2-17: boxes and a button that does a sum; a link to the institution's own counts half."""
    pieces = [
        (form.heading or page.title, on(visit, form.selector, _words(form), "calculadora"))
        for visit, page in portal.fresh_pages()
        for form in page.forms
        if _does_sums(form) and is_fit(page)
    ]
    if pieces:
        return seen_or_said(pieces, ())
    links = [
        (link.text, link_piece(visit, link, _CALCULATOR.name))
        for visit, _, link in links_saying(portal, _CALCULATOR)
        if is_live_here(portal, link.url)
    ]
    return seen_or_said((), links)


def _does_sums(form: Form) -> bool:
    if classify_host(form.action, "") is HostClass.BANK or not form.fields:
        return False
    sends = sending_texts(form)
    return any(map(_CALCULATE.starts, sends)) or bool(sends and _CALCULATOR.find(form.heading))


def _words(form: Form) -> str:
    labels = [field.label or field.name for field in form.fields]
    return " · ".join(filter(None, (form.heading, *labels, *form.submit_texts)))
