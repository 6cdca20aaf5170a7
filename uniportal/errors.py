"""Turns errors into answers: the only place that knows which status and which page each becomes."""

import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, current_app, render_template, request
from markupsafe import escape
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException, SecurityError

from canse.domain.errors import (
    BadInput,
    CatalogueError,
    CatalogueUnavailable,
    Conflict,
    Gone,
    NotAllowed,
    NotFound,
    TooMany,
)
from indices.port import IndexUnavailable
from uniportal.languages import gettext, interface_language
from uniportal.requests import Surface, request_id, surface

LOGGER = logging.getLogger("uniportal.errors")
RETRY_SECONDS = 30
PROBLEM_TYPE = "application/problem+json"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What went wrong, as told to whoever asked: a title, what it means, and what to do about it.

    `errors` lists the fields at fault; `headers` are those the status obliges to send.
    """

    status: int
    title: str
    detail: str
    errors: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()


def init_errors(app: Flask) -> None:
    """Give an application its answers to everything that can go wrong."""
    app.register_error_handler(Exception, answer)


def answer(error: Exception) -> Response:
    """The answer to an error, in the form of the part of the site that met it."""
    problem = problem_of(error)
    if problem.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        LOGGER.error("request_failed", exc_info=error, extra={"request_id": request_id()})
    if isinstance(error, SecurityError):
        response = _html(_bare_page(problem), problem)  # No link can be made for such a host.
    else:
        response = _in_form_of(surface(), problem)
    response.headers.extend(problem.headers)
    return response


def problem_of(error: Exception) -> Problem:
    """What an error means to whoever asked; an unknown one says nothing of the inside."""
    if isinstance(error, CatalogueError):
        return _catalogue_problem(error)
    if isinstance(error, IndexUnavailable):
        return _unavailable(gettext("El buscador no responde en este momento"))
    if isinstance(error, ValidationError):
        return _validation_problem(error)
    if isinstance(error, HTTPException) and error.code:
        return _http_problem(error, error.code)
    return Problem(
        status=HTTPStatus.INTERNAL_SERVER_ERROR,
        title=gettext("Algo falló de nuestro lado"),
        detail=gettext(
            "No es culpa suya. Pruebe otra vez en unos minutos. Si se repite, dé este número a"
            " quien le atienda: %(number)s.",
            number=request_id(),
        ),
    )


def _catalogue_problem(error: CatalogueError) -> Problem:
    detail = error.said_in(gettext)
    if isinstance(error, CatalogueUnavailable):
        LOGGER.error("catalogue_unavailable", extra={"reason": str(error)})
        return _unavailable(gettext("El catálogo no responde en este momento"))
    if isinstance(error, Gone):
        return Problem(
            status=HTTPStatus.GONE, title=gettext("Este servicio ya no está"), detail=detail
        )
    if isinstance(error, NotFound):
        return Problem(
            status=HTTPStatus.NOT_FOUND, title=gettext("No encontramos esa página"), detail=detail
        )
    if isinstance(error, NotAllowed):
        return Problem(
            status=HTTPStatus.FORBIDDEN, title=gettext("No está permitido"), detail=detail
        )
    if isinstance(error, TooMany):
        return Problem(
            status=HTTPStatus.TOO_MANY_REQUESTS,
            title=gettext("Demasiadas peticiones seguidas"),
            detail=detail,
        )
    if isinstance(error, Conflict):
        return Problem(
            status=HTTPStatus.CONFLICT, title=gettext("Choca con lo guardado"), detail=detail
        )
    status = HTTPStatus.BAD_REQUEST if isinstance(error, BadInput) else 500
    return Problem(status=status, title=gettext("No se puede leer lo que envió"), detail=detail)


def _unavailable(title: str) -> Problem:
    return Problem(
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        title=title,
        detail=gettext("Estamos trabajando en ello. Pruebe otra vez en un minuto."),
        headers=(("Retry-After", str(RETRY_SECONDS)),),
    )


def _validation_problem(error: ValidationError) -> Problem:
    told_of: dict[str, Any] = error.normalized_messages()  # type: ignore[no-untyped-call]
    return Problem(
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
        title=gettext("Hay datos que no se pueden usar"),
        detail=gettext("Corrija lo que se indica y envíe otra vez."),
        errors=tuple(
            (str(field), str(told[0] if isinstance(told, list) else told))
            for field, told in told_of.items()
        ),
    )


def _http_problem(error: HTTPException, status: int) -> Problem:
    known = _http_words().get(status)
    title, detail = known or (
        gettext("No se puede atender lo que pidió"),
        gettext("Revise la dirección o vuelva al inicio."),
    )
    kept = ("Allow", "Retry-After", "Content-Range", "WWW-Authenticate")
    headers = tuple(pair for pair in error.get_headers(request.environ) if pair[0] in kept)
    return Problem(status=status, title=title, detail=detail, headers=headers)


def _http_words() -> dict[int, tuple[str, str]]:
    return {
        400: (
            gettext("No se puede leer lo que envió"),
            gettext("La petición llegó incompleta o mal escrita."),
        ),
        404: (
            gettext("No encontramos esa página"),
            gettext("Puede que la dirección esté mal escrita o que la página haya cambiado."),
        ),
        405: (
            gettext("Esa acción no se puede hacer aquí"),
            gettext("Esta página solo se puede consultar."),
        ),
        413: (
            gettext("Lo que envió es demasiado grande"),
            gettext("Envíe menos datos o un archivo más pequeño."),
        ),
        414: (
            gettext("La dirección es demasiado larga"),
            gettext("Acorte la búsqueda y pruebe otra vez."),
        ),
        429: (
            gettext("Demasiadas peticiones seguidas"),
            gettext("Espere un momento y pruebe otra vez."),
        ),
    }


def _in_form_of(part: Surface, problem: Problem) -> Response:
    if part is Surface.API:
        return _as_json(problem)
    template = "lite/error.html" if part is Surface.LITE else "errors/error.html"
    try:
        page = render_template(template, problem=problem, request_id=request_id())
    except Exception:
        # Whatever broke the page may break this one too, and nobody is left to answer after us.
        LOGGER.exception("error_page_failed", extra={"request_id": request_id()})
        page = _bare_page(problem)
    return _html(page, problem)


def _html(page: str, problem: Problem) -> Response:
    return Response(page, status=problem.status, content_type="text/html; charset=utf-8")


def _as_json(problem: Problem) -> Response:
    body = {
        "type": "about:blank",
        "title": problem.title,
        "status": int(problem.status),
        "detail": problem.detail,
        "instance": f"urn:uniportal:request:{request_id()}",
    }
    if problem.errors:
        body["errors"] = [{"field": field, "message": told} for field, told in problem.errors]
    return Response(current_app.json.dumps(body), status=problem.status, content_type=PROBLEM_TYPE)


def _bare_page(problem: Problem) -> str:
    """The page for when no template can be rendered; it needs nothing but itself."""
    title, detail = escape(problem.title), escape(problem.detail)
    return (
        f'<!doctype html><html lang="{interface_language()}"><meta charset="utf-8">'
        f"<title>{title}</title>"
        f'<main id="contenido"><h1>{title}</h1><p>{detail}</p></main></html>'
    )
