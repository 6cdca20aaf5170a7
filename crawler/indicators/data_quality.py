"""Open data in use: their licence, what is said of them, their freshness, and editable lists."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from canse.domain.audit import Evidence
from canse.domain.naming import same_address_key
from crawler.dates import newest_date
from crawler.document import Document
from crawler.documents import ending_of
from crawler.indicators.data_files import (
    carrying_pages,
    data_pages,
    documents_of,
    has_data,
    texts_of,
)
from crawler.indicators.portal import (
    Answer,
    PortalView,
    found,
    missing,
    not_applicable,
    on,
    partly,
)
from crawler.lexicon import Lexicon, folded
from crawler.page import Link, Page
from crawler.page_kind import first_headings, path_words
from crawler.visit import Visit

NO_DATA = "no se encontraron datos que calificar"
HALF = 0.5
LATE = 1.5
_LICENCE_HOST = re.compile(
    r"//(?:www\.)?(?:creativecommons\.org/(?:licenses|publicdomain)|opendatacommons\.org)/"
)
_LICENCE = Lexicon(
    "licencia",
    r"""
    licencias? (?:de )?(?:uso|datos|abiertas?|libres?|creative commons|open|cc)  creative commons
    cc[ -](?:by|0)(?:[ -]sa)?  dominio publico  odbl  open (?:data|database|government) licen[cs]e
    (?:libre|libremente) (?:uso|reutiliza\w*|redistribu\w*)  (?:uso|reutilizacion) libre
    condiciones de (?:uso|reutilizacion) de los datos  licenza  licenca aberta
    """,
)
_MARKS = {
    "responsable": Lexicon("responsable", r"""
        responsables?(?: de(?: la| los)? \w+)?  publicador  publicado por  publisher  fuente  autor
        editor  dependencia  unidad responsable  titolare  mantenido por  maintainer
        """),
    "fecha": Lexicon("fecha", r"""
        (?:ultima|fecha de|fecha de ultima) (?:actualizacion|modificacion|publicacion|carga)
        actualizado(?: el| al)?  publicado el  fecha de creacion  last updated
        data di pubblicazione
        """),
    "frecuencia": Lexicon("frecuencia", r"""
        frecuencia(?: de actualizacion)?  periodicidad
        se actualizan? (?:cada|diaria|semanal|mensual|trimestral|anual)\w*
        actualizacion (?:diaria|semanal|mensual|trimestral|semestral|anual)  update frequency
        """),
    "título": Lexicon("titulo", r"""
        titulo(?: del conjunto)?  nombre del (?:conjunto|recurso|archivo)  descripcion  description
        """),
}  # fmt: skip
_DAYS = {
    "diari": 1, "semanal": 7, "quincenal": 15, "mensual": 31, "bimestral": 62, "trimestral": 92,
    "cuatrimestral": 123, "semestral": 184, "anual": 366, "daily": 1, "weekly": 7, "monthly": 31,
    "yearly": 366, "cada dia": 1, "cada semana": 7, "cada mes": 31, "cada ano": 366,
}  # fmt: skip
_OFTEN = re.compile(r"(?<![a-z])(" + "|".join(sorted(_DAYS, key=len, reverse=True)) + ")")
_LAIP = Lexicon(
    "informacion-publica",
    r"""
    transparencia(?: activa| fiscal)?  (?:informacion|datos) public[ao]s?(?: de oficio)?
    (?:ley de )?acceso a la informacion(?: publica)?  rendicion de cuentas  laip
    (?:articulo|art\.?) 1[01](?!\d)  numeral \d+  obligaciones de transparencia
    amministrazione trasparente  acesso a informacao
    """,
)
_EDITABLE = frozenset(
    {"xlsx", "xls", "csv", "tsv", "ods", "docx", "doc", "odt", "rtf", "json", "xml", "pptx", "ppt"}
)
_FIXED = frozenset({"pdf", "image", "jpg", "jpeg", "png"})
_FOLDER = re.compile(
    r"//drive\.google\.com/drive/|//onedrive\.live\.com/|//1drv\.ms/|sharepoint\.com/"
)


def check_licence(portal: PortalView) -> Answer:
    """O-03: the pages of data say under which licence the data may be used."""
    if not has_data(portal, data_pages(portal)):
        return not_applicable(NO_DATA)
    for visit, page in carrying_pages(portal):
        piece = next(_licences(visit, page), None)
        if piece is not None:
            return found([piece], piece.snippet)
    elsewhere = [
        on(visit, link.selector, f"{link.text} → {link.url}", "licencia-del-sitio")
        for visit, page in portal.pages()
        for link in page.links
        if _LICENCE_HOST.search(link.url)
    ]
    if elsewhere:
        return partly(elsewhere, "el sitio tiene una licencia, pero no se dice que cubra los datos")
    return missing()


def _licences(visit: Visit, page: Page) -> Iterator[Evidence]:
    for link in page.links:
        if _LICENCE_HOST.search(link.url):
            yield on(visit, link.selector, f"{link.text} → {link.url}", "licencia")
    for text, selector in texts_of(page):
        if _LICENCE.find(text):
            yield on(visit, selector, text, "licencia")


def check_metadata(portal: PortalView) -> Answer:
    """O-05: title, who answers for the data, date and how often they change."""
    if not has_data(portal, data_pages(portal)):
        return not_applicable(NO_DATA)
    best: dict[str, Evidence] = {}
    for visit, page in carrying_pages(portal):
        marks = _marks(visit, page)
        best = marks if len(marks) > len(best) else best
    lacking = [name for name in _MARKS if name not in best]
    if not lacking:
        return found(best.values(), ", ".join(best))
    if set(best) - {"título"}:
        return partly(best.values(), f"falta {', '.join(lacking)}")
    return missing(f"falta {', '.join(lacking)}", best.values())


def _marks(visit: Visit, page: Page) -> dict[str, Evidence]:
    marks: dict[str, Evidence] = {}
    for heading in page.headings:
        if heading.level == 1:
            marks.setdefault("título", on(visit, heading.selector, heading.text, "metadato-título"))
    for text, selector in texts_of(page):
        for name, words in _MARKS.items():
            if name not in marks and words.starts(text):
                marks[name] = on(visit, selector, text, f"metadato-{name}")
    return marks


def check_freshness(portal: PortalView) -> Answer:
    """O-07: the data are as new as their page says that they will be."""
    if not has_data(portal, data_pages(portal)):
        return not_applicable(NO_DATA)
    undated: list[Evidence] = []
    late: list[Evidence] = []
    for visit, page in carrying_pages(portal):
        told = _frequency(page)
        if told is None:
            continue
        days, text, selector = told
        newest = newest_date(visit)
        if newest is None:
            undated.append(on(visit, selector, text, "frecuencia"))
            continue
        age = (visit.fetched_at.date() - newest[0]).days
        said = f"{text} · lo más nuevo: {newest[0].isoformat()}, hace {age} días"
        piece = on(visit, selector, said, "frecuencia")
        if age <= LATE * days:
            return found([piece], said)
        late.append(piece)
    if late:
        return missing("lo publicado es más viejo que la frecuencia anunciada", late)
    if undated:
        return partly(undated, "se dice cada cuánto, pero no hay fecha con que compararlo")
    return missing("no se dice cada cuánto se actualizan")


def _frequency(page: Page) -> tuple[int, str, str] | None:
    for text, selector in texts_of(page):
        words = _MARKS["frecuencia"].regex.search(folded(text))
        often = _OFTEN.search(folded(text)[words.start() :]) if words else None
        if often:
            return _DAYS[often.group(1)], text, selector
    return None


def check_editable(portal: PortalView) -> Answer:
    """O-08: the lists of public information come in an editable format too."""
    documents = documents_of(portal)
    good: list[Evidence] = []
    fixed: list[Evidence] = []
    folders: list[Evidence] = []
    for visit, page in portal.pages():
        if not _is_laip(page):
            continue
        kinds = Counter(filter(None, (_format(portal, link, documents) for link in page.links)))
        said = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        if not _EDITABLE.isdisjoint(kinds):
            good.append(on(visit, "main", f"Documentos: {said}", "formato-editable"))
        elif not _FIXED.isdisjoint(kinds):
            fixed.append(on(visit, "main", f"Documentos: {said}", "formato-fijo"))
        folders += _folders(visit, page)
    if not good and not fixed:
        if folders:
            return partly(folders, "los documentos están en una carpeta ajena que no se abrió")
        return not_applicable("no se encontraron documentos en las páginas de información pública")
    share = f"{len(good)} de {len(good) + len(fixed)} páginas"
    if not good:
        return missing(f"{share} con documentos", fixed)
    is_common = len(good) >= HALF * (len(good) + len(fixed))
    return found(good, share) if is_common else partly([*good, *fixed], share)


def _is_laip(page: Page) -> bool:
    return any(map(_LAIP.starts, first_headings(page))) or bool(_LAIP.find(path_words(page.url)))


def _format(portal: PortalView, link: Link, documents: Mapping[str, Document]) -> str:
    """The format of a linked document: as read, else by its ending; empty when it is none."""
    if not link.url.startswith("http") or portal.targets.is_dead(link.url):
        return ""
    document = documents.get(same_address_key(link.url))
    kind = document.kind if document else ending_of(link.url)
    return kind if kind in _EDITABLE or kind in _FIXED else ""


def _folders(visit: Visit, page: Page) -> list[Evidence]:
    return [
        on(visit, link.selector, f"{link.text} → {link.url}", "carpeta-ajena")
        for link in page.links
        if _FOLDER.search(link.url)
    ]
