"""The results page: one search, how to narrow it, and what to try when it finds nothing."""

from collections.abc import Iterator

from flask import Blueprint, render_template, request

from canse.catalogue import Catalogue
from canse.domain.errors import CatalogueUnavailable, NotFound
from canse.domain.journey import Journey
from canse.domain.overview import InstitutionSheet
from indices.port import Page
from uniportal.pages.names import names_of_filters
from uniportal.presenters import nothing_found, results
from uniportal.presenters.choices import Choices, read_choices
from uniportal.presenters.help_lines import HelpLine, help_lines
from uniportal.presenters.journey import matching
from uniportal.search_traces import note_missing, note_search
from uniportal.wiring import rooms

blueprint = Blueprint("search", __name__)


@blueprint.get("/buscar")
def show() -> str:
    """Show what the index finds."""
    choices = read_choices(request.args.to_dict(flat=False))
    page = rooms().index.search(choices.query())
    note_search(page)
    view = results.present(page, choices, names_of_filters(rooms().catalogue, choices))
    journey = _journey(choices)
    if page.total:
        return render_template(
            "pages/results.html", view=view, nothing=None, lines=(), journey=journey
        )
    wide = _wide(page, choices)
    found = {facet: _few(other) for facet, other in nothing_found.looser(page, choices).items()}
    nothing = nothing_found.present(view, page, choices, found, wide)
    slugs = nothing_found.whom_to_call(choices, nothing_found.nearest_hits(page, wide))
    return render_template(
        "pages/results.html", view=view, nothing=nothing, lines=_lines(slugs), journey=journey
    )


@blueprint.post("/buscar/falta")
def report_missing() -> str:
    """Note that somebody looked for what is not here; nothing of who it was."""
    note_missing(request.form.get("q", ""))
    return render_template("pages/thanks.html")


def _journey(choices: Choices) -> Journey | None:
    """The journey that the words name; none while the database rests."""
    if not choices.text or choices.page > 1:
        return None
    try:
        return matching(choices.text, rooms().journeys.listed())
    except CatalogueUnavailable:
        return None


def _wide(page: Page, choices: Choices) -> Page | None:
    wider = nothing_found.wider(page, choices)
    return _few(wider) if wider else None


def _few(choices: Choices) -> Page:
    return rooms().index.search(choices.query(page_size=nothing_found.NEAREST, facets=()))


def _lines(slugs: tuple[str, ...]) -> tuple[HelpLine, ...]:
    try:
        return help_lines(_helping(rooms().catalogue, slugs))
    except CatalogueUnavailable:
        return ()


def _helping(catalogue: Catalogue, slugs: tuple[str, ...]) -> Iterator[InstitutionSheet]:
    for slug in slugs:
        try:
            yield catalogue.institution(slug)
        except NotFound:
            continue
