"""Says what a page is about as a whole, before anything on it is taken for a service."""

import re
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from canse.domain.naming import fold
from crawler.lexicon import Lexicon
from crawler.page import Page, Region
from crawler.words_of_services import CONTEXT, SERVICE, STAFF

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
    agenda  blog  galeria  multimedia  discurso  mensaje  convocatorias?  empleo  vacantes?
    cas  proceso de nombramiento  licitac(?:ao|ion|iones)  compras  contrataciones
    adquisiciones  transparencia  transparencia activa  datos abiertos  rendicion de cuentas
    leyes?  legislacion  normatividad  normativas?  reglamentos?  decretos?  acuerdos?
    marco (?:legal|juridico)  legfiscal  directorio  organigrama  autoridades  concejo
    cabildo  camara  plenario  sesiones  actas?  historia  mision  vision  nosotros
    quienes somos  entidad  municipalidad  amministrazione  mapa (?:del )?sitio  mapa\w*
    preguntas frecuentes  preguntas  faq  domande frequenti  privacidad  privacy  politicas?
    policy  terminos  accesibilidad  accessibility  accessibilita  cookies  turismo
    gastronomia  donde ?comer  visita  obras(?: publicas)?  proyectos  documentos gestion
    presupuesto  egresos  ingresos  plan municipal  plan de desarrollo  informes?
    estadisticas?  chatbot  componentes?  tutoriales  emergencia  mejora ?regulatoria  musica
    biografia  cartelera  que es(?:\w*)?  \d*informe  100dias
    """,
)
_NOT_FOUND = Lexicon(
    "no-encontrada",
    r"pagina no encontrada  page not found  404  error 404  no se encontro la pagina",
)
_LOGIN_PATH = re.compile(r"(?:^|/)(?:login|intranet|admin\w*|index_?intranet|wp-login)\b", re.I)


_NEWS_PATH = re.compile(
    r"(?:^|/)(?:noticias?|news|blog|eventos?|prensa|boletines|comunicados|agenda)(?:/|\.|$)", re.I
)


def kind_of(page: Page) -> PageKind:
    """The kind of a page by its address, title and first headings."""
    path = unquote(urlsplit(page.url).path)
    names = " ".join((_last_part(path), *first_headings(page)))
    if _NOT_FOUND.find(f"{page.title} {names}") and page.visible_text_length < 3000:
        return PageKind.NOT_FOUND
    if _LOGIN_PATH.search(path) or STAFF.find(" ".join(first_headings(page))):
        return PageKind.STAFF
    if _NEWS_PATH.search(path):
        return PageKind.OTHER
    if CONTEXT.find(f"{path_words(path)}") or any(map(_is_context, first_headings(page))):
        return PageKind.SERVICES
    if CONTEXT.find(_own_title(page)):
        return PageKind.SERVICES
    if _OTHER.find(path_words(_last_part(path))) or _OTHER.starts(" ".join(first_headings(page))):
        return PageKind.OTHER
    return PageKind.NEUTRAL


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
    bare = re.sub(r"\.(?:html?|php|aspx?|jsp)$", "", path)
    spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", bare)
    return fold(re.sub(r"[/_.+-]+", " ", spaced))


def _last_part(path: str) -> str:
    parts = [part for part in path.split("/") if part and not part.startswith("index.")]
    return path_words(parts[-1]) if parts else ""


def _own_title(page: Page) -> str:
    """The title where it is the page's, not the site's, and nothing else names the page."""
    parts = re.split(r"\s+[|–—-]\s+", page.title)
    return parts[0] if len(parts) == 1 and not first_headings(page) else ""
