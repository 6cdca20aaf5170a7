"""Whether a file of data can be read by a program: csv, json and xml, each with its caps."""

import codecs
import csv
import json
from collections import Counter
from xml.parsers import expat

ROWS = 60
FEWEST_ROWS = 2
SAME_WIDTH = 0.8
CELL_LENGTH = 20_000
DEPTH = 200
JSON_TAIL = 8
_DELIMITERS = ",;\t|"
_PAGES = frozenset({"html", "svg"})
_FEEDS = frozenset({"rss", "feed", "rdf", "urlset", "sitemapindex"})
_NAMED = {codecs.BOM_UTF8: "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def parses_as_csv(body: bytes, *, is_cut: bool) -> bool:
    """Whether most of the first rows have the same number of cells, two at least."""
    lines = [line for line in _text(body).splitlines() if line.strip()]
    lines = (lines[:-1] if is_cut else lines)[:ROWS]
    return any(_is_table(lines, delimiter) for delimiter in _DELIMITERS)


def _is_table(lines: list[str], delimiter: str) -> bool:
    try:
        rows = list(csv.reader((line[:CELL_LENGTH] for line in lines), delimiter=delimiter))
    except csv.Error:
        return False
    widths = Counter(len(row) for row in rows)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return width >= 2 and count >= FEWEST_ROWS and count >= SAME_WIDTH * len(rows)


def parses_as_json(body: bytes, *, is_cut: bool) -> bool:
    """Whether the text is JSON that holds something; a cut one, up to where it was cut."""
    text = _text(body).strip().removeprefix("\ufeff")
    try:
        return isinstance(found := json.loads(text), dict | list) and bool(found)
    except json.JSONDecodeError as error:
        is_at_end = error.pos >= len(text) - JSON_TAIL or error.msg.startswith("Unterminated")
        return is_cut and is_at_end and len(text) > JSON_TAIL
    except (ValueError, RecursionError):
        return False


def read_xml(body: bytes, *, is_cut: bool) -> tuple[str, bool]:
    """xml, feed, image or html by the first element, and whether it is well formed.

    No entity is ever declared or fetched: a file that declares one is refused, as bombs do.
    """
    reader = _XmlReader()
    try:
        reader.parser.Parse(body.lstrip(), not is_cut)
    except (expat.ExpatError, _Refused, ValueError, LookupError):
        return reader.kind, False
    return reader.kind, bool(reader.root)


class _Refused(Exception):
    """The file does what a file of data has no need of."""


class _XmlReader:
    def __init__(self) -> None:
        self.root = ""
        self._depth = 0
        self.parser = expat.ParserCreate()
        self.parser.EntityDeclHandler = self._refuse
        self.parser.StartElementHandler = self._open
        self.parser.EndElementHandler = self._close

    @property
    def kind(self) -> str:
        if self.root in _PAGES:
            return "image" if self.root == "svg" else "html"
        return "feed" if self.root in _FEEDS else "xml"

    def _refuse(self, *_: object) -> None:
        raise _Refused

    def _open(self, name: str, _: object) -> None:
        self.root = self.root or name.rpartition(":")[2].lower()
        self._depth += 1
        if self._depth > DEPTH:
            raise _Refused

    def _close(self, _: str) -> None:
        self._depth -= 1


def _text(body: bytes) -> str:
    for mark, name in _NAMED.items():
        if body.startswith(mark):
            return body.decode(name, "replace")
    try:
        # A cut file may end in the middle of a letter: that alone does not make it another code.
        return codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
