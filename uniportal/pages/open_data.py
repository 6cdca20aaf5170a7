"""The page on open data: what may be reused today."""

from flask import Blueprint, render_template

blueprint = Blueprint("open_data", __name__)


@blueprint.get("/datos")
def show() -> str:
    """Say what exists and what does not yet."""
    return render_template("pages/open_data.html")
