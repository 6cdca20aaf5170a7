"""Guard: a published address never dies, and somebody decided who may see each."""

from flask import Flask

from tests.house.routes import merged, published, served

REGENERATE = "decide in tests/house/routes.json, after: make routes"


def test_no_published_address_disappears(empty_site: Flask) -> None:
    gone = set(published()) - set(served(empty_site))

    assert gone == set(), "redirect what moved; only a person removes an address from the list"


def test_every_address_is_in_the_list_with_its_methods(empty_site: Flask) -> None:
    listed = {rule: route["methods"] for rule, route in published().items()}

    assert listed == served(empty_site), REGENERATE


def test_every_address_is_public_by_name_or_guarded() -> None:
    undecided = {
        rule for rule, route in published().items() if route["access"] not in {"public", "guarded"}
    }

    assert undecided == set(), REGENERATE


def test_rooms_of_the_institutions_are_never_public() -> None:
    open_doors = {
        rule
        for rule, route in published().items()
        if rule.startswith("/gestion") and route["access"] != "guarded"
    }

    assert open_doors <= {"/gestion/entrar"}


def test_guarded_address_shows_nothing_to_a_stranger(site: Flask) -> None:
    guarded = [
        rule
        for rule, route in published().items()
        if route["access"] == "guarded" and "GET" in route["methods"] and "<" not in rule
    ]

    answers = {rule: site.test_client().get(rule).status_code for rule in guarded}

    assert {rule: status for rule, status in answers.items() if status not in {302, 401, 403}} == {}


def test_regenerating_keeps_what_is_no_longer_served() -> None:
    old = {"/viejo": {"methods": "GET", "access": "public"}}

    routes = merged(old, {"/nuevo": "GET"})

    assert routes["/viejo"]["access"] == "public"
    assert routes["/nuevo"]["access"] == "decide"
