"""What the bytes of a PDF tell: whether it holds text, and whether it holds fields to fill in.

The file is searched, not interpreted. Dictionaries that PDF 1.5 packs into object streams are
inflated up to a cap; where the cap, the cut or encryption hides them, the answer is None.
"""

import re
import zlib

from crawler.document import Document

STREAMS = 200
INFLATED_BYTES = 2 * 1024 * 1024
HEADER_LENGTH = 400
_FONT = re.compile(rb"/BaseFont\b|/Subtype\s{0,8}/Type3\b")
_FIELD = re.compile(rb"/FT\s{0,8}/(?:Tx|Ch|Btn)\b|/XFA\b")
_OBJECTS = re.compile(rb"/Type\s{0,8}/ObjStm\b")
_STREAM = re.compile(rb"stream\r?\n")


def read_pdf(body: bytes, *, is_cut: bool) -> Document:
    """The facts of a PDF by as much of it as was read."""
    packed, is_whole = _packed_objects(body)
    texts = (body, packed)
    is_all = is_whole and not is_cut and b"/Encrypt" not in body
    return Document(
        kind="pdf",
        has_text=_answer(_FONT, texts, is_all=is_all),
        is_fillable=_answer(_FIELD, texts, is_all=is_all),
    )


def _answer(pattern: re.Pattern[bytes], texts: tuple[bytes, ...], *, is_all: bool) -> bool | None:
    if any(pattern.search(text) for text in texts):
        return True
    return False if is_all else None


def _packed_objects(body: bytes) -> tuple[bytes, bool]:
    """The objects inside object streams, and whether all of them could be read."""
    parts: list[bytes] = []
    room = INFLATED_BYTES
    for number, found in enumerate(_OBJECTS.finditer(body)):
        start = _STREAM.search(body, found.end(), found.end() + HEADER_LENGTH)
        if number >= STREAMS or start is None:
            return b"".join(parts), False
        end = body.find(b"endstream", start.end())
        try:
            packed = body[start.end() : end if end != -1 else len(body)]
            part = zlib.decompressobj().decompress(packed, room + 1)
        except zlib.error:
            return b"".join(parts), False
        room -= len(part)
        if room < 0:
            return b"".join(parts), False
        parts.append(part)
    return b"".join(parts), True
