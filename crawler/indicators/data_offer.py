"""Open data offered: a section of their own, files that programs read, a catalogue, the stars."""

import json
import re
from collections import Counter
from collections.abc import Iterator

from canse.domain.audit import Evidence
from canse.domain.naming import same_address_key
from crawler.documents import ending_of
from crawler.hosts import HostClass, classify_host
from crawler.indicators.data_files import (
    OPEN_DATA,
    DataFile,
    data_pages,
    documents_of,
    is_data,
    linked_files,
    offers_files,
    opened_files,
)
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
from crawler.page import Page
from crawler.visit import Visit

LINK_WORDS = 8
_BOARDS = re.compile(
    r"//(?:app\.powerbi\.com|public\.tableau\.com|lookerstudio\.google\.com|datastudio\.google\.com)/"
)
_CATALOGUES = re.compile(r"\b(?:ckan|dkan|junar|socrata|opendatasoft|udata|arcgis hub)\b", re.I)
_API = re.compile(
    r"/api/3/action/|/api/action/|/data\.json$|/catalog\.(?:rdf|ttl|xml|jsonld)$|/odata/|/sparql"
    r"|/api/records/1\.0|/api/explore/v2|/resource/\w{4}-\w{4}\.json|/rest/services/.{1,200}server",
    re.I,
)
_DATASET_PATH = re.compile(
    r"/(?:dataset|datasets|conjunto-de-datos|conjuntos-de-datos)/[\w-]{3}", re.I
)
_STARS = {
    **dict.fromkeys(("pdf", "doc", "docx", "image", "odt", "rtf", "ppt", "pptx", "odp"), 1),
    **dict.fromkeys(("xls", "xlsx"), 2),
    **dict.fromkeys(("csv", "tsv", "json", "geojson", "xml", "ods", "kml"), 3),
    **dict.fromkeys(("rdf", "ttl"), 4),
}
_OPEN_STARS = 3


def check_section(portal: PortalView) -> Answer:
    """O-01: a page of open data of its own; a link to another institution's is none."""
    documents = documents_of(portal)
    pages = data_pages(portal)
    for one in pages:
        files = offers_files(portal, one.page, documents)
        if files:
            said = f"{one.title}: {len(files)} archivos, como {files[0].text or files[0].url}"
            return found([on(one.visit, one.selector, said, "datos-abiertos")], one.title)
    if pages:
        pieces = [on(one.visit, one.selector, one.title, "datos-abiertos") for one in pages]
        return partly(pieces, "la página no enlaza ningún archivo de datos que se haya podido ver")
    own, others = _links_to_data(portal)
    if own:
        return partly(own, "hay un enlace a datos abiertos que no se leyó")
    return missing("solo se enlazan datos de otra institución" if others else "", others)


def _links_to_data(portal: PortalView) -> tuple[list[Evidence], list[Evidence]]:
    """Links that say "open data": to own hosts, and to those of others."""
    own: list[Evidence] = []
    others: list[Evidence] = []
    for visit, page in portal.fresh_pages():
        for link in page.links:
            if len(link.text.split()) > LINK_WORDS or not OPEN_DATA.starts(link.text):
                continue
            if not link.url.startswith("http") or portal.targets.is_dead(link.url):
                continue
            is_own = classify_host(link.url, portal.url) is HostClass.OWN
            said = f"{link.text} → {link.url}"
            (own if is_own else others).append(on(visit, link.selector, said, "enlace-a-datos"))
    return own, others


def check_files(portal: PortalView) -> Answer:
    """O-02: at least one file that a program can read, opened and read."""
    opened = opened_files(portal)
    if opened:
        counts = Counter(one.kind for one in opened)
        said = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
        return found(map(_file_piece, opened), said)
    linked = linked_files(portal)
    if linked:
        names = examples(one.url.rpartition("/")[2] for one in linked)
        return partly(map(_file_piece, linked), f"se enlazan, pero no se abrieron: {names}")
    closed = [v for v in portal.visits if v.document is not None and v.document.kind == "xls"]
    if closed:
        pieces = [on(v, "", f"Archivo xls: {v.final_url}", "archivo-cerrado") for v in closed]
        return partly(pieces, "solo hay hojas en el formato antiguo xls")
    boards = list(_boards(portal))
    return missing("solo hay tableros, que no se pueden descargar" if boards else "", boards)


def _file_piece(one: DataFile) -> Evidence:
    document = one.visit.document
    if one.link is None and document is not None:
        inside = f" con {', '.join(document.holds)}" if document.holds else ""
        how = "leído como tal" if document.is_parsed else "abierto en parte"
        said = f"Archivo {one.kind}{inside}, {how}: {one.url}"
        return on(one.visit, "", said, "archivo-de-datos")
    selector = one.link.selector if one.link else ""
    return on(one.visit, selector, f"Enlace a {one.kind}: {one.url}", "enlace-a-archivo")


def _boards(portal: PortalView) -> Iterator[Evidence]:
    for visit, page in portal.fresh_pages():
        for url in (*page.frames, *(link.url for link in page.links)):
            if _BOARDS.search(url):
                yield on(visit, "iframe", f"Tablero: {url}", "tablero")


def check_catalogue(portal: PortalView) -> Answer:
    """O-04: the software of a catalogue, an API of data, or a catalogue described for programs."""
    hints: list[Evidence] = []
    for visit, page in portal.fresh_pages():
        if _CATALOGUES.search(page.generator):
            return found(
                [on(visit, "meta", f"generator: {page.generator}", "catalogo")], page.generator
            )
        kinds = _linked_data(page)
        if "DataCatalog" in kinds:
            return found([on(visit, "script", "JSON-LD: DataCatalog", "catalogo")], "DataCatalog")
        for url, selector in _addresses(page):
            is_own = classify_host(url, portal.url) is HostClass.OWN
            if is_own and _API.search(url):
                return found([on(visit, selector, f"API de datos: {url}", "catalogo")], url)
            if is_own and _DATASET_PATH.search(url):
                hints.append(on(visit, selector, f"Conjunto de datos: {url}", "conjunto"))
        if "Dataset" in kinds:
            hints.append(on(visit, "script", "JSON-LD: Dataset", "conjunto"))
    return partly(hints, "hay fichas de conjuntos de datos") if hints else missing()


def _addresses(page: Page) -> Iterator[tuple[str, str]]:
    for link in page.links:
        if link.url.startswith("http"):
            yield link.url, link.selector
    for resource in page.markup.resources:
        if resource.kind == "script":
            yield resource.url, "script"


def _linked_data(page: Page) -> frozenset[str]:
    """The types that a page's linked data names at their top."""
    names: set[str] = set()
    for text in page.markup.json_ld:
        try:
            values = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for entry in values if isinstance(values, list) else [values]:
            kind = entry.get("@type", "") if isinstance(entry, dict) else ""
            names.update(
                str(one).rpartition(":")[2] for one in (kind if isinstance(kind, list) else [kind])
            )
    return frozenset(names)


def check_stars(portal: PortalView) -> Answer:
    """O-06: the best format among the files of the portal, by the five stars of open data."""
    graded = list(_graded(portal))
    if not graded:
        if any(map(ending_of, _document_links(portal))):
            return not_evaluable("los documentos enlazados no se abrieron")
        return not_applicable("el portal no enlaza documentos")
    stars, visit, kind = max(graded, key=lambda entry: entry[0])
    said = (
        f"Mejor formato de {len(graded)} archivos: {kind} ({stars} de 5 estrellas), "
        f"{visit.final_url}"
    )
    pieces = [on(visit, "", said, "estrellas")]
    detail = f"{stars} de 5 estrellas, con {kind}"
    if stars >= _OPEN_STARS:
        return found(pieces, detail)
    return partly(pieces, detail) if stars > 1 else missing(detail, pieces)


def _graded(portal: PortalView) -> Iterator[tuple[int, Visit, str]]:
    for visit in portal.visits:
        document = visit.document
        if document is None or visit.status != 200:
            continue
        stars = _STARS.get(document.kind, 0)
        if stars >= _OPEN_STARS and not is_data(document):
            continue
        if document.kind == "xml" and ending_of(visit.final_url) in ("rdf", "ttl"):
            stars = _STARS["rdf"]
        if document.kind == "zip" and is_data(document):
            stars = max((_STARS.get(ending, 0) for ending in document.holds), default=0)
        if stars:
            yield stars, visit, document.kind


def _document_links(portal: PortalView) -> Iterator[str]:
    tried = {same_address_key(visit.url) for visit in portal.visits}
    for _, page in portal.fresh_pages():
        for link in page.links:
            if ending_of(link.url) in _STARS and same_address_key(link.url) not in tried:
                yield link.url
