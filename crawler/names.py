"""Says whether a short text can be the name of a service."""

import re
from functools import lru_cache

from crawler.lexicon import FOLDED_TEXTS, Lexicon, folded
from crawler.sections import NAME_ROOM, clean_name, group_of, has_letters
from crawler.words_of_services import CONTEXT, NOT_A_SERVICE, SERVICE

NAME_LENGTH = 160
NAME_WORDS = 26
_GENERIC = frozenset(
    {
        "a", "al", "algunos", "catalogo", "certificados", "como", "con", "consulta", "de", "del",
        "descarga", "descargas", "destacados", "disponible", "disponibles", "e", "el", "en",
        "enlaces", "evidenza", "formatos", "formularios", "frecuentes", "in", "inicio",
        "institucional", "institucionales", "interes", "cedula", "ficha", "datos", "detalle",
        "detalles", "programa", "programas", "sociales", "social", "apoyos", "brinda", "brindamos",
        "presta", "prestamos", "ciudadano", "ciudadanos", "ciudadana", "carta", "guia", "digital",
        "digitales", "electronicos", "electronicas", "la", "las", "linea", "listado", "los",
        "mas", "municipal", "municipales", "nacional", "nuestra", "nuestro", "nuestros", "o",
        "ofrece", "ofrecemos", "online", "otros", "para", "popular", "populares", "por", "portal",
        "principal", "principales", "publico", "publicos", "que", "requisitos", "sede", "service",
        "services", "servicio", "servicios", "servicos", "servizi", "servizio", "solicitados",
        "solicitud", "solicitudes", "su", "tipo", "tipos", "todos", "tramite", "tramites", "un",
        "una", "ventanilla", "virtual", "y",
    }
)  # fmt: skip
_ACTION = Lexicon(
    "solo-accion",
    r"""
    ingresar  ingrese  ingresa  descargar?  descargue  ver  vea  ve  leer  lea  leggi  cerca
    clic  click  haga clic  aqui  siguiente  anterior  enviar  informacion  mas informacion
    volver  regresar  cerrar  mostrar  carica  vedi  mostra  chiama  contatta
    richiedi assistenza  modifica  salva  filtra  ordina  imprimir  compartir  si  scopri
    esplora  explora  acceder  entrar  importo  condiciones  saiba mais  read more  learn more
    back to  volver arriba  continuar  cancelar  pagina  resultados?  peso  paginas  dato
    actualizado  publicado  fecha  nota  importante  recuerde  ejemplo  paso  el nombre  busca
    busque  seleccione  escriba  escoja  elija
    """,
)
_OFFICE = Lexicon(
    "oficina",
    r"""
    ministerio de  ministerio  secretaria (?:de|general|municipal|ejecutiva)  direccion
    viceministerio  municipalidad  instituto  comision  departamento de  alcaldia  unidad de
    gerencia  jefatura  coordinacion  sindicatura  superintendencia  procuraduria  comune di
    camara de  ufficio  hospital  centro de salud  puesto de salud  sede  nuestr[oa]s? sedes?
    datos del?  datos de  autore  aviso de privacidad  terminos  verificacion de seguridad
    """,
)
_ONLY_LOG_IN = Lexicon(
    "solo-acceso",
    r"""
    iniciar? sesion  inicie sesion  inicio de sesion  acceso  acceder  ingresar  login  log ?in
    sign ?in  accedi  entrar  mi cuenta  my account  acesso  area riservata
    (?:acceso|ingreso) (?:de|a) usuarios  registrarse  registrate
    """,
)
# Somebody, then what that person did: a subject must stand before the verb.
_DID = re.compile(
    r"^\w+ (?:(?!de |la |el |los |las |en |para |por )\w+ |de \w+ |del \w+ |la \w+ |el \w+ ){0,6}"
    r"(?:inaugura|anuncia|realiza|celebra|encabeza|recorre|impulsa|fortalece|supervisa|invita"
    r"|lanza|avanza|beneficia|participa|conmemora|rinde|clausura|reconoce|concluye|arranca)n?\b"
)
_HAPPENED = re.compile(
    r"(?:inaugura|anuncia|realiza|celebra|encabeza|inicia|lanza|avanza|entrega)n?"
    r" (?:el|la|los|las|su|sus|nuev[oa]s?|mas|a|con|obras?|jornadas?|alcalde(?:sa)?) "
    r"|(?:se )?(?:inauguro|entrego|realizo|anuncio|celebro|inicio|lanzo|llevo a cabo)(?:n|ron)? "
    r"|\w+ron "
    r"|(?:jornada|entrega|inauguracion|campana|visita|reunion|taller|gira|ceremonia|festival"
    r"|feria|convivio|sesion|encuentro|firma de convenio) (?:de|del|a|con|para|por|medica)\b"
)
_REQUIREMENTS_OF = re.compile(
    r"^\W*(?:requisitos|requerimientos|documentos|documentaci[oó]n|papeler[ií]a|pasos"
    r"|procedimiento|requirements|documenti)(?: necesari[oa]s?| requerid[oa]s?)? "
    r"(?:para|de|del|for|per) "
    r"(?:(?:obtener|solicitar|tramitar|realizar|sacar|el tr[aá]mite de|la obtenci[oó]n de|el|la"
    r"|los|las|una?|su|tu) ){0,3}(?=\w)",
    re.I,
)
_WORDS = re.compile(r"[a-z]+")
_ASKS_OR_ADDRESS = re.compile(r"[?¿@]|https?:")
# The last page of a form says that it is over; the thing itself is called otherwise.
_DONE = re.compile(
    r" (?:inviat[oa]|effettuat[oa]|enviad[oa]s?|realizad[oa]|exitos[oa]|submitted|sent|received"
    r"|completad[oa]|confermat[oa]|confirmad[oa]|processad[oa])$"
)
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b|\b\d{1,2} de [a-z]+ (?:de )?(?:19|20)\d\d\b"
)


def is_possible(text: str, *, may_act: bool = False) -> bool:
    """Whether a text may name a service at all, service word or not.

    `may_act` lets through "Acceder al formulario de …", which is no name but says what it does.
    """
    if len(text) > NAME_ROOM:
        return False
    return _is_possible(text) and (may_act or not _is_action(text))


@lru_cache(maxsize=FOLDED_TEXTS)
def _is_possible(text: str) -> bool:
    name = clean_name(text)
    return (
        has_letters(name)
        and len(name) <= NAME_LENGTH
        and len(name.split()) <= NAME_WORDS
        and not _ASKS_OR_ADDRESS.search(text)
        and not group_of(name)
        and not is_generic(name)
        and not _ONLY_LOG_IN.is_whole(name)
        and not _DATE.search(folded(name))
        and not _DONE.search(folded(name))
    )


@lru_cache(maxsize=FOLDED_TEXTS)
def _is_action(text: str) -> bool:
    return _ACTION.starts(clean_name(text))


def name_in_title(text: str) -> str:
    """The service that a title of requirements is about ("Requisitos para matrimonio civil").

    Empty where the text names no service behind such words.
    """
    match = _REQUIREMENTS_OF.match(text)
    name = clean_name(text[match.end() :]) if match else ""
    if not name or CONTEXT.starts(name) or not (is_possible(name) and is_named(name)):
        return ""
    return f"{name[0].upper()}{name[1:]}"


def is_generic(name: str) -> bool:
    """Whether a name says only "services", "procedures online" and the like."""
    words = _WORDS.findall(folded(name))
    return bool(words) and all(word in _GENERIC for word in words)


def is_news(name: str) -> bool:
    """Whether a name tells what somebody did ("Alcalde inaugura trámite en línea")."""
    plain = folded(name)
    return bool(_DID.search(plain) or _HAPPENED.match(plain))


def is_named(text: str) -> bool:
    """Whether a possible name holds the word of a service."""
    return _is_named(text[:NAME_ROOM])


@lru_cache(maxsize=FOLDED_TEXTS)
def _is_named(text: str) -> bool:
    return bool(SERVICE.find(text)) and not (is_office(text) or is_other(text) or is_news(text))


def is_office(text: str) -> bool:
    """Whether a text names an office, not something it does."""
    return _OFFICE.starts(text)


def is_other(text: str) -> bool:
    """Whether a text names what a portal tells about itself: mission, news, laws, contacts."""
    return NOT_A_SERVICE.starts(text)
