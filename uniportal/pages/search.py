"""The results page: one search, how to narrow it, and what to try when it finds nothing."""

import logging
from collections.abc import Iterator

from flask import Blueprint, render_template, request

from canse.catalogue import Catalogue
from canse.domain.errors import CatalogueUnavailable, NotFound
from canse.domain.overview import InstitutionSheet
from indices.port import Page
from uniportal.pages.names import names_of_filters
from uniportal.presenters import results
from uniportal.presenters.choices import Choices, read_choices
from uniportal.presenters.help_lines import HELPING, HelpLine, help_lines
from uniportal.presenters.missing import keepable
from uniportal.presenters.rows import Row, row_of_hit
from uniportal.wiring import rooms

LOGGER = logging.getLogger("uniportal.pages")

blueprint = Blueprint("search", __name__)


@blueprint.get("/buscar")
def show() -> str:
    """Show what the index finds."""
    choices = read_choices(request.args.to_dict(flat=False))
    page = rooms().index.search(choices.query())
    view = results.present(page, choices, names_of_filters(rooms().catalogue, choices))
    nearest, lines = ((), ()) if page.total else (_nearest(page, choices), _lines())
    return render_template("pages/results.html", view=view, nearest=nearest, lines=lines)


@blueprint.post("/buscar/falta")
def report_missing() -> str:
    """Note that somebody looked for what is not here; nothing of who it was."""
    LOGGER.info("search_missing", extra={"searched": keepable(request.form.get("q", ""))})
    return render_template("pages/thanks.html")


def _nearest(page: Page, choices: Choices) -> tuple[Row, ...]:
    query = results.nearest_query(page, choices)
    return tuple(row_of_hit(hit) for hit in rooms().index.search(query).hits) if query else ()


def _lines() -> tuple[HelpLine, ...]:
    try:
        return help_lines(_helping(rooms().catalogue))
    except CatalogueUnavailable:
        return ()


def _helping(catalogue: Catalogue) -> Iterator[InstitutionSheet]:
    for slug in HELPING:
        try:
            yield catalogue.institution(slug)
        except NotFound:
            continue
