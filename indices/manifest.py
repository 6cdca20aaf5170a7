"""What a generation of the index says of itself: its pointer and its manifest, with digests."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from indices.fields import FORMAT_VERSION
from indices.port import IndexUnavailable

_POINTER = re.compile(rb"(g\d{6,12}) ([0-9a-f]{64})\n")


def damaged() -> IndexUnavailable:
    """What is raised when anything in the index is not what was written."""
    return IndexUnavailable("El índice está dañado: un archivo falta o cambió.")


def digest_of(content: bytes) -> str:
    """The sha256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Pointer:
    """Which generation is current, and the digest its manifest must have."""

    folder: str
    digest: str

    @property
    def generation(self) -> str:
        """The name by which results say where they come from; never used twice."""
        return f"{self.folder}-{self.digest[:8]}"

    def encoded(self) -> bytes:
        """The bytes of the pointer file."""
        return f"{self.folder} {self.digest}\n".encode("ascii")

    @classmethod
    def decoded(cls, content: bytes) -> "Pointer":
        """Read the pointer file; IndexUnavailable when it is not exactly one."""
        parts = _POINTER.fullmatch(content)
        if not parts:
            raise damaged()
        return cls(folder=parts[1].decode(), digest=parts[2].decode())


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a generation holds: `files` maps a name to its sha256, `applied` is a change number."""

    documents: int
    applied: int
    files: Mapping[str, str]

    def encoded(self) -> bytes:
        """The bytes of the manifest file."""
        return json.dumps({"format": FORMAT_VERSION} | vars(self), indent=1).encode()

    @classmethod
    def decoded(cls, content: bytes, digest: str) -> "Manifest":
        """Read the manifest file; IndexUnavailable when it is not the one with this digest."""
        if digest_of(content) != digest:
            raise damaged()
        values = json.loads(content)
        if values.pop("format") != FORMAT_VERSION:
            raise IndexUnavailable("El índice es de otra versión del programa.")
        return cls(**values)
