"""The operators' list names exactly what a visit of the lite view touches, and nothing else."""

import re
from pathlib import Path

import pytest

from tests.page_client import PageClient
from uniportal.app import create_app
from uniportal.feeds.operators import address_pattern
from uniportal.settings import settings_for
from uniportal.wiring import Rooms

OUTSIDE = (
    "https://ligero.example/l/salir/1",
    "https://ligero.example/en/l/salir/1",
    "https://ligero.example.otro.example/l/",
    "https://ligeroxexample/l/",
    "https://otro.example/l/",
    "https://ligero.example:8443/l/",
    "https://ligero.example/gestion/",
    "https://ana@ligero.example/l/",
    "ftp://ligero.example/l/",
)


@pytest.mark.parametrize("is_own_host", [True, False])
@pytest.mark.parametrize("address", OUTSIDE)
def test_pattern_leaves_out_the_door_and_everything_of_others(
    is_own_host: bool, address: str
) -> None:
    assert not re.match(address_pattern("ligero.example", is_own_host=is_own_host), address)


@pytest.mark.parametrize("is_own_host", [True, False])
def test_pattern_takes_in_every_page_of_a_visit(rooms: Rooms, is_own_host: bool) -> None:
    pattern = address_pattern("ligero.example", is_own_host=is_own_host)
    client, waiting, seen = PageClient(create_app(rooms=rooms)), ["/l/"], set[str]()

    while waiting and len(seen) < 40:
        path = waiting.pop(0)
        if path not in seen and "/salir/" not in path and path.startswith(("/l/", "/en/l/")):
            seen.add(path)
            waiting += client.get(path).links()

    assert [path for path in seen if not re.match(pattern, f"http://ligero.example{path}")] == []
    assert not is_own_host or re.match(pattern, "http://ligero.example/")
    assert is_own_host or not re.match(pattern, "http://ligero.example/buscar")


def test_pattern_uses_nothing_that_posix_lacks() -> None:
    assert not re.search(r"\(\?|\\[dwsb]", address_pattern("a-b.example", is_own_host=True))


def test_list_names_the_lite_host_when_there_is_one(tmp_path: Path) -> None:
    app = create_app(settings_for(tmp_path, lite_host="ligero.example"))

    told = app.test_client().get("/.well-known/uniportal-operadores.json").get_json()

    assert [host["host"] for host in told["hosts"]] == ["ligero.example"]
    assert told["hosts"][0]["exclusivo"]
    assert told["hosts"][0]["max_bytes_pagina"] == 14_000


def test_list_names_paths_when_the_lite_view_has_no_host_of_its_own(tmp_path: Path) -> None:
    app = create_app(settings_for(tmp_path, base_url="https://servicios.example"))

    told = app.test_client().get(
        "/.well-known/uniportal-operadores.json", base_url="https://servicios.example"
    )

    host = told.get_json()["hosts"][0]
    assert host["host"] == "servicios.example"
    assert host["rutas"] == ["/l/", "/en/l/"]
    assert not host["exclusivo"]
