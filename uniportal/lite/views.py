"""The addresses of the lite view."""

from flask import Blueprint, render_template, request

from canse.domain.errors import NotFound
from indices.port import MAX_PAGE, Page
from uniportal.lite.sheet import lite_sheet
from uniportal.lite.ways import WAYS, entries_of, page_of, way_named
from uniportal.presenters.choices import read_choices
from uniportal.requests import is_on_host
from uniportal.wiring import rooms

HITS_A_PAGE = 10

blueprint = Blueprint("lite", __name__, url_prefix="/l")


@blueprint.context_processor
def _host() -> dict[str, object]:
    """The full view is out of reach of the lite host, so its pages must not link to it."""
    return {"is_lite_host": is_on_host(rooms().settings.lite_host)}


@blueprint.get("/", strict_slashes=False)
def home() -> str:
    """The question, the box, and the ways in."""
    return render_template("lite/home.html", categories=rooms().catalogue.categories(), ways=WAYS)


@blueprint.get("/buscar")
def search() -> str:
    """Results, ten at a time."""
    choices = read_choices(request.args.to_dict(flat=False))
    found = rooms().index.search(choices.query(page_size=HITS_A_PAGE, facets=()))
    last = _last_page(found)
    return render_template(
        "lite/search.html",
        choices=choices,
        found=found,
        previous=choices.on_page(choices.page - 1).parameters() if choices.page > 1 else None,
        following=choices.on_page(choices.page + 1).parameters() if choices.page < last else None,
    )


@blueprint.get("/por/<way>")
def way(way: str) -> str:
    """One of the five ways: a list to choose from."""
    chosen = way_named(way)
    page = read_choices(request.args.to_dict(flat=False)).page
    entries = entries_of(chosen, rooms().catalogue)
    return render_template("lite/way.html", listed=page_of(chosen, entries, page))


@blueprint.get("/s/<int:number>")
def service(number: int) -> str:
    """One service, by the number on posters and in messages."""
    sheet = lite_sheet(rooms().catalogue.service_by_number(number))
    return render_template("lite/service.html", sheet=sheet)


@blueprint.get("/salir/<int:number>")
def leave(number: int) -> str:
    """The door out: what may cost the visitor, and where each link of a service leads."""
    sheet = lite_sheet(rooms().catalogue.service_by_number(number))
    if not sheet.links:
        raise NotFound("Este servicio no tiene enlaces a otros sitios.")
    return render_template("lite/leave.html", sheet=sheet)


def _last_page(found: Page) -> int:
    return min(MAX_PAGE, -(-found.total // HITS_A_PAGE))
