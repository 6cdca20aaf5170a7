"""What an address and the words of the link to it promise: services, the institution, or old news.

A portal is seldom read to its end. What an audit is for is read first; archives of news, of which
there may be thousands, are read last. Nothing is left out because of this.
"""

import re
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from crawler.lexicon import Lexicon
from crawler.page import Page
from crawler.page_kind import path_words
from crawler.words_of_services import CONTEXT, SERVICE

WORDS_LENGTH = 200
PATH_LENGTH = 400


class Promise(StrEnum):
    """Where a page waits for its turn."""

    SERVICES = "services"
    INSTITUTION = "institution"
    PLAIN = "plain"
    ARCHIVE = "archive"


_WAYS = Lexicon(
    "caminos-a-servicios",
    r"""
    requisitos  formularios?  formatos  ventanilla(?: virtual| unica| electronica)?
    (?:sede|oficina|agencia) (?:electronica|virtual)  (?:en|on) ?linea  online  pagos?  pagar
    atencion (?:al|a la) (?:ciudadan\w+|publico|vecino|contribuyente|usuario)  autogestion
    guia del (?:ciudadano|contribuyente)  gestiones  procedimientos?  consultas? (?:de|en)
    seguimiento  verificacion  turnos?  agendar?  reservas?  citas?  impuestos?  tasas  arbitrios
    apply  applications?  forms?  payments?  permits?  licen[cs]es?  appointments?  records
    modul[io]  pagamenti  prenot\w+  sportello  solicitar  solicitacoes  carta de servicos  alvara
    """,
)
# What comes after the first page of a form says little that the first did not say.
_LATER_STEP = Lexicon(
    "pasos-siguientes",
    r"""
    confirmacion  conferma  confirmacao  confirmation  resumen  riepilogo  resumo  summary
    gracias  grazie  obrigado  thank you  thanks  consentimiento  consenso  exito  success
    """,
)
_INSTITUTION = Lexicon(
    "institucion",
    r"""
    transparencia  (?:acceso a la )?informacion publica(?: de oficio)?  uip  laip  rendicion
    datos abiertos  presupuesto  contacto  contactenos  contactanos  directorio  organigrama
    mision  vision  quienes somos  nosotros  mapa (?:del|de) sitio  preguntas frecuentes  faqs?
    accesibilidad  privacidad  participacion  quejas  denuncias  buzon  marco legal  normativa
    idiomas?  about(?: us)?  contact(?: us)?  open data  privacy  accessibility  trasparenza
    """,
)
# "servicios2" is two words to whoever reads it, and so is "serviciodeimagenes".
_SEAM = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_GLUED = re.compile(
    r"\b(?:servicio|tramite|requisito|formulario|solicitud|ventanilla|servizi|servico)", re.I
)
_ARCHIVE = re.compile(
    r"/(?:tags?|etiquetas?|author|autor|category|categoria|archives?)/|[?&](?:tag|author|cat)=\d"
    r"|/(?:19|20)\d\d/(?:0?[1-9]|1[0-2])(?:/|\Z)"
    r"|(?:noticia|notizie|news|prensa|comunicado|boletin|blog|evento|agenda|galeria|gallery|foto)"
    r"s?(?:[/?_.-]|\Z)",
    re.I,
)


def promise_of(url: str, words: str = "", *, is_offered: bool = False) -> Promise:
    """What to expect of an address, by its path and by the words of a link that leads there.

    `is_offered` says that the link stands among what a page of services offers.
    """
    parts = urlsplit(url)
    path = _SEAM.sub(" ", path_words(unquote(parts.path)[:PATH_LENGTH]))[:WORDS_LENGTH]
    said = f"{words[:WORDS_LENGTH]} · {path}"
    if _ARCHIVE.search(f"{parts.path}?{parts.query}"):
        return Promise.ARCHIVE
    if _LATER_STEP.find(path):
        return Promise.PLAIN
    if any(lexicon.find(said) for lexicon in (CONTEXT, SERVICE, _WAYS)) or _GLUED.search(path):
        return Promise.SERVICES
    if _INSTITUTION.find(said):
        return Promise.INSTITUTION
    return Promise.SERVICES if is_offered else Promise.PLAIN


def offers_services(page: Page) -> bool:
    """Whether a page is by its address or title one that lists services."""
    path = _SEAM.sub(" ", path_words(unquote(urlsplit(page.url).path)[:PATH_LENGTH]))
    return bool(CONTEXT.find(f"{page.title[:WORDS_LENGTH]} · {path[:WORDS_LENGTH]}"))
