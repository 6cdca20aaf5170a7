"""A zip by the names inside it: an Office file, or a bundle of others; nothing is unpacked."""

import io
import struct
import zipfile

from crawler.document import Document

OFFICE_KINDS = frozenset({"doc", "docx", "xls", "xlsx", "ppt", "pptx", "ods", "odt", "odp"})
NAMES = 2_000
HOLDS = 20
# An empty sheet is about this long; a table of anything is longer.
EMPTY_SHEET_BYTES = 1_500
_ODF = {"spreadsheet": "ods", "text": "odt", "presentation": "odp"}
_FOLDERS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_LOCAL = b"PK\x03\x04"
_LOCAL_LENGTH = 30


def read_zip(body: bytes, *, is_cut: bool) -> Document:
    """The facts of a zip; one that was cut is known by the names that stand before the cut."""
    sizes = None if is_cut else _directory(body)
    names = list(sizes) if sizes is not None else _local_names(body)
    kind = _odf_kind(body) or next(
        (kind for folder, kind in _FOLDERS.items() if any(n.startswith(folder) for n in names)),
        "zip",
    )
    if kind == "zip":
        return Document(kind=kind, holds=_endings(names))
    is_whole = None if is_cut else sizes is not None
    return Document(kind=kind, has_text=not _is_picture(kind, sizes), is_parsed=is_whole)


def _directory(body: bytes) -> dict[str, int] | None:
    """Names and sizes as the zip's own directory says; None when it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            members = archive.infolist()[:NAMES]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error):
        return None
    return {member.filename.lower(): member.file_size for member in members}


def _local_names(body: bytes) -> list[str]:
    """Names as they stand before each member."""
    names: list[str] = []
    place = body.find(_LOCAL)
    while place != -1 and len(names) < NAMES:
        length = int.from_bytes(body[place + 26 : place + 28], "little")
        start = place + _LOCAL_LENGTH
        names.append(body[start : start + min(length, 300)].decode("utf-8", "replace").lower())
        place = body.find(_LOCAL, start)
    return names


def _odf_kind(body: bytes) -> str:
    """Open Document files begin with their media type, stored as it is."""
    mark = b"application/vnd.oasis.opendocument."
    place = body[:200].find(mark)
    if place == -1:
        return ""
    rest = body[place + len(mark) : place + len(mark) + 20].decode("ascii", "replace")
    return next((kind for word, kind in _ODF.items() if rest.startswith(word)), "zip")


def _is_picture(kind: str, sizes: dict[str, int] | None) -> bool:
    """Whether a workbook is a picture put on an empty sheet."""
    if kind != "xlsx" or sizes is None:
        return False
    sheets = [size for name, size in sizes.items() if name.startswith("xl/worksheets/sheet")]
    has_media = any(name.startswith("xl/media/") for name in sizes)
    return has_media and bool(sheets) and max(sheets) < EMPTY_SHEET_BYTES


def _endings(names: list[str]) -> tuple[str, ...]:
    found = {name.rpartition(".")[2] for name in names if "." in name.rpartition("/")[2]}
    return tuple(sorted(ending for ending in found if ending.isalnum() and len(ending) < 8))[:HOLDS]
