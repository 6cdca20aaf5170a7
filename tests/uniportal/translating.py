"""Brings the translations up to date with the texts of the code and the templates.

    .venv/bin/python -m tests.uniportal.translating

Writes messages.pot, merges new texts into each .po without guessing at similar ones, and compiles
each .mo. A person then translates what is empty and runs it again. The catalogues of the drafts are
made out of `attested.csv` and of nothing else.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from canse.database import session
from tests.house.tree import ROOT
from uniportal.attested_texts import attested_texts
from uniportal.language_registry import DRAFTS, TRANSLATIONS

# No table knows the plurals of these languages: one form, and texts that agree with no number.
DRAFT_HEADER = 'msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=0;\\n"\n'
MAPPING = TRANSLATIONS / "babel.cfg"
TEMPLATE = TRANSLATIONS / "messages.pot"
ERRORS = (
    "NotFound",
    "Conflict",
    "NotAllowed",
    "TooMany",
    "BadInput",
    "CatalogueUnavailable",
    "IndexUnavailable",
)
KEYWORDS = {**DEFAULT_KEYWORDS, **dict.fromkeys(ERRORS)}
WIDTH = 100
HEADER: dict[str, Any] = {
    "project": "UNIPORTAL",
    "version": "1",
    "header_comment": "# Textos de UNIPORTAL; los reúne `make translations`.",
    "msgid_bugs_address": "",
    "last_translator": "",
    "language_team": "",
}
FIXED_DATE = datetime(2026, 1, 1, tzinfo=UTC)


def texts_in_use() -> Catalog:
    """Every text of the code and the templates, with where it is said."""
    with MAPPING.open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = Catalog(fuzzy=False, creation_date=FIXED_DATE, **HEADER)
    for path, _line, message, comments, context in extract_from_dir(
        ROOT, methods, options, KEYWORDS, ("Translators:",)
    ):
        # The file and not the line: a line changes with every edit above it.
        found.add(message, locations=[(path, 0)], auto_comments=comments, context=context)
    # These are chosen from a table by what a driver says, so no call holds them as they stand.
    for _sign, words in session._EXPLANATIONS:
        found.add(words, locations=[("canse/database/session.py", 0)])
    return found


def draft(code: str, found: Catalog) -> Catalog:
    """The catalogue of a draft: what is attested of the texts in use, each with its source."""
    # Made by reading, since a catalogue cannot be told its plurals, nor a locale CLDR lacks.
    made = read_po(BytesIO(DRAFT_HEADER.encode()), locale=code)
    made.project, made.version = HEADER["project"], HEADER["version"]
    made.header_comment = "# Borrador sin revisar; lo escribe `make translations` de attested.csv."
    made.creation_date = made.revision_date = FIXED_DATE
    made.last_translator = made.language_team = made.msgid_bugs_address = ""
    for row in attested_texts(code):
        message = found.get(row.text)
        # What Python says goes to programs too, which are not told the language of each text.
        if message and any(path.startswith("templates/") for path, _ in message.locations):
            said = (row.review, row.source, row.licence, row.note)
            made.add(
                message.id,
                row.term,
                locations=message.locations,
                user_comments=[words for words in said if words],
            )
    return made


def po_files() -> list[Path]:
    """The translations kept, one file a language."""
    return sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po"))


def read(path: Path) -> Catalog:
    """A translation as kept."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def translatable(catalog: Catalog) -> Iterator[Message]:
    """The messages of a catalogue without its header."""
    return (message for message in catalog if message.id)


def compiled(catalog: Catalog) -> bytes:
    """What the .mo of a translation holds."""
    buffer = BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def texts_of_mo(path: Path) -> dict[object, object]:
    """The texts a compiled translation holds, by message."""
    with path.open("rb") as file:
        return {_key(message): _forms(message) for message in translatable(read_mo(file))}


def texts_of_po(path: Path) -> dict[object, object]:
    """The texts a compiled translation should hold: those translated and sure."""
    return {
        _key(message): _forms(message)
        for message in translatable(read(path))
        if all(_forms(message)) and not message.fuzzy
    }


def _forms(message: Message) -> tuple[str, ...]:
    said = message.string or ()
    return (said,) if isinstance(said, str) else tuple(said)


def _key(message: Message) -> object:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def main() -> int:
    """Write the template, merge it into each translation made from it, and compile."""
    found = texts_in_use()
    _write(TEMPLATE, found)
    codes = {language.code for language in DRAFTS}
    for code in codes:
        (TRANSLATIONS / code / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
        _write(TRANSLATIONS / code / "LC_MESSAGES/messages.po", draft(code, found))
    for path in po_files():
        kept = read(path)
        if path.parts[-3] not in codes | {"es"}:
            _merge(kept, found)
            _write(path, kept)
        path.with_suffix(".mo").write_bytes(compiled(kept))
        empty = sum(1 for message in translatable(kept) if not message.string)
        print(f"{path.relative_to(ROOT)}: {len(kept)} textos, {empty} sin traducir")  # noqa: T201
    return 0


def _merge(kept: Catalog, found: Catalog) -> None:
    kept.update(found, no_fuzzy_matching=True)
    kept.header_comment = HEADER["header_comment"]
    kept.last_translator = kept.language_team = kept.msgid_bugs_address = ""
    kept.obsolete.clear()


def _write(path: Path, catalog: Catalog) -> None:
    with path.open("wb") as file:
        write_po(
            file, catalog, width=WIDTH, sort_output=True, omit_header=False, include_lineno=False
        )


if __name__ == "__main__":
    sys.exit(main())
