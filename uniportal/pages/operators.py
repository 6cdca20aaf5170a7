"""The page for telephone operators: what to open so that citizens pay nothing."""

from flask import Blueprint, render_template

from uniportal.wiring import rooms

blueprint = Blueprint("operators", __name__)


@blueprint.get("/operadores")
def show() -> str:
    """Say which host serves the light view and what it weighs."""
    return render_template("pages/operators.html", lite_host=rooms().settings.lite_host)
