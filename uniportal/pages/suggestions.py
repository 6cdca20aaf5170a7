"""Suggestions while typing, as JSON for the script of the search box; empty on any failure."""

import logging
from typing import Any

from flask import Blueprint, Response, jsonify, request, url_for

from indices.port import MAX_TEXT_LENGTH, IndexUnavailable, Suggestion, SuggestionKind
from uniportal.presenters.choices import clean
from uniportal.wiring import rooms

LOGGER = logging.getLogger("uniportal.pages")
KEEPING = "public, max-age=300"
NO_KEEPING = "no-store"

blueprint = Blueprint("suggestions", __name__)


@blueprint.get("/sugerencias")
def show() -> Response:
    """What may be meant by the words typed so far, each with the address it leads to."""
    typed = request.args.get("q", "")
    text = clean(typed) if len(typed) <= MAX_TEXT_LENGTH else ""
    try:
        found, keeping = rooms().index.suggest(text) if text else (), KEEPING
    except IndexUnavailable as error:
        LOGGER.warning("suggestions_unavailable", extra={"problem": str(error)})
        found, keeping = (), NO_KEEPING
    answer = jsonify(query=text, suggestions=[_told(one) for one in found])
    answer.headers["Cache-Control"] = keeping
    return answer


def _told(suggestion: Suggestion) -> dict[str, Any]:
    return {"kind": suggestion.kind, "text": suggestion.text, "url": _address(suggestion)}


def _address(suggestion: Suggestion) -> str:
    match suggestion.kind:
        case SuggestionKind.SERVICE:
            return url_for("service.show", slug=suggestion.slug)
        case SuggestionKind.INSTITUTION:
            return url_for("institution.show", slug=suggestion.slug)
        case SuggestionKind.CATEGORY:
            return url_for("category.show", slug=suggestion.slug)
        case SuggestionKind.QUERY:
            return url_for("search.show", q=suggestion.text)
