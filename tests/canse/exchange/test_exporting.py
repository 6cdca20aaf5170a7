"""Open data: every published service, nothing that runs in a spreadsheet, whole files or none."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from canse.catalogue import Catalogue
from canse.domain.service import ServiceSheet
from canse.exchange.exporting import SCHEMA, write_csv, write_file, write_json, write_stream
from canse.exchange.formulas import guarded
from canse.exchange.published import KEYS
from tests import builders

NOW = datetime(2026, 12, 1, tzinfo=UTC)


def test_both_forms_hold_every_published_service(catalogue: Catalogue) -> None:
    as_csv, as_json = StringIO(), StringIO()

    write_csv(catalogue.published_sheets(), as_csv)
    write_json(catalogue.published_sheets(), as_json)

    rows = list(csv.DictReader(StringIO(as_csv.getvalue())))
    document = json.loads(as_json.getvalue())
    assert document["esquema"] == SCHEMA
    assert [int(row["numero"]) for row in rows] == list(range(1, 320))
    assert [one["slug"] for one in document["servicios"]] == [row["slug"] for row in rows]
    assert all(tuple(one) == KEYS for one in document["servicios"])


def test_no_services_make_a_valid_document() -> None:
    out = StringIO()

    write_json([], out)

    assert json.loads(out.getvalue())["servicios"] == []


@pytest.mark.parametrize("sign", list("=+-@|\t\r＝＋－＠｜"))
def test_cell_that_would_be_a_formula_gets_an_apostrophe(sign: str) -> None:
    out = StringIO()

    write_csv([builders.sheet(name=f"{sign}HYPERLINK(1)", summary=f" {sign}1")], out)

    row = next(csv.DictReader(StringIO(out.getvalue(), newline="")))
    assert row["nombre"] == f"'{sign}HYPERLINK(1)"
    assert row["resumen"] == f"' {sign}1"


@pytest.mark.parametrize("text", ["", "Acta", "1-2", "'=1", "a=b", "correo@ejemplo.example"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_list_has_one_thing_a_line_in_its_cell(catalogue: Catalogue) -> None:
    out = StringIO()
    sheet = catalogue.service("reposicion-dpi")

    write_csv([sheet], out)

    row = next(csv.DictReader(StringIO(out.getvalue(), newline="")))
    assert len(row["requisitos"].split("\n")) == len(sheet.requirements)
    assert "100.00" in row["costos"]


def test_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "datos.json"
    path.write_text("antes", encoding="utf-8")

    write_file(path, [builders.sheet()], write_json)

    assert len(json.loads(path.read_text(encoding="utf-8"))["servicios"]) == 1
    assert list(tmp_path.iterdir()) == [path]


def test_file_of_before_stays_when_the_catalogue_fails(tmp_path: Path) -> None:
    path = tmp_path / "datos.csv"
    path.write_text("antes", encoding="utf-8")

    def failing() -> Iterator[ServiceSheet]:
        yield builders.sheet()
        raise OSError("disco lleno")

    with pytest.raises(OSError, match="disco lleno"):
        write_file(path, failing(), write_csv)

    assert path.read_text(encoding="utf-8") == "antes"
    assert list(tmp_path.iterdir()) == [path]


def test_stream_is_written_in_utf8_and_left_open() -> None:
    out = BytesIO()

    write_stream(out, [builders.sheet(name="Niñez")], write_csv)

    assert "Niñez" in out.getvalue().decode("utf-8")
    assert not out.closed
