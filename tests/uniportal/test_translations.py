"""Every text can be said in English, and what is compiled is what was written."""

import re
from pathlib import Path

import pytest

from tests.uniportal.translating import (
    po_files,
    read,
    texts_in_use,
    texts_of_mo,
    texts_of_po,
    translatable,
)
from uniportal.languages import LANGUAGES, TRANSLATIONS

ENGLISH = TRANSLATIONS / "en/LC_MESSAGES/messages.po"
HOLES = re.compile(r"%\(\w+\)[sd]|\{\w*(?:!r)?\}")
AGAIN = "run: make translations"


def test_every_text_in_use_is_translated_and_none_is_left_over() -> None:
    in_use = {(message.context, message.id) for message in translatable(texts_in_use())}

    kept = {(message.context, message.id) for message in translatable(read(ENGLISH))}

    assert kept == in_use, AGAIN


def test_no_english_text_is_empty_or_guessed() -> None:
    doubtful = [
        message.id
        for message in translatable(read(ENGLISH))
        if message.fuzzy or not message.string or "" in tuple(message.string)
    ]

    assert doubtful == []


@pytest.mark.parametrize("path", po_files(), ids=lambda path: path.parts[-3])
def test_compiled_texts_are_those_written(path: Path) -> None:
    assert texts_of_mo(path.with_suffix(".mo")) == texts_of_po(path), AGAIN


@pytest.mark.parametrize("path", po_files(), ids=lambda path: path.parts[-3])
def test_translation_fills_the_same_holes(path: Path) -> None:
    for message in translatable(read(path)):
        said = message.string if isinstance(message.string, str) else message.string[-1]
        asked = message.id if isinstance(message.id, str) else message.id[-1]
        assert sorted(HOLES.findall(said)) == sorted(HOLES.findall(asked)), message.id


@pytest.mark.parametrize("path", po_files(), ids=lambda path: path.parts[-3])
def test_translation_holds_no_markup_its_text_has_not(path: Path) -> None:
    for message in translatable(read(path)):
        said = str(message.string)
        assert sorted(re.findall(r"<[^>]+>", said)) == sorted(
            re.findall(r"<[^>]+>", str(message.id))
        )


def test_every_language_of_the_interface_has_its_texts() -> None:
    assert {path.parts[-3] for path in po_files()} == {language.code for language in LANGUAGES}
