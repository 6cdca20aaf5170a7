"""Bytes to text: header, BOM and meta, then UTF-8, then cp1252 as Spanish pages are written."""

import codecs
import re
from dataclasses import dataclass

META_BYTES = 4096
FALLBACK = "cp1252"
_META = re.compile(
    rb"<\s*(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})",
    re.I,
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# WHATWG: a page that says Latin-1 or ASCII means windows-1252.
_MEANT = {"iso8859-1": FALLBACK, "ascii": FALLBACK, "iso8859-9": "cp1254", "tis-620": "cp874"}
# Only charsets of the web: Python also knows zip, rot13 and utf-7, which no page may ask for.
_KNOWN = frozenset(
    {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312", "big5", "shift_jis"}
    | {"euc_jp", "euc_kr", "koi8-r", "koi8-u", "mac-roman"}
    | {f"iso8859-{number}" for number in range(2, 17)}
    | {"cp874"}
    | {f"cp125{number}" for number in range(9)}
)
_COUSINS = frozenset(
    {f"iso8859-{number}" for number in range(2, 17) if number not in (9, 15)}
    | {"cp1250", "cp1251", "cp1253", "cp1255", "cp1256", "cp1257", "cp874"}
)
_SPANISH = frozenset("áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”‘’–—…·ºª°´•\u00a0€®©")
# cp1252 leaves five bytes without a character; browsers read them as control characters.
_HOLES = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """The text, the charset it was read in, and what was found wrong on the way."""

    text: str
    encoding: str
    problems: tuple[str, ...] = ()


def decode(body: bytes, header_charset: str = "") -> Decoded:
    """Read a body: the header wins where it decodes cleanly, then the meta, UTF-8 and cp1252."""
    meta = _meta_charset(body)
    problems = _conflict(header_charset, meta)
    for bom, name in _BOMS:
        if body.startswith(bom):
            text = body[len(bom) :].decode(name, "replace")
            return Decoded(text=text, encoding=name, problems=problems)
    for name in _candidates(header_charset, meta):
        clean = _clean_text(body, name)
        if clean is not None and _is_spanish_in_disguise(body, name):
            denied = (*problems, "charset_desmentido")
            return Decoded(text=body.decode(FALLBACK), encoding=FALLBACK, problems=denied)
        if clean is not None:
            return Decoded(text=clean, encoding=name, problems=problems)
        if name == "utf-8" and _is_nearly_utf8(body):
            damaged = (*problems, "caracteres_danados")
            return Decoded(text=body.decode("utf-8", "replace"), encoding="utf-8", problems=damaged)
    text = body.decode(FALLBACK, "replace") if not _has_hole(body) else _with_holes(body)
    return Decoded(text=text, encoding=FALLBACK, problems=problems)


def known_charset(label: str) -> str:
    """Python's name of a charset label that pages may use; empty for any other."""
    try:
        name = codecs.lookup(label.strip().lower()).name
    except (LookupError, ValueError, UnicodeError):
        return ""
    name = _MEANT.get(name, name)
    return name if name in _KNOWN else ""


def _candidates(header_charset: str, meta: str) -> list[str]:
    declared = [known_charset(header_charset), known_charset(meta)]
    return [name for name in dict.fromkeys([*declared, "utf-8"]) if name]


def _meta_charset(body: bytes) -> str:
    found = _META.search(body[:META_BYTES])
    label = found.group(1).decode("ascii") if found else ""
    # A page whose meta could be read as ASCII is not in UTF-16 (WHATWG).
    return "utf-8" if label.lower().startswith("utf-16") else label


def _conflict(header_charset: str, meta: str) -> tuple[str, ...]:
    header, declared = known_charset(header_charset), known_charset(meta)
    problems = []
    if (header_charset and not header) or (meta and not declared):
        problems.append("charset_desconocido")
    if header and declared and header != declared:
        problems.append("charset_en_conflicto")
    return tuple(problems)


def _clean_text(body: bytes, name: str) -> str | None:
    """The text, or None when the bytes are not of this charset."""
    if name == FALLBACK and _has_hole(body):
        return None
    if name == "utf-16":
        name = "utf-16-le"
    try:
        return body.decode(name)
    except (UnicodeDecodeError, ValueError):
        return _without_cut_end(body, name)


def _without_cut_end(body: bytes, name: str) -> str | None:
    """The text of a body that the cap cut within a character; None when more than that is wrong."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        text = decoder.decode(body)
    except (UnicodeDecodeError, ValueError):
        return None
    # Where nothing else speaks for the charset, the last byte is a letter of another one.
    return None if text.isascii() else text


def _is_spanish_in_disguise(body: bytes, name: str) -> bool:
    """Whether a charset of other languages makes foreign letters of what is all Spanish in cp1252.

    A page in another language has letters of its own beside those the two charsets share.
    """
    if name not in _COUSINS:
        return False
    high = {bytes((byte,)) for byte in set(body) if byte >= 0x80}
    marks = {byte.decode(FALLBACK, "replace") for byte in high}
    is_other = any(
        byte.decode(name, "replace") != byte.decode(FALLBACK, "replace") for byte in high
    )
    return is_other and marks <= _SPANISH


def _is_nearly_utf8(body: bytes) -> bool:
    """Whether at least nine of ten marked letters are right UTF-8: one bad byte spoils no page."""
    high = sum(1 for byte in body if byte >= 0xC0)
    broken = body.decode("utf-8", "replace").count("\ufffd")
    return high >= 20 and broken * 10 <= high


def _has_hole(body: bytes) -> bool:
    return any(byte in body for byte in _HOLES)


def _with_holes(body: bytes) -> str:
    return "".join(_HOLES.get(byte) or bytes((byte,)).decode(FALLBACK) for byte in body)
