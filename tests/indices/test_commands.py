"""The console commands: shapes, messages and exit codes that scripts rely on."""

import io
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canse.domain.errors import CatalogueUnavailable
from canse.domain.institution import InstitutionKind
from indices.commands import index as index_command
from indices.commands import search_command, with_progress
from indices.port import IndexUnavailable, SearchIndex
from indices.resilient import ResilientIndex
from indices.whoosh_engine import WhooshIndex
from tests.builders import institution
from tests.indices.shelf import Shelf, service

MINEX = institution(slug="minex", name="Relaciones", acronym="", kind=InstitutionKind.MINISTRY)


@dataclass
class House:
    """What the commands are handed."""

    index: SearchIndex
    catalogue: Shelf


@pytest.fixture
def house(tmp_path: Path) -> House:
    shelf = Shelf()
    shelf.put(
        service(1, "Pasaporte", institution=MINEX, ministry=MINEX),
        service(2, "Pasaporte perdido"),
        service(3, "Licencia"),
    )
    return House(WhooshIndex(tmp_path / "index"), shelf)


def run(house: House, *words: str) -> Result:
    name, *rest = words
    command = search_command if name == "search" else index_command
    return CliRunner().invoke(command, rest, obj=house)


def test_rebuild_says_what_it_built_and_shows_no_progress_to_a_file(house: House) -> None:
    result = run(house, "index", "rebuild")

    assert result.exit_code == 0
    assert result.stdout.startswith("Índice g000001-")
    assert result.stdout.endswith("con 3 servicios.\n")
    assert result.stderr == ""


def test_progress_is_shown_to_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    sheets = [service(n) for n in range(3)]
    shown: dict[str, str] = {}
    for name, stream in {"terminal": Terminal(), "file": io.StringIO()}.items():
        monkeypatch.setattr("sys.stderr", stream)
        assert list(with_progress(sheets)) == sheets
        shown[name] = stream.getvalue()

    assert "Indexando" in shown["terminal"]
    assert shown["file"] == ""


def test_status_fails_when_there_is_no_index(house: House) -> None:
    result = run(house, "index", "status")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "El índice no existe todavía.\n"


def test_status_as_data_tells_the_lag(house: House) -> None:
    run(house, "index", "rebuild")
    house.catalogue.put(service(4))

    result = run(house, "index", "status", "--json")

    status = json.loads(result.stdout)
    assert result.exit_code == 0
    assert status.pop("generation").startswith("g000001-")
    assert status == {"documents": 3, "applied": 3, "lag": 1, "healthy": True, "problem": ""}


def test_status_as_data_tells_the_problem(house: House) -> None:
    result = run(house, "index", "status", "--json")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["problem"] == "El índice no existe todavía."


def test_status_says_all_in_one_line(house: House) -> None:
    run(house, "index", "rebuild")

    assert ": 3 servicios, 0 cambios por aplicar." in run(house, "index", "status").stdout


def test_follow_applies_and_says_so(house: House) -> None:
    run(house, "index", "rebuild")
    house.catalogue.put(service(4))
    house.catalogue.remove(3)

    result = run(house, "index", "follow")

    assert result.stdout == "Cambio 5: 1 servicios puestos, 1 quitados.\n"
    assert result.stderr == ""


def test_follow_says_when_it_had_to_rebuild(house: House) -> None:
    result = run(house, "index", "follow")

    assert result.exit_code == 0
    assert result.stderr == "El índice no servía y se construyó de nuevo.\n"


def test_failing_catalogue_is_left_to_the_console(house: House) -> None:
    house.catalogue.is_closed = True

    result = run(house, "index", "rebuild")

    assert isinstance(result.exception, CatalogueUnavailable)
    assert (result.exit_code, result.stdout) == (1, "")


def test_search_as_data_has_the_shape_agreed(house: House) -> None:
    run(house, "index", "rebuild")

    result = run(house, "search", "pasaporte", "--limit", "1", "--json")

    page = json.loads(result.stdout)
    assert page.pop("generation").startswith("g000001-")
    assert page["hits"][0].pop("score") > 0
    assert page["facets"].pop("ministerio") == [{"value": "minex", "count": 1}]
    assert page.pop("facets")["en_linea"] == [{"value": "no", "count": 2}]
    assert page == {
        "query": "pasaporte",
        "total": 2,
        "hits": [
            {
                "slug": "servicio-1",
                "name": "Pasaporte",
                "institution": "minex",
                "category": None,
                "stage": 2,
            }
        ],
        "corrections": [],
        "degraded": False,
    }


def test_search_as_text_is_for_people(house: House) -> None:
    run(house, "index", "rebuild")

    result = run(house, "search", "pasaporte", "perdidos")

    assert result.stdout.splitlines() == [
        "2 servicios",
        "  1. Pasaporte perdido — sin institución asignada [servicio-2]",
        "  2. Pasaporte — Relaciones [servicio-1]",
    ]


def test_search_offers_the_correction(house: House) -> None:
    run(house, "index", "rebuild")

    assert "¿Quiso decir «licencia»?" in run(house, "search", "lisencia").stdout


def test_search_narrows_by_one_of_the_ways_without_words(house: House) -> None:
    run(house, "index", "rebuild")

    result = run(house, "search", "--ministerio", "minex", "--json")

    assert [hit["slug"] for hit in json.loads(result.stdout)["hits"]] == ["servicio-1"]


def test_search_explains_when_asked(house: House) -> None:
    run(house, "index", "rebuild")

    text = run(house, "search", "pasaporte", "--explain")
    data = run(house, "search", "pasaporte", "--explain", "--json")

    assert "Parte 1: pasaport; la tienen 2 servicios." in text.stdout
    assert len(json.loads(data.stdout)["explanation"]) == 3


def test_search_explains_synonyms_as_alternatives(house: House) -> None:
    house.catalogue.pairs = (("libreta", "pasaporte perdido"),)
    run(house, "index", "rebuild")

    result = run(house, "search", "libreta", "--explain")

    assert "Parte 1: libret | pasaport perd; la tienen 1 servicios." in result.stdout


def test_batch_answers_each_line_with_one(house: House, tmp_path: Path) -> None:
    run(house, "index", "rebuild")
    queries = tmp_path / "queries.txt"
    lines = "\ufeffpasaporte\r\nxyz\u2028w\n\n\udcff"
    queries.write_bytes(lines.encode("utf-8", "surrogateescape"))

    result = run(house, "search", "--batch", str(queries), "--limit", "1")

    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert answers[0] == {"query": "pasaporte", "total": 2, "hits": ["servicio-1"]}
    assert [answer["total"] for answer in answers] == [2, 0, 3, 0]


@pytest.mark.parametrize(
    "words", [["search"], ["search", "x", "--limit", "0"], ["search", "--batch", "no-existe"]]
)
def test_search_used_wrongly_ends_in_two(house: House, words: list[str]) -> None:
    assert run(house, *words).exit_code == 2


def test_search_without_an_index_is_left_to_the_console(house: House) -> None:
    result = run(house, "search", "pasaporte")

    assert isinstance(result.exception, IndexUnavailable)
    assert (result.exit_code, result.stdout) == (1, "")


def test_search_ends_in_three_when_the_catalogue_stands_in(house: House, tmp_path: Path) -> None:
    index = ResilientIndex(WhooshIndex(tmp_path / "index"), house.catalogue)

    result = run(House(index, house.catalogue), "search", "pasaporte", "--json")

    assert index.wait_until_mended(30.0)
    assert result.exit_code == 3
    assert json.loads(result.stdout)["degraded"] is True
    assert result.stderr == "El índice no sirve ahora: se buscó en el catálogo.\n"
