"""Stage 1, people: who works where, in a directory and in a chart of the organisation."""

from collections import defaultdict
from collections.abc import Iterator

from canse.domain.audit import Evidence
from crawler.files import file_words, is_file
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on, partly
from crawler.indicators.reached import is_reached_by
from crawler.indicators.said import is_fit, is_live_here, link_piece, own_entries
from crawler.lexicon import Lexicon
from crawler.page import Page
from crawler.page_kind import PageKind, first_headings, kind_of
from crawler.visit import Visit

ROWS = 3
CHART_WORDS = 6
ROW_LENGTH = 400
_POST = Lexicon(
    "cargo",
    r"""
    director(?:a|es|as)?  jef[ea]s?  jefatura  secretari[oa]s?  alcalde(?:sa)?  concejal(?:es)?
    sindic[oa]s?  gerentes?  encargad[oa]s?  coordinador(?:a|es)?  subdirector(?:a)?  ministr[oa]
    viceministr[oa]  asesor(?:a)?  unidad  departamento  direccion (?:de|municipal|general)
    oficina (?:de|municipal)  tesorer[oa]  juez(?:a)?  president[ea]  vocal  intendente  prefeito
    vereador(?:a)?  assessore  sindaco  mayor  clerk  tecnic[oa]  analista  regidor(?:a)?
    magistrad[oa]
    """,
)
_DIRECTORY = Lexicon(
    "directorio",
    r"""
    directorio(?: (?:de|del|institucional|municipal|telefonico)(?: \w+){0,4})?
    (?:funcionarios|autoridades) y (?:empleados|funcionarios)  guia telefonica  rubrica
    """,
)
_PRESS = Lexicon(
    "prensa",
    r"""
    (?:directorio|contactos?|equipo|sala) (?:de|del area de|para) (?:la )?prensa
    (?:directorio|contactos?|equipo|sala) (?:de|del area de|para) (?:los? )?medios
    """,
)
_CHART = Lexicon(
    "organigrama",
    r"""
    organigramas?  estructura (?:organica|organizacional|organizativa)  organogramma
    organograma  organization(?:al)? chart
    """,
)


def check_directory(portal: PortalView) -> Answer:
    """E1-05: rows that give a post or unit with its telephone, extension or mailbox."""
    best: list[Evidence] = []
    for visit, page in portal.pages():
        rows = [on(visit, selector, text, "fila-de-directorio") for text, selector in _rows(page)]
        if len(rows) > len(best) and is_fit(page, with_news=True) and not _is_press(page):
            best = rows
    if len(best) >= ROWS:
        return found(best, str(len(best)))
    files = [
        link_piece(visit, link, "directorio-en-archivo")
        for visit, page in portal.pages()
        for link in page.links
        if is_file(link.url) and _DIRECTORY.starts(f"{link.text or file_words(link.url)}")
        if not _PRESS.find(link.text) and not portal.targets.is_dead(link.url)
    ]
    return partly([*best, *files]) if best or files else missing()


def _rows(page: Page) -> Iterator[tuple[str, str]]:
    """The rows, items and cards that name a post and how to reach it."""
    texts: dict[int, list[str]] = defaultdict(list)
    places: dict[int, str] = {}
    for entry in own_entries(page):
        if entry.item:
            texts[entry.item].append(entry.text)
            places.setdefault(entry.item, entry.selector)
    for link in page.links:
        if link.item in texts and link.raw.startswith(("mailto:", "tel:")):
            texts[link.item].append(link.raw.partition(":")[2])
    for item, parts in texts.items():
        row = " · ".join(parts)
        if len(row) <= ROW_LENGTH and _POST.find(row) and is_reached_by(row):
            yield row, places[item]


def _is_press(page: Page) -> bool:
    return bool(_PRESS.find(" ".join((page.title, *first_headings(page)))))


def check_chart(portal: PortalView) -> Answer:
    """E1-06: a picture, a file or a page that is the chart; news about it are none."""
    pieces: list[Evidence] = []
    weak: list[Evidence] = []
    for visit, page in portal.pages():
        pieces += _charts(portal, visit, page)
        if pieces:
            return found(pieces)
        weak += [
            on(visit, heading.selector, heading.text, "titulo-organigrama")
            for heading in page.headings
            if _is_chart_name(heading.text) and kind_of(page) is not PageKind.NOT_FOUND
        ]
    return partly(weak, examples(piece.snippet for piece in weak)) if weak else missing()


def _charts(portal: PortalView, visit: Visit, page: Page) -> Iterator[Evidence]:
    for image in page.markup.images:
        if _CHART.find(f"{image.alt or ''} {file_words(image.url)}"):
            yield on(visit, image.selector, f"imagen: {image.alt or ''} {image.url}", "organigrama")
    for link in page.links:
        is_named = _is_chart_name(link.text) or (
            is_file(link.url) and bool(_CHART.find(file_words(link.url)))
        )
        if is_named and is_live_here(portal, link.url):
            yield link_piece(visit, link, "organigrama")


def _is_chart_name(text: str) -> bool:
    return len(text.split()) <= CHART_WORDS and _CHART.starts(text)
