"""Says what a page is about as a whole, before anything on it is taken for a service."""

import math
import re
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from canse.domain.naming import fold
from crawler.lexicon import Lexicon
from crawler.page import Page, Region
from crawler.words_of_services import CONTEXT, SERVICE, STAFF, STAFF_PEOPLE

NEWS_DATES = 4


class PageKind(StrEnum):
    """Kinds that decide how much a page must show before a service is seen on it."""

    SERVICES = "servicios"
    NEUTRAL = "neutral"
    OTHER = "ajena"
    STAFF = "personal"
    NOT_FOUND = "no_encontrada"


_OTHER = Lexicon(
    "pagina-ajena",
    r"""
    noticias?\d*  novedades  novita  boletin(?:es)?  comunicados?  prensa  eventos?  evento
    jobs?  job openings  careers  employment  vagas  concursos?  bandi  diario oficial
    agenda  blog  galeria  multimedia  discurso  mensaje  convocatorias?  empleo  vacantes?
    licitac(?:ao|ion|iones)  compras  contrataciones
    adquisiciones  transparencia  transparencia activa  datos abiertos  rendicion de cuentas
    leyes?  legislacion  normatividad  normativas?  reglamentos?  decretos?  acuerdos?
    marco (?:legal|juridico)  directorio  organigrama  autoridades  concejo
    cabildo  camara  plenario  sesiones
    actas?(?! de (?:nacimiento|matrimonio|defuncion|divorcio|adopcion|reconocimiento))
    historia(?! clinica)  mision  vision  nosotros
    quienes somos  entidad  municipalidad  amministrazione  mapa (?:del )?sitio  mapa\w*
    preguntas frecuentes  preguntas  faq  domande frequenti  privacidad  privacy  politicas?
    policy  terminos  accesibilidad  accessibility  accessibilita  cookies  turismo
    gastronomia  donde ?comer  obras(?: publicas)?  proyectos
    presupuesto  egresos  ingresos  plan municipal  plan de desarrollo  informes?
    estadisticas?  componentes?  tutoriales  biografia  cartelera
    """,
)
_NOT_FOUND = Lexicon(
    "no-encontrada",
    r"pagina no encontrada  page not found  404  error 404  no se encontro la pagina",
)
_LOGIN_PATH = re.compile(r"(?:^|/)(?:login|intranet|admin\w*|index_?intranet|wp-login)\b", re.I)


_NEWS_PATH = re.compile(
    r"(?:^|/)(?:noticias?|news|blog|eventos?|events?|prensa|press|imprensa|boletines|comunicados?"
    r"|comunicati|novedades|novita|notizie|agenda|actualidad)(?:/|\.|$)",
    re.I,
)
_INSTITUTION = Lexicon(
    "institucion",
    r"""
    municipalidad  ayuntamiento  alcaldia  gobierno  municipio  prefeitura  camara municipal
    comune di  city of
    """,
)
_DATED = re.compile(
    r"(?:(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo),? )?"
    r"(?:\d{1,2}(?:\.|o|er)? (?:de )?[a-z]{3,10}\.?,? (?:de |del )?(?:19|20)\d\d"
    r"|[a-z]{3,10} \d{1,2}, (?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)\b"
)
_EXTENSION = re.compile(r"\.(?:html?|php|aspx?|jsp)$")
_CAMEL = re.compile(r"([a-z])([A-Z])")
_JOINTS = re.compile(r"[/_.+-]+")
_OPENING_BLOCKS = 3
_DATELINE_LENGTH = 120
_FOR_STAFF = Lexicon(
    "solo-personal",
    r"""
    (?:exclusiv[oa]|solo|acceso) (?:para|de) (?:(?:los|el|uso|de) ){0,2}(?:trabajador|emplead)\w+
    (?:exclusiv[oa]|solo|acceso) (?:para|de) (?:(?:los|el|uso|de) ){0,3}(?:funcionari|docent)\w+
    (?:exclusiv[oa]|solo|acceso) (?:para|de) (?:(?:los|el|uso|de) ){0,3}(?:personal|servidores)
    for (?:city |county )?(?:staff|employees) only
    """,
)


def kind_of(page: Page) -> PageKind:
    """The kind of a page by its address, title, first headings and opening lines."""
    path = unquote(urlsplit(page.url).path)
    heading = " ".join(first_headings(page))
    names = f"{_last_part(path)} {heading}".strip()
    if _NOT_FOUND.find(f"{page.title} {names}") and page.visible_text_length < 3000:
        return PageKind.NOT_FOUND
    opening = _opening(page)
    if _LOGIN_PATH.search(path) or any(map(_FOR_STAFF.find, opening)) or _is_staff(page, heading):
        return PageKind.STAFF
    if _NEWS_PATH.search(path) or any(map(_is_dateline, opening)):
        return PageKind.OTHER
    if _is_about_services(page, path):
        return PageKind.SERVICES
    return PageKind.OTHER if _is_other(path, heading) else PageKind.NEUTRAL


def _is_staff(page: Page, heading: str) -> bool:
    if STAFF.find(heading):
        return True
    has_login = any(field.kind == "password" for form in page.forms for field in form.fields)
    return has_login and bool(STAFF_PEOPLE.find(heading))


def _is_about_services(page: Page, path: str) -> bool:
    words = CONTEXT.find(path_words(path)) or CONTEXT.find(_own_title(page))
    return bool(words) or any(map(_is_context, first_headings(page)))


def _is_other(path: str, heading: str) -> bool:
    last = path_words(_last_part(path))
    if _OTHER.starts(last) or (_OTHER.find(last) and not SERVICE.find(last)):
        return True
    return _OTHER.starts(heading) and not _INSTITUTION.starts(heading)


def _opening(page: Page) -> tuple[str, ...]:
    """The line before the main heading and the first ones under it, up to the next heading."""
    own = [block for block in page.blocks if block.region is Region.MAIN]
    heads = [h for h in page.headings if h.region is Region.MAIN]
    top = next((h for h in heads if h.level == 1), None)
    begin = top.position if top else 0
    end = next((h.position for h in heads if h.position > begin), math.inf)
    before = [block.text for block in own if block.position < begin][-1:]
    after = [block.text for block in own if begin < block.position < end]
    return (*before, *after[:_OPENING_BLOCKS])


def _is_dateline(text: str) -> bool:
    """Whether a line tells when a piece of news was written."""
    return len(text) <= _DATELINE_LENGTH and bool(_DATED.match(fold(text)))


def _is_context(heading: str) -> bool:
    """Whether a heading stands over services rather than naming one."""
    return bool(CONTEXT.find(heading)) and (CONTEXT.starts(heading) or not SERVICE.find(heading))


def first_headings(page: Page) -> tuple[str, ...]:
    """The main heading of the page, or the first one where there is none."""
    own = [h for h in page.headings if h.region is Region.MAIN]
    tops = [h.text for h in own if h.level == 1][:1]
    return tuple(tops or [h.text for h in own[:1]])


def path_words(path: str) -> str:
    """The words in a path: camel case, hyphens and extensions taken apart."""
    bare = _EXTENSION.sub("", path)
    return fold(_JOINTS.sub(" ", _CAMEL.sub(r"\1 \2", bare)))


def _last_part(path: str) -> str:
    parts = [part for part in path.split("/") if part and not part.startswith("index.")]
    return path_words(parts[-1]) if parts else ""


def _own_title(page: Page) -> str:
    """The title where it is the page's, not the site's, and nothing else names the page."""
    parts = re.split(r"\s+[|–—-]\s+", page.title)
    return parts[0] if len(parts) == 1 and not first_headings(page) else ""
