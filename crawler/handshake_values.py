"""A greeting over TLS as plain values and back: how an archive keeps it."""

import base64
import binascii
from typing import Any

from crawler.certificate import LONGEST_BYTES
from crawler.handshake import Handshake
from crawler.visit import Outcome

TEXT_LENGTH = 300


def handshake_values(shaken: Handshake) -> dict[str, Any]:
    """The values to write."""
    certificate = shaken.certificate if len(shaken.certificate) <= LONGEST_BYTES else b""
    return {
        "failure": shaken.failure.value if shaken.failure else "",
        "detail": shaken.detail,
        "tls_version": shaken.tls_version,
        "certificate": base64.b64encode(certificate).decode("ascii"),
        "chain_length": shaken.chain_length,
        "verify_code": shaken.verify_code,
    }


def handshake_of(values: dict[str, Any]) -> Handshake:
    """The greeting in these values; what is not as it should be counts as nothing."""
    failure, chain, code = (values.get(n) for n in ("failure", "chain_length", "verify_code"))
    return Handshake(
        failure=Outcome(failure) if failure in set(Outcome) else None,
        detail=str(values.get("detail", ""))[:TEXT_LENGTH],
        tls_version=str(values.get("tls_version", ""))[:TEXT_LENGTH],
        certificate=_bytes(values.get("certificate")),
        chain_length=chain if type(chain) is int else None,
        verify_code=code if type(code) is int else 0,
    )


def _bytes(text: object) -> bytes:
    try:
        return base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except binascii.Error:
        return b""
