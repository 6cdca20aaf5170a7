"""Bodies unpacked with a cap: gzip, deflate and brotli, lies and bombs included."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli  # type: ignore[import-untyped]

LAYERS = 2
_CHUNK = 4 * 1024
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, kw_only=True)
class Unpacked:
    """The decoded body; `is_cut` when the cap ended it; `problems` say what the server did."""

    body: bytes
    is_cut: bool = False
    problems: tuple[str, ...] = ()


class Meter:
    """Counts how much a packed stream unpacks to, without keeping it, to know when to stop."""

    def __init__(self, codings: str, cap: int) -> None:
        self._cap = cap
        self._count = 0
        names = _names(codings)
        self._decode = _decoder(names[-1]) if names else None

    def feed(self, chunk: bytes) -> bool:
        """Take the next bytes of the wire; True when more than the cap has come."""
        if self._decode is None:
            self._count += len(chunk)
            return self._count > self._cap
        try:
            self._count += len(self._decode(chunk, self._cap + 1 - self._count))
        except (zlib.error, brotli.error):
            self._decode = None
        return self._count > self._cap


def unpack(wire: bytes, codings: str, cap: int) -> Unpacked:
    """Undo the content codings, last first; bytes that are not packed are taken as they are."""
    names = _names(codings)
    problems: list[str] = []
    body, is_cut = wire, False
    if len(names) > LAYERS:
        return Unpacked(body=wire[:cap], is_cut=len(wire) > cap, problems=("codificacion_rara",))
    for name in reversed(names):
        body, is_cut, problem = _unpack_layer(body, name, cap)
        if problem:
            problems.append(problem)
    if names and body.startswith(_GZIP_MAGIC):
        body, is_cut, _ = _unpack_layer(body, "gzip", cap)
        problems.append("comprimido_dos_veces")
    return Unpacked(body=body[:cap], is_cut=is_cut or len(body) > cap, problems=tuple(problems))


def is_gzip(body: bytes) -> bool:
    """Whether the bytes begin as a gzip file does, whatever its name or type says."""
    return body.startswith(_GZIP_MAGIC)


def _names(codings: str) -> list[str]:
    names = [name.strip().lower().removeprefix("x-") for name in codings.split(",")]
    return [name for name in names if name and name != "identity"]


def _unpack_layer(wire: bytes, name: str, cap: int) -> tuple[bytes, bool, str]:
    decode = _decoder(name)
    if decode is None:
        return wire, False, "codificacion_desconocida"
    parts: list[bytes] = []
    count = 0
    try:
        for start in range(0, len(wire), _CHUNK):
            part = decode(wire[start : start + _CHUNK], cap + 1 - count)
            parts.append(part)
            count += len(part)
            if count > cap:
                return b"".join(parts)[:cap], True, ""
    except (zlib.error, brotli.error):
        if not count:
            return wire, False, "codificacion_falsa"
        return b"".join(parts), False, "codificacion_danada"
    return b"".join(parts), False, "" if count or not wire else "codificacion_danada"


def _decoder(name: str) -> Callable[[bytes, int], bytes] | None:
    if name == "gzip":
        return _Inflater(31).feed
    if name == "deflate":
        return _Inflater(15).feed
    if name == "br":
        decompressor = brotli.Decompressor()
        return lambda data, limit: bytes(decompressor.process(data, output_buffer_limit=limit))
    return None


class _Inflater:
    """zlib with a limit on each answer; members one after the other are read, junk behind is not.

    The caller stops at the limit, so that bytes held back by it are never asked for.
    """

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._stream = zlib.decompressobj(bits)
        self._has_begun = False

    def feed(self, data: bytes, limit: int) -> bytes:
        if not self._has_begun and self._bits == 15 and data:
            # "deflate" is sent with and without its zlib header (RFC 9110, 8.4.1.2).
            bits = 15 if data[0] & 0x0F == 8 else -15
            self._stream = zlib.decompressobj(bits)
        self._has_begun = True
        parts: list[bytes] = []
        while data and limit > 0:
            if self._stream.eof:
                if not data.startswith(_GZIP_MAGIC) or self._bits != 31:
                    break
                self._stream = zlib.decompressobj(self._bits)
            part = self._stream.decompress(data, limit)
            parts.append(part)
            limit -= len(part)
            data = self._stream.unused_data
        return b"".join(parts)
