"""Guard: what we write for citizens is easy to read and has no heavy word without a reason."""

import csv
import re
from collections.abc import Callable, Iterable, Mapping

import pytest
from babel.messages.pofile import read_po

from canse.domain.plain_words import find_heavy_words
from canse.domain.readability import (
    AVERAGE_WORDS,
    USUAL_SCORE,
    Readability,
    measure,
    names_to_leave_out,
)
from tests.house.tree import ROOT

SEED = ROOT / "canse" / "seed"
MESSAGES = ROOT / "uniportal" / "translations" / "messages.pot"
FOR_CITIZENS = ("templates/", "uniportal/pages/", "uniportal/presenters/")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
USUALLY = 0.8

# Texts with a heavy word that stays, and why.
HEAVY_ON_PURPOSE = {
    "servicios.csv carencia-bienes nombre": "the document is called so by law",
}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one list of the seed."""
    with (SEED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


NAMES = names_to_leave_out(
    [row[field] for row in rows("instituciones.csv") for field in ("nombre", "siglas")]
    + [row["departamento"] for row in rows("municipios.csv")]
)


def fields(name: str, key: str, *columns: str) -> dict[str, str]:
    """The filled fields of a list of the seed, by where they stand."""
    return {
        f"{name} {row[key]} {column}": row[column]
        for row in rows(name)
        for column in columns
        if row[column]
    }


def summaries() -> dict[str, str]:
    """What each service is for."""
    return fields("servicios.csv", "slug", "descripcion")


def vocabularies() -> dict[str, str]:
    """What each category and life event holds, and each journey is for."""
    return {
        **fields("categorias.csv", "slug", "descripcion"),
        **fields("eventos_de_vida.csv", "slug", "descripcion"),
        **fields("caminos.csv", "camino", "resumen"),
    }


def steps() -> dict[str, str]:
    """Each step of a journey with its note and its condition, as read together."""
    return {
        f"caminos.csv {row['camino']} «{row['paso']}»": "\n".join(
            row[column] for column in ("paso", "nota", "condicion")
        )
        for row in rows("caminos.csv")
    }


def names_of_things() -> dict[str, str]:
    """What services, categories, life events and journeys are called."""
    return {
        **fields("servicios.csv", "slug", "nombre"),
        **fields("categorias.csv", "slug", "nombre"),
        **fields("eventos_de_vida.csv", "slug", "nombre"),
        **fields("caminos.csv", "camino", "titulo"),
    }


def interface(*, of_citizens: bool) -> dict[str, str]:
    """The Spanish texts of the interface, those of pages only or all; a figure for each value."""
    with MESSAGES.open("rb") as file:
        catalogue = read_po(file)
    return {
        f"{message.locations[0][0]}: {text}": PLACEHOLDER.sub("7", text)
        for message in catalogue
        if not of_citizens or any(path.startswith(FOR_CITIZENS) for path, _ in message.locations)
        for text in ([message.id] if isinstance(message.id, str) else message.id)
        if text
    }


def read(texts: Mapping[str, str]) -> dict[str, Readability]:
    """The texts that have words enough to be measured."""
    found = ((where, measure(text, NAMES)) for where, text in texts.items())
    return {where: reading for where, reading in found if reading and reading.is_long_enough}


def hard(texts: Mapping[str, str]) -> list[str]:
    """The texts to rewrite, each with its score and its worst sentence."""
    return [
        f"{where}: {reading.score} ({reading.band}): {reading.worst(1)[0].text}"
        for where, reading in read(texts).items()
        if not reading.is_plain
    ]


def heavy(texts: Mapping[str, str]) -> dict[str, str]:
    """The heavy words by where they stand, with what to say instead."""
    return {
        where: f"«{word.found}» → {word.instead}"
        for where, text in texts.items()
        for word in find_heavy_words(text)
    }


def share_of_easy(readings: Iterable[Readability]) -> float:
    """How many of the texts score as usual, from 0 to 1."""
    scores = [reading.score >= USUAL_SCORE for reading in readings]
    return sum(scores) / len(scores)


@pytest.mark.parametrize("texts", [summaries, vocabularies, steps])
def test_catalogue_texts_are_easy_enough_to_read(texts: Callable[[], dict[str, str]]) -> None:
    assert hard(texts()) == []


@pytest.mark.parametrize("texts", [summaries, steps])
def test_four_of_five_texts_are_easy(texts: Callable[[], dict[str, str]]) -> None:
    assert share_of_easy(read(texts()).values()) >= USUALLY


def test_sentences_are_short_on_the_whole() -> None:
    readings = read({**summaries(), **vocabularies(), **steps()}).values()

    sentences = sum(len(reading.sentences) for reading in readings)
    assert sum(reading.words for reading in readings) / sentences <= AVERAGE_WORDS


def test_interface_texts_are_easy_to_read() -> None:
    texts = interface(of_citizens=True)

    assert hard(texts) == []
    assert share_of_easy(read(texts).values()) >= USUALLY


def test_no_text_has_a_heavy_word_without_a_reason() -> None:
    catalogue = {**summaries(), **vocabularies(), **steps(), **names_of_things()}

    found = heavy({**catalogue, **interface(of_citizens=False)})

    unexplained = {where: word for where, word in found.items() if where not in HEAVY_ON_PURPOSE}
    assert unexplained == {}
    assert set(HEAVY_ON_PURPOSE) <= set(found), "a reason is listed for a word that is gone"
