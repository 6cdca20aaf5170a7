"""The page of the languages of Guatemala: which of them this site speaks, and how to help."""

from flask import Blueprint, render_template

from uniportal.attested_texts import attested_texts
from uniportal.language_registry import DRAFTS, REGISTERED

blueprint = Blueprint("languages", __name__)


@blueprint.get("/idiomas")
def show() -> str:
    """List the registered languages, and the texts of each draft with their sources."""
    drafts = [(language, attested_texts(language.code)) for language in DRAFTS]
    return render_template("pages/languages.html", registered=REGISTERED, drafts=drafts)
