"""A name says under which theme a service belongs, or nothing does."""

import csv
from pathlib import Path

import pytest

from crawler.categories import category_of
from crawler.words_of_categories import CATEGORY_WORDS, WEAK_WORDS

SEED = Path(__file__).resolve().parents[2] / "canse" / "seed"


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("Licencia de conducir tipo A", "vehiculos"),
        ("Certificación de partida de nacimiento", "identidad"),
        ("Permiso de trabajo para extranjeros", "trabajo"),
        ("Conexión de agua potable", "municipal"),
        ("Registro sanitario de alimentos", "salud"),
        ("Licencia de pesca deportiva", "agricultura"),
        ("Denuncia ambiental", "ambiente"),
        ("Buzón de quejas", "participacion"),
        ("Carta d'identità elettronica", "identidad"),
        ("Trámite general", None),
        ("Solicitud", None),
        ("", None),
    ],
)
def test_category_is_what_the_name_is_about(name: str, category: str | None) -> None:
    assert category_of(name) == category


def test_words_are_of_the_categories_that_exist() -> None:
    with (SEED / "categorias.csv").open(encoding="utf-8", newline="") as lines:
        slugs = {row["slug"] for row in csv.DictReader(lines)}

    assert {words.name for words in (*CATEGORY_WORDS, WEAK_WORDS)} == slugs


def test_the_catalogue_itself_is_filed_as_its_people_filed_it() -> None:
    with (SEED / "servicios.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["categoria"], category_of(row["nombre"])) for row in csv.DictReader(lines)]
    said = [(truth, guess) for truth, guess in rows if guess]

    assert sum(truth == guess for truth, guess in said) / len(said) >= 0.9
    assert len(said) / len(rows) >= 0.7
