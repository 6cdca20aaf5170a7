"""Stage 4, centred on the person: their own space, moments of life, notices, voice, reuse."""

import re
from collections import Counter
from collections.abc import Iterator

from canse.domain.audit import Evidence
from canse.domain.naming import same_address_key
from crawler.dates import dates_in
from crawler.forms import FormClass, classify_form, sending_texts
from crawler.indicators.formed import CARRYING, form_piece
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on, partly
from crawler.indicators.proven import beside_application, proven
from crawler.indicators.said import (
    Named,
    is_fit,
    is_live_here,
    link_piece,
    links_saying,
    own_entries,
    piece,
    saying,
    seen_or_said,
    services_saying,
)
from crawler.ladder import Capability
from crawler.lexicon import Lexicon
from crawler.page import Form, Link, Page
from crawler.page_kind import first_headings
from crawler.visit import Visit

MOMENTS = 3
SERVICES_OF_A_MOMENT = 3
SERVED_MOMENTS = 2
MOMENT_WORDS = 5
_MINE = Lexicon(
    "espacio-personal",
    r"""
    mis (?:tramites|pagos|solicitudes|citas|documentos|gestiones|expedientes)  mi carpeta
    mi (?:espacio|portal|perfil) ciudadano  espacio personal  carpeta ciudadana
    bandeja de (?:solicitudes|tramites)  historial de (?:tramites|solicitudes|pagos)
    area personale  le mie (?:pratiche|attivita)  my (?:account|applications)  mi cuenta
    """,
)
_SHOP_OR_STAFF = Lexicon(
    "tienda-o-personal",
    r"""
    carrito  tienda  checkout  finalizar compra  lista de deseos  woocommerce  marcaje
    mis vacaciones  mi boleta de pago  empleados?  colaboradores  recursos humanos
    """,
)
_SHOP_ADDRESS = re.compile(r"/(?:my-account|cart|carrito|tienda|shop|checkout)(?:/|$)", re.I)
_MOMENT = Lexicon(
    "momento-de-vida",
    r"""
    nacer  nacimiento(?: de un hijo)?  (?:tener|tuve) un(?:a)? hij[oa]  familia  matrimonio
    casarse  estudiar  estudiantes?  educacion  trabajar  buscar (?:empleo|trabajo)  emprender
    emprendedores  abrir un negocio  empresas?  migrantes?  migrar  viajar  jubilarse  jubilacion
    (?:adultos?|personas) mayor(?:es)?  jovenes  juventud  mujeres?  ninez  discapacidad
    personas con discapacidad  fallecimiento(?: de un familiar)?  perder a un familiar  vivienda
    (?:comprar|construir) (?:una )?(?:casa|vivienda)  conducir  enfermedad  retirarse  defuncion
    """,
)
_REMINDER = Lexicon(
    "aviso-personal",
    r"""
    (?:le|te|les) (?:avisa|recorda|notifica)\w* .{0,40}(?:venc|renov|antes de)\w*
    recordatorios? (?:de|por|del?) (?:su |el |la )?(?:vencimiento|renovacion|pago|cita)
    (?:avisos?|alertas?) (?:de|por) (?:vencimiento|renovacion)
    (?:suscri\w+|recib\w+) .{0,30}(?:avisos?|alertas?|notificaciones) (?:de|sobre) (?:su|este|tu|mi)
    (?:avis|notific)\w+ cuando (?:venza|este por vencer|deba renovar|su tramite)
    """,
)
_NEWS_ONLY = Lexicon("solo-boletin", r"boletin(?:es)?  newsletter  noticias  novedades")
_CONSULTATION = Lexicon(
    "consulta-publica",
    r"""
    consultas? (?:publicas?|ciudadanas?|popular(?:es)?)  co-?creacion  proceso participativo
    dialogo ciudadano  mesas? de (?:dialogo|cocreacion)  consulta pubblica
    gobierno abierto participativo  foro (?:publico|ciudadano)
    """,
)
# "Disponible para consulta pública" lets people read, it asks them nothing.
_TO_READ = Lexicon("para-leer", r"(?:para|a|en) (?:su |la )?consulta publica")
_RESULTS = Lexicon(
    "resultados-de-la-consulta",
    r"""
    resultados? (?:de|del) (?:la |el |las )?(?:consulta|cocreacion|dialogo|foro)\w*
    lo que (?:nos )?dij(?:eron|iste)  respuestas? a (?:los |las |sus )?(?:aportes|comentarios)
    respuestas? a (?:las |sus )?observaciones  informe (?:final )?de (?:la )?consulta
    que hicimos con (?:sus|los|tus) (?:aportes|ideas)  aportes (?:recibidos|incorporados)
    """,
)
_PROCESS = Lexicon(
    "proceso-participativo",
    r"""
    convocatoria  inscripcion(?:es)?  votacion(?:es)?  vot[ea]  asambleas?  fecha limite
    cronograma  talleres?  propuestas?  postulacion(?:es)?  fase  etapa  plazo
    """,
)
_BUDGET = Lexicon(
    "presupuesto-participativo",
    r"""
    presupuestos? participativos?  orcamento participativo  bilancio partecipativo
    vot(?:a|e|ar|acion) (?:por |de |en )?(?:los |el |tu |su |las )*(?:proyectos?|propuestas?|obras?)
    participatory budget(?:ing)?
    """,
)


def check_personal_area(portal: PortalView) -> Answer:
    """E4-05: a door to one's own requests; a shop's account and the staff's are none."""
    pieces: list[Named] = [
        (link.text, link_piece(visit, link, _MINE.name))
        for visit, page, link in links_saying(portal, _MINE)
        if _MINE.starts(link.text)
        and len(link.text.split()) <= MOMENT_WORDS
        and is_live_here(portal, link.url)
        and _is_citizens(page, link)
    ]
    return seen_or_said(pieces, ()) if pieces else _AREA_SAID(portal)


_AREA_SAID = proven(Capability.PERSONAL_AREA)
check_reuse = beside_application(Capability.REUSE)


def _is_citizens(page: Page, link: Link) -> bool:
    if _SHOP_ADDRESS.search(link.url) or _SHOP_OR_STAFF.find(f"{page.title} {link.text}"):
        return False
    others = " ".join(other.text for other in page.links if len(other.text) < 40)
    return is_fit(page, with_news=True) and not _SHOP_OR_STAFF.find(others)


def check_moments(portal: PortalView) -> Answer:
    """E4-06: services gathered by moments of life or kinds of people, several under each."""
    counts = Counter(same_address_key(s.visit.url) for s in portal.sightings)
    best: list[tuple[Link, Evidence]] = []
    for visit, page in portal.fresh_pages():
        entries = list(_moments(visit, page))
        if len(entries) > len(best):
            best = entries
    if len(best) < MOMENTS:
        return missing()
    served = [
        link.text for link, _ in best if counts[same_address_key(link.url)] >= SERVICES_OF_A_MOMENT
    ]
    pieces = [evidence for _, evidence in best]
    if len(served) >= SERVED_MOMENTS:
        return found(pieces, examples(served))
    return partly(pieces, examples(link.text for link, _ in best))


def _moments(visit: Visit, page: Page) -> Iterator[tuple[Link, Evidence]]:
    """The page's links to moments of life, each target once; categories of news are none."""
    seen: set[str] = set()
    for link in page.links:
        is_short = 0 < len(link.text.split()) <= MOMENT_WORDS
        if not is_short or link.url in seen or not link.url.startswith("http"):
            continue
        if _MOMENT.starts(link.text) and not _NEWS_CATEGORY.search(link.url):
            seen.add(link.url)
            yield link, link_piece(visit, link, _MOMENT.name)


_NEWS_CATEGORY = re.compile(
    r"/(?:noticias?|news|category|categoria|tag|etiqueta|blog|prensa|eventos?)(?:/|$)", re.I
)


def check_reminders(portal: PortalView) -> Answer:
    """E4-07: notices of what concerns the person, such as an expiry; a newsletter is none."""
    forms: list[Named] = [
        (form.heading or page.title, form_piece(visit, form, _REMINDER.name))
        for visit, page in portal.fresh_pages()
        for form in page.forms
        if sending_texts(form)
        and _REMINDER.find(f"{form.heading} {form.text}")
        and not _NEWS_ONLY.find(f"{form.heading} {form.text}")
    ]
    said: list[Named] = [
        (s.offer.name, piece(s.visit, entry, _REMINDER))
        for s, entry in services_saying(portal, _REMINDER)
        if not _NEWS_ONLY.find(entry.text)
    ]
    return seen_or_said(forms, said)


def check_cocreation(portal: PortalView) -> Answer:
    """E4-08: people were consulted, and what came of it is published."""
    asked: list[Evidence] = []
    answered: list[Evidence] = []
    for visit, page in portal.fresh_pages():
        for entry in own_entries(page):
            if _RESULTS.find(entry.text):
                answered.append(piece(visit, entry, _RESULTS))
            elif _CONSULTATION.find(entry.text) and not _TO_READ.find(entry.text):
                asked.append(piece(visit, entry, _CONSULTATION))
    if asked and answered:
        return found([asked[0], *answered])
    return partly(answered) if answered else missing(pieces=asked)


def check_budget_vote(portal: PortalView) -> Answer:
    """E4-09: a budget decided with people: a form, or a process with its dates."""
    near: list[Evidence] = []
    for visit, page in portal.fresh_pages():
        name = next(filter(_BUDGET.find, (*first_headings(page), page.title)), "")
        if not name:
            continue
        for form in page.forms:
            if sending_texts(form) and (classify_form(form) in CARRYING or _is_vote(form)):
                near.append(form_piece(visit, form, _BUDGET.name))
        for entry in own_entries(page):
            if dates_in(entry.text) and _PROCESS.find(entry.text):
                near.append(on(visit, entry.selector, f"{name}: {entry.text}", _BUDGET.name))
    if near:
        return found(near)
    far = [piece(visit, entry, _BUDGET) for visit, _, entry in saying(portal, _BUDGET)]
    far += [link_piece(v, link, _BUDGET.name) for v, _, link in links_saying(portal, _BUDGET)]
    return partly(far) if far else missing()


def _is_vote(form: Form) -> bool:
    return any(map(_PROCESS.find, form.submit_texts))


def check_ratings(portal: PortalView) -> Answer:
    """E4-10: a short survey on a page that offers a service."""
    pages = {s.visit.url for s in portal.sightings}
    pieces = [
        on(visit, form.selector, " · ".join((form.heading, *form.submit_texts)), "valoracion")
        for visit, page in portal.fresh_pages()
        if visit.url in pages
        for form in page.forms
        if classify_form(form) is FormClass.SURVEY
    ]
    return found(pieces) if pieces else missing()
