"""What dates say of a portal: news, last change, an archive of documents, vacancies."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote, urlsplit

from canse.domain.audit import Evidence
from canse.domain.naming import same_address_key
from crawler.dates import dated_texts, dates_in, newest_date, years_in
from crawler.files import is_file
from crawler.indicators.portal import Answer, PortalView, found, missing, on, partly
from crawler.indicators.said import NEWS
from crawler.lexicon import Lexicon
from crawler.page import Link, Page
from crawler.page_kind import first_headings, path_words
from crawler.visit import Visit

DATED_ITEMS = 3
FRESH_DAYS = 45
STALE_DAYS = 90
DOCUMENTS = 5
YEARS = 2
_VACANCIES = Lexicon(
    "empleo",
    r"""
    empleos?  vacantes?  plazas (?:vacantes|disponibles)  bolsa de (?:empleo|trabajo)
    oportunidades (?:laborales|de (?:empleo|trabajo))  trabaj[ea] con nosotros
    convocatorias? (?:de personal|para plazas|laboral(?:es)?|de empleo)  concurso de oposicion
    careers  job openings  lavora con noi  concorsi  proceso de contratacion de personal
    """,
)
_TENDERS = Lexicon(
    "compras",
    r"""
    licitacion(?:es)?  cotizacion(?:es)?  proveedores  compras  adquisicion(?:es)?  guatecompras
    eventos? de compra  bidding  gare d.?appalto  ofertas? de bienes  tdr  consultoria
    """,
)


def check_news(portal: PortalView) -> Answer:
    """E1-10: items of news or notices that bear the day they were given out."""
    items: dict[tuple[date, str], Evidence] = {}
    for visit, page in portal.fresh_pages():
        if not _names(page, NEWS):
            continue
        for day, text, selector in _dated_items(visit, page):
            if day <= visit.fetched_at.date():
                items.setdefault((day, text), on(visit, selector, text, "noticia-fechada"))
        if len(items) >= DATED_ITEMS:
            return found(items.values(), str(len(items)))
    return partly(items.values(), str(len(items))) if items else missing()


def _dated_items(visit: Visit, page: Page) -> Iterator[tuple[date, str, str]]:
    for day, entry in dated_texts(visit):
        yield day, entry.text, entry.selector
    for value in page.markup.dates:
        for day in dates_in(value):
            yield day, f"{page.title}: {value}", "time, meta"


def _names(page: Page, words: Lexicon) -> bool:
    """Whether the address, the title or a heading of the page names what the words are for."""
    if words.find(path_words(unquote(urlsplit(page.url).path))) or words.find(page.title):
        return True
    return any(len(h.text.split()) <= 6 and words.find(h.text) for h in page.headings)


def check_update(portal: PortalView) -> Answer:
    """E1-11: the newest date of the portal, against the day it was visited."""
    best: tuple[date, str, Visit] | None = None
    for visit in portal.visits:
        newest = newest_date(visit)
        if newest is not None and (best is None or newest[0] > best[0]):
            best = (*newest, visit)
    if best is None:
        return missing("ninguna página muestra una fecha")
    day, words, visit = best
    days = (max(v.fetched_at for v in portal.visits).date() - day).days
    said = f"{day:%d/%m/%Y}, hace {days} días"
    pieces = [on(visit, "", f"{words} ({said})", "fecha-mas-nueva")]
    if days <= FRESH_DAYS:
        return found(pieces, said)
    if days <= STALE_DAYS:
        return partly(pieces, said)
    return missing(f"la fecha más nueva es {said}", pieces)


def check_archive(portal: PortalView) -> Answer:
    """E1-14: different documents of more than one year."""
    documents: dict[str, Evidence] = {}
    years: set[int] = set()
    for visit, page in portal.fresh_pages():
        for link in page.links:
            key = same_address_key(link.url)
            if not is_file(link.url) or key in documents or portal.targets.is_dead(link.url):
                continue
            own = _years_of(link, visit)
            years |= own
            dated = f" ({', '.join(map(str, sorted(own)))})" if own else ""
            text = f"{link.text} → {link.url}{dated}"
            documents[key] = on(visit, link.selector, text, "documento")
    detail = f"{len(documents)} documentos de {len(years)} años"
    if len(documents) >= DOCUMENTS and len(years) >= YEARS:
        return found(documents.values(), detail)
    return partly(documents.values(), detail) if documents else missing()


def _years_of(link: Link, visit: Visit) -> set[int]:
    words = f"{link.text} {unquote(urlsplit(link.url).path).replace('_', ' ')}"
    return {year for year in years_in(words) if year <= visit.fetched_at.year}


def check_vacancies(portal: PortalView) -> Answer:
    """E2-20: a page of vacancies with dates; notices to suppliers are none."""
    undated: list[Evidence] = []
    for visit, page in portal.fresh_pages():
        names = [page.title, *first_headings(page), path_words(urlsplit(page.url).path)]
        if not any(map(_VACANCIES.find, names)) or any(map(_TENDERS.find, names)):
            continue
        dated = [
            on(visit, entry.selector, entry.text, "vacante-fechada")
            for _, entry in dated_texts(visit)
            if not _TENDERS.find(entry.text)
        ]
        if dated:
            return found(dated, next(filter(_VACANCIES.find, names)))
        undated.append(on(visit, "h1", f"{page.title} · {page.url}", "empleo-sin-fecha"))
    return partly(undated) if undated else missing()
