"""Each error becomes one status and one page, in the form of the part of the site that met it."""

import json
from pathlib import Path

import pytest
from flask import Flask
from marshmallow import ValidationError

from canse.domain.errors import (
    BadInput,
    CatalogueError,
    CatalogueUnavailable,
    Conflict,
    NotAllowed,
    NotFound,
    TooMany,
)
from indices.port import IndexUnavailable
from tests.page_client import PageClient
from uniportal.app import create_app
from uniportal.errors import problem_of
from uniportal.settings import settings_for

STATUS_OF = {
    NotFound("No existe «{slug}».", slug="x"): 404,
    BadInput("«{text}» no es un monto.", text="x"): 400,
    NotAllowed("No se permite."): 403,
    Conflict("Ya existe."): 409,
    TooMany("Espere."): 429,
    CatalogueUnavailable("La base no responde."): 503,
    IndexUnavailable("dañado"): 503,
    ValidationError({"q": ["mal"]}): 422,
    CatalogueError("Otra cosa."): 500,
    ZeroDivisionError("secreto interno"): 500,
}
PARTS = {"/x": "text/html", "/l/x": "text/html", "/api/v1/x": "application/problem+json"}


@pytest.fixture
def failing(tmp_path: Path) -> Flask:
    """A site with an address in each part that raises what the test asks."""
    app = create_app(settings_for(tmp_path))
    app.config["ERROR"] = NotFound("No hay.")

    def fail() -> str:
        raise app.config["ERROR"]

    for number, address in enumerate(PARTS):
        app.add_url_rule(address, f"fail_{number}", view_func=fail)
    return app


@pytest.mark.parametrize("address", PARTS)
@pytest.mark.parametrize(("error", "status"), STATUS_OF.items(), ids=lambda one: repr(one)[:40])
def test_error_becomes_its_status_in_the_form_of_its_part(
    failing: Flask, address: str, error: Exception, status: int
) -> None:
    failing.config["ERROR"] = error

    response = failing.test_client().get(address)

    assert response.status_code == status
    assert response.mimetype == PARTS[address]
    assert b"secreto" not in response.data
    assert b"Traceback" not in response.data


@pytest.mark.parametrize("address", ["/x", "/l/x"])
@pytest.mark.parametrize("error", STATUS_OF, ids=lambda one: repr(one)[:40])
def test_error_page_is_sound_and_offers_the_search_box(
    failing: Flask, address: str, error: Exception
) -> None:
    failing.config["ERROR"] = error

    page = PageClient(failing).get(address, status=None)

    assert page.soup.select_one("input[name=q]") is not None
    assert page.headers["Cache-Control"] == "no-store"


def test_small_lite_error_page_stays_small(failing: Flask) -> None:
    assert len(failing.test_client().get("/l/nada").data) <= 2_048


def test_problem_has_the_members_of_the_standard(failing: Flask) -> None:
    response = failing.test_client().get("/api/v1/nada")

    problem = json.loads(response.data)
    assert set(problem) == {"type", "title", "status", "detail", "instance"}
    assert problem["status"] == 404
    assert problem["instance"].endswith(response.headers["X-Request-Id"])


def test_problem_names_each_field_at_fault(failing: Flask) -> None:
    failing.config["ERROR"] = ValidationError({"q": ["muy larga"], "pagina": {0: ["mal"]}})

    problem = failing.test_client().get("/api/v1/x").get_json()

    assert [error["field"] for error in problem["errors"]] == ["q", "pagina"]
    assert problem["errors"][0]["message"] == "muy larga"


def test_unavailable_says_when_to_come_back(failing: Flask) -> None:
    failing.config["ERROR"] = CatalogueUnavailable("La base no responde.")

    assert int(failing.test_client().get("/x").headers["Retry-After"]) > 0


@pytest.mark.parametrize("address", ["/", "/l/", "/api/v1/categorias", "/salud", "/robots.txt"])
def test_wrong_method_says_which_are_allowed(app: Flask, address: str) -> None:
    response = app.test_client().delete(address)

    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


def test_person_can_tell_the_number_of_an_unknown_error(failing: Flask) -> None:
    failing.config["ERROR"] = ZeroDivisionError()

    response = failing.test_client().get("/x")

    assert response.headers["X-Request-Id"] in response.get_data(as_text=True)


def test_values_in_a_message_are_escaped(failing: Flask) -> None:
    failing.config["ERROR"] = NotFound("No existe «{slug}».", slug="<script>alert(1)</script>")

    for address in ("/x", "/l/x"):
        assert b"<script>" not in failing.test_client().get(address).data


def test_message_is_told_in_english_when_the_page_is(failing: Flask) -> None:
    failing.config["ERROR"] = NotFound("No existe la institución «{slug}».", slug="muni")

    text = failing.test_client().get("/en/x").get_data(as_text=True)

    assert "There is no institution “muni”." in text


def test_bare_page_answers_when_no_template_can(
    failing: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failing.jinja_env, "loader", None)

    response = failing.test_client().get("/x")

    assert response.status_code == 404
    assert "<h1>No encontramos esa página</h1>" in response.get_data(as_text=True)


def test_address_without_its_slash_is_redirected_and_not_an_error(failing: Flask) -> None:
    failing.add_url_rule("/carpeta/", "folder", view_func=lambda: "")

    response = failing.test_client().get("/en/carpeta")

    assert response.status_code == 308
    assert response.headers["Location"].endswith("/en/carpeta/")


def test_site_without_a_catalogue_says_so_and_stays_up(broken_app: Flask) -> None:
    client = broken_app.test_client()

    statuses = {path: client.get(path).status_code for path in ("/", "/l/", "/servicio/x")}

    assert set(statuses.values()) == {503}


def test_inside_of_an_unknown_error_is_not_told() -> None:
    problem = problem_of(RuntimeError("contraseña=1234"))

    assert "1234" not in f"{problem.title} {problem.detail}"
