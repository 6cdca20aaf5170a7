"""Small catalogue files of our own making, in both official forms."""

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from canse.exchange.catalogue_file import COLUMNS, CatalogueForm

FULL_ROW = {
    "id": "1",
    "institución": "Ministerio de Economía -MINECO-",
    "nombre": "Registro de balanzas",
    "categoria": "Economía",
    "subcategoria": "No sectorizado",
    "descripcion": "Inscribe una balanza de comercio. Vale un año.",
    "instrucciones": "<p>Llene el formulario.</p>\n<p>Entregue la balanza.</p>",
    "requisitos": "1. Formulario\n2. Factura de la balanza",
    "costo": "6,25",
    "codigo_moneda": "USD",
    "tiempo_de_respuesta": "3 a 5 días hábiles",
    "documento_obtenible": "Constancia",
    "enlace": "https://balanzas.example/registro",
    "respaldo_legal": "<p>Decreto 1-2001</p>",
    "fecha_actualizado": "2023-04-25 11:51:59",
}
LINKS_ROW = {
    "ID": "9",
    "Institución": "Ministerio de Economía -MINECO-",
    "Trámite": "Registro de balanzas",
    "URL": "https://balanzas.example/nuevo",
    "URL Catálogo": "https://tramites.example/servicio/9/",
}
Rows = Sequence[Mapping[str, str]]
WriteFile = Callable[..., Path]


@pytest.fixture
def full_file(tmp_path: Path) -> WriteFile:
    """Writes a file of the full form: each row FULL_ROW with some cells of its own."""

    def write(*rows: Mapping[str, str], name: str = "completo.csv") -> Path:
        return _write(tmp_path / name, CatalogueForm.FULL, [FULL_ROW | dict(row) for row in rows])

    return write


@pytest.fixture
def links_file(tmp_path: Path) -> WriteFile:
    """Writes a file of the form with links: each row LINKS_ROW with some cells of its own."""

    def write(*rows: Mapping[str, str], name: str = "enlaces.csv") -> Path:
        return _write(tmp_path / name, CatalogueForm.LINKS, [LINKS_ROW | dict(row) for row in rows])

    return write


def _write(path: Path, form: CatalogueForm, rows: Rows) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS[form])
        writer.writeheader()
        writer.writerows(rows)
    return path
