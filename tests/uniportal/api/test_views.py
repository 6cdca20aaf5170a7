"""The API answers in plain JSON, refuses what it does not understand, and says which part."""

from typing import Any

import pytest
from flask import Flask

from uniportal.wiring import Rooms


def ask(app: Flask, address: str, status: int = 200) -> Any:
    """Ask for an address under the API and read its JSON."""
    response = app.test_client().get(f"/api/v1{address}")
    assert response.status_code == status, response.get_data(as_text=True)
    return response.get_json()


def test_services_are_found_by_words(app: Flask) -> None:
    found = ask(app, "/servicios?q=pasaporte")

    assert found["query"] == "pasaporte"
    assert found["total"] > 0
    assert "pasaporte" in found["hits"][0]["fields"]["name"].lower()
    assert set(found) >= {"total", "generation", "hits", "facets", "corrections", "next"}


def test_services_are_narrowed_by_filters_that_agree_with_their_counts(app: Flask) -> None:
    facets = ask(app, "/servicios")["facets"]

    for name in ("categoria", "institucion", "ministerio", "secretaria", "tema", "publico"):
        first = facets[name][0]
        assert ask(app, f"/servicios?{name}={first['value']}")["total"] == first["count"]


def test_search_says_how_well_words_fit(app: Flask) -> None:
    assert ask(app, "/servicios?q=pasaporte")["match"] == "todas"

    nothing = ask(app, "/servicios?q=comprar+boletos+de+avion")

    assert (nothing["total"], nothing["is_confident"]) == (0, False)
    assert nothing["nearest"]


def test_words_are_taken_as_they_stand_when_asked(app: Flask) -> None:
    assert ask(app, "/servicios?q=lisensia")["corrections"] == ["licencia"]
    assert ask(app, "/servicios?q=lisensia&exacto=1")["total"] == 0


def test_several_values_of_a_filter_are_joined(app: Flask) -> None:
    first, second = ask(app, "/servicios")["facets"]["categoria"][:2]

    both = ask(app, f"/servicios?categoria={first['value']}&categoria={second['value']}")

    assert both["total"] == first["count"] + second["count"]


def test_pages_follow_one_another_to_the_end(app: Flask, rooms: Rooms) -> None:
    seen: list[str] = []
    address: str | None = "/servicios?por_pagina=50"
    while address:
        page = ask(app, address)
        seen += [hit["slug"] for hit in page["hits"]]
        address = page["next"] and page["next"].removeprefix("/api/v1")

    assert len(seen) == len(set(seen)) == rooms.catalogue.figures().services


def test_service_is_told_in_full(app: Flask, rooms: Rooms) -> None:
    for sheet in list(rooms.catalogue.published_sheets())[:40]:
        told = ask(app, f"/servicios/{sheet.slug}")

        assert told["name"] == sheet.name
        assert told["number"] == sheet.number
        assert len(told["fees"]) == len(sheet.fees)
        assert all(fee["amount"] is None or isinstance(fee["amount"], str) for fee in told["fees"])
        assert told["estimated_fields"] == sorted(sheet.estimated_fields)


def test_institutions_are_listed_by_kind(app: Flask) -> None:
    every, ministries = ask(app, "/instituciones"), ask(app, "/instituciones?tipo=ministry")

    assert 0 < ministries["total"] < every["total"]
    assert {one["institution"]["kind"] for one in ministries["institutions"]} == {"ministry"}


def test_categories_are_listed_with_their_counts(app: Flask) -> None:
    told = ask(app, "/categorias")

    assert told["total"] == len(told["categories"]) > 0
    assert all(isinstance(one["count"], int) for one in told["categories"])


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/servicios?x=1", "x"),
        ("/servicios?q=" + "a" * 201, "q"),
        ("/servicios?q=a&q=b", "q"),
        ("/servicios?pagina=abc", "pagina"),
        ("/servicios?pagina=0", "pagina"),
        ("/servicios?pagina=12.7", "pagina"),
        ("/servicios?pagina=%D9%A1", "pagina"),
        ("/servicios?pagina=1" + "0" * 30, "pagina"),
        ("/servicios?por_pagina=51", "por_pagina"),
        ("/servicios?orden=precio", "orden"),
        ("/servicios?etapa=9", "etapa"),
        ("/servicios?en_linea=quizas", "en_linea"),
        ("/servicios?tema=NO%20ES", "tema"),
        ("/servicios?" + "&".join(["tema=a"] * 9), "tema"),
        ("/servicios/reposicion-dpi?x=1", "x"),
        ("/instituciones?tipo=club", "tipo"),
        ("/categorias?q=1", "q"),
    ],
)
def test_what_cannot_be_used_is_named(app: Flask, address: str, field: str) -> None:
    problem = ask(app, address, status=422)

    assert [error["field"] for error in problem["errors"]] == [field]
    assert problem["errors"][0]["message"]


def test_service_that_does_not_exist_is_a_problem(app: Flask) -> None:
    problem = ask(app, "/servicios/no-existe", status=404)

    assert problem["status"] == 404
    assert problem["title"]


def test_problem_is_told_in_english_under_the_english_address(app: Flask) -> None:
    problem = app.test_client().get("/en/api/v1/servicios?x=1").get_json()

    assert problem["errors"][0]["message"] == "There is no such parameter."


def test_names_of_service_fields_never_change(app: Flask) -> None:
    told = ask(app, "/servicios/" + ask(app, "/servicios")["hits"][0]["slug"])

    assert set(told) == {
        *("number", "slug", "name", "summary", "description", "provenance", "confidence"),
        *("is_confirmed", "institution", "ministry", "secretariat", "unit", "category", "topics"),
        *("life_events", "audiences", "modality", "action_url", "requirements", "steps", "fees"),
        *("is_free", "response_time", "result", "result_validity", "channels", "forms"),
        *("legal_bases", "coverage", "stage_confirmed", "stage_declared", "evidence"),
        *("estimated_fields", "source", "found_at_url", "last_seen_at", "reviewed_at"),
        "updated_at",
    }


def test_audit_of_an_institution_is_given_in_full(app: Flask) -> None:
    answer = ask(app, "/instituciones/sat/auditoria")

    assert answer["institution"]["slug"] == "sat"
    assert answer["portals"] == []
