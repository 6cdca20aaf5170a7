"""The register holds every national language, under codes and names that somebody attests."""

import csv
import re
from pathlib import Path

import pytest

from uniportal.language_registry import (
    BY_CODE,
    COMPLETE,
    DRAFTS,
    LANGUAGES,
    REGISTERED,
    TRANSLATIONS,
    read_register,
)

CANONICAL = "\u02bc"
OTHER_SALTILLOS = re.compile(r"['\u2019\u2018\ua78c\u00b4`]")
NATIONAL = 25
"""22 Mayan languages, Garífuna, Xinka and Spanish."""
DATA = sorted(TRANSLATIONS.glob("*.csv"))


def test_every_national_language_and_english_are_registered_once() -> None:
    codes = [language.code for language in REGISTERED]

    assert len(set(codes)) == len(codes) == NATIONAL + 1


def test_codes_are_language_tags_that_begin_with_a_known_language() -> None:
    for language in REGISTERED:
        assert re.fullmatch(r"[a-z]{2,3}(-x-[a-z0-9]{1,8})?", language.code)
        assert language.code in {"es", "en"} or language.code.startswith(language.iso639_3 or "agu")


def test_name_without_a_source_is_the_spanish_one() -> None:
    for language in REGISTERED:
        assert bool(language.autonym_source) == (
            bool(language.autonym) and language not in COMPLETE
        )
        assert language.name_language == (language.code if language.autonym else "es")
        assert language.name[:1].isupper()


def test_figure_of_speakers_says_where_it_is_from() -> None:
    for language in REGISTERED:
        assert bool(language.speakers) == bool(language.speakers_source), language.code


def test_only_languages_with_texts_have_addresses() -> None:
    assert {language.code for language in LANGUAGES} == set(BY_CODE)
    assert [language.code for language in COMPLETE] == ["es", "en"]
    assert [language.code for language in DRAFTS] == ["quc", "cak", "mam", "ixl"]


def test_unknown_state_of_an_interface_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "languages.csv"
    head = "code,iso639_3,autonym,autonym_source,spanish_name,speakers,speakers_source,interface"
    file.write_text(f"{head}\nquc,quc,,,quiche,,,perfect\n", encoding="utf-8")

    with pytest.raises(ValueError, match="perfect"):
        read_register(file)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_saltillo_is_stored_in_one_form(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))

    assert [cell for row in rows for cell in row if OTHER_SALTILLOS.search(cell)] == []
    assert any(CANONICAL in cell for row in rows for cell in row)
