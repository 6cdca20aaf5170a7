"""The catalogues of the drafts hold what is attested, spelt with the letters of each language."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from tests.uniportal.translating import po_files, read, texts_in_use, translatable
from uniportal.attested_texts import ATTESTED, AttestedText, attested_texts
from uniportal.language_registry import BY_CODE, DRAFTS, REGISTERED, TRANSLATIONS

AGAIN = "run: make translations"
CODES = [language.code for language in DRAFTS]
FREE_LICENCES = {"MIT", "MPL-2.0"}


def attested() -> list[AttestedText]:
    """Every attested text of every draft."""
    return [text for code in CODES for text in attested_texts(code)]


@cache
def alphabets() -> dict[str, tuple[str, ...]]:
    """The letters of each language whose alphabet is cited, the longest first."""
    with (TRANSLATIONS / "alphabets.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["source"] for row in rows)
    return {row["language"]: tuple(sorted(row["letters"].split(), key=len)) for row in rows}


def strange_letters(code: str, text: str) -> str:
    """What is left of a text without the letters of a language, blanks and punctuation."""
    letters = "|".join(map(re.escape, reversed(alphabets()[code])))
    return re.sub(rf"{letters}|[\s.,:;()¿?¡!-]", "", text.lower())


def test_no_row_of_the_data_is_left_out() -> None:
    lines = ATTESTED.read_text(encoding="utf-8").splitlines()

    assert len(attested()) == len(lines) - 1


def test_each_text_has_one_term_with_its_source_and_state() -> None:
    keys = [(text.language, text.text) for text in attested()]

    assert len(set(keys)) == len(keys)
    for text in attested():
        assert text.term == text.term.strip() != ""
        assert re.search(r"\S+@\S+:\S+#|\S+ \S+:\S+#", text.source), text
        assert text.licence in FREE_LICENCES
        assert text.review == "borrador"


@pytest.mark.parametrize("code", CODES)
def test_catalogue_of_a_draft_says_what_is_attested_and_nothing_else(code: str) -> None:
    in_use = texts_in_use()
    kept = read(TRANSLATIONS / code / "LC_MESSAGES/messages.po")

    attested_and_used = {
        (row.text, row.term)
        for row in attested_texts(code)
        if (used := in_use.get(row.text))
        and any(path.startswith("templates/") for path, _ in used.locations)
    }
    assert {(message.id, message.string) for message in translatable(kept)} == attested_and_used, (
        AGAIN
    )


@pytest.mark.parametrize("code", CODES)
def test_text_of_a_draft_tells_its_source_and_that_it_is_one(code: str) -> None:
    sources = {row.text: row.source for row in attested_texts(code)}

    for message in translatable(read(TRANSLATIONS / code / "LC_MESSAGES/messages.po")):
        told = " ".join(message.user_comments)
        assert "borrador" in told
        assert sources[str(message.id)] in told


@pytest.mark.parametrize("code", CODES)
def test_text_of_a_draft_agrees_with_no_number(code: str) -> None:
    for message in translatable(read(TRANSLATIONS / code / "LC_MESSAGES/messages.po")):
        assert isinstance(message.id, str)


@pytest.mark.parametrize("path", po_files(), ids=lambda path: path.parts[-3])
def test_catalogue_says_how_its_language_counts(path: Path) -> None:
    kept = read(path)

    assert re.search(r"nplurals=[123]; plural=", kept.plural_forms)
    assert kept.num_plurals == 1 or path.parts[-3] not in CODES


@pytest.mark.parametrize("code", sorted(alphabets()))
def test_texts_use_only_the_letters_of_their_language(code: str) -> None:
    said = [row.term for row in attested_texts(code)]
    said += [language.autonym for language in REGISTERED if language.code == code]

    assert [text for text in said if strange_letters(code, text)] == []


@pytest.mark.parametrize("wrong", ["K\u02bcichë", "K\u02bciche'", "duda", "Quiché"])
def test_letters_of_another_language_are_noticed(wrong: str) -> None:
    assert strange_letters("quc", wrong) != ""


def test_no_draft_is_registered_without_texts() -> None:
    assert [code for code in CODES if code in BY_CODE and not attested_texts(code)] == []
