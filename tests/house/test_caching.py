"""Guard: whatever is public may be kept, asked about by its tag, and knows nobody."""

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.house.test_pages import PUBLIC, address

OK, NOT_MODIFIED = 200, 304
NEVER_KEPT = ("/salud", "/reporte/<reference>", "/servicio/<slug>/reportar",
    "/institucion/<slug>/auditoria/responder", "/servicio/<slug>/calendario.ics")  # fmt: skip
"""Of these each answer is of its own: forms with a key, the state of one report, the machine's."""


def asked(site: Flask, url: str, method: str = "GET", **headers: str) -> TestResponse:
    """The answer of a public address to a visitor who is known by nothing."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    response = site.test_client(use_cookies=False).open(url, method=method, headers=named)
    response.close()
    return response


@pytest.mark.parametrize("rule", PUBLIC)
def test_answer_knows_nobody(site: Flask, rule: str) -> None:
    response = asked(site, address(site, rule))

    assert "Set-Cookie" not in response.headers
    assert set(response.headers.get("Vary", "").split(", ")) <= {"", "Accept-Encoding"}
    assert response.headers.get("Cache-Control")


@pytest.mark.parametrize("rule", [rule for rule in PUBLIC if rule not in NEVER_KEPT])
def test_answer_is_asked_about_by_its_tag(site: Flask, rule: str) -> None:
    url = address(site, rule)
    first = asked(site, url)
    if first.status_code != OK or (first.is_streamed and "ETag" not in first.headers):
        return

    again = asked(site, url, If_None_Match=first.headers["ETag"])

    assert again.status_code == NOT_MODIFIED
    assert again.get_data() == b""
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "no-store" not in first.headers["Cache-Control"]
    assert asked(site, url, "HEAD").headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize("rule", ["/", "/buscar", "/servicio/<slug>", "/institucion/<slug>"])
def test_page_may_be_shown_old_while_it_is_made_anew(site: Flask, rule: str) -> None:
    kept = asked(site, address(site, rule)).headers["Cache-Control"]

    assert "stale-while-revalidate=" in kept
    assert "stale-if-error=" in kept
