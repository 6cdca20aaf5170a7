"""Every component of the site on one page, for whoever builds; only in development."""

from flask import Blueprint, render_template

from canse.domain.errors import NotFound
from uniportal.presenters.component_samples import samples
from uniportal.wiring import rooms

blueprint = Blueprint("components", __name__)


@blueprint.get("/componentes")
def show() -> str:
    """Draw one of everything."""
    if not rooms().settings.is_development:
        raise NotFound("No existe esa página.")
    return render_template("pages/components.html", samples=samples())
