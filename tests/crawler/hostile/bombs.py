"""Bodies that are small on the wire and monstrous once unpacked."""

import gzip
import struct
import zlib
from functools import cache

import brotli  # type: ignore[import-untyped]

MIB = 2**20
_STEP = b" " * (16 * MIB)


@cache
def gzip_bomb() -> bytes:
    """2 GiB of blanks in some 2 MB: the same packed member over and over."""
    return gzip.compress(b"<html>") + gzip.compress(_STEP, 9) * 128


@cache
def brotli_bomb() -> bytes:
    """256 MiB of blanks in less than a kilobyte."""
    packer = brotli.Compressor(quality=3, lgwin=22)
    parts = [packer.process(b"<html>" + _STEP)]
    parts += [packer.process(_STEP) for _ in range(15)]
    return b"".join([*parts, packer.finish()])


@cache
def zstd_bomb() -> bytes:
    """1 GiB in 32 kB, written by hand: blocks that say "this byte, 128 KiB of it" (RFC 8878)."""
    block = struct.pack("<I", 131_072 << 3 | 1 << 1)[:3] + b" "
    last = struct.pack("<I", 131_072 << 3 | 1 << 1 | 1)[:3] + b" "
    return b"\x28\xb5\x2f\xfd\x00\x38" + block * 8191 + last


@cache
def pdf_bomb() -> bytes:
    """A PDF whose only stream unpacks to 64 MiB, packed twice."""
    inner = zlib.compress(zlib.compress(b"BT (x) Tj ET " * (5 * MIB), 9), 9)
    head = b"%%PDF-1.4\n1 0 obj<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n" % len(inner)
    return head + inner + b"\nendstream endobj\n%%EOF\n"


def feed_bomb() -> bytes:
    """A feed whose entities grow tenfold nine times ("a billion laughs")."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ja"}">' for n in range(10))
    return (
        f"<?xml version='1.0'?><!DOCTYPE rss [{entities}]><rss><title>&l9;</title></rss>".encode()
    )
