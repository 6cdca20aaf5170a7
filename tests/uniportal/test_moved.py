"""An address written in another way leads to the one meant, and to nothing of anybody else."""

import pytest
from flask import Flask


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/instituciones/", "/instituciones"),
        ("/INSTITUCIONES", "/instituciones"),
        ("/Servicio/Reposicion-DPI", "/servicio/reposicion-dpi"),
        ("/servicio/reposicion-dpi/", "/servicio/reposicion-dpi"),
        ("/en/instituciones/", "/en/instituciones"),
        ("/Buscar/?q=dpi&pagina=2", "/buscar?q=dpi&pagina=2"),
        ("/servicio/no-existe/", "/servicio/no-existe"),
    ],
)
def test_address_leads_to_the_one_meant(app: Flask, asked: str, meant: str) -> None:
    response = app.test_client().get(asked)

    assert (response.status_code, response.headers["Location"]) == (301, meant)


@pytest.mark.parametrize(
    "asked",
    [
        "/esto-no-existe/",
        "/esto-no-existe",
        "/\\example.com/",
        "/servicio/no-existe",
        "/api/v1/servicios/NO-existe",
        "/static/SITE.css",
    ],
)
def test_what_is_nowhere_stays_not_found(app: Flask, asked: str) -> None:
    response = app.test_client().get(asked, base_url="http://localhost")

    assert response.status_code in (308, 404)
    assert "example.com" not in response.headers.get("Location", "")


def test_form_is_never_led_on(app: Flask) -> None:
    assert app.test_client().post("/instituciones/").status_code in (404, 405)
