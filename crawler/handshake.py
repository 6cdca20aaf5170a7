"""The greeting of TLS as a question and its answer: how we offer to speak, and what came of it."""

import ssl
import warnings
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from crawler.visit import Outcome

# OP_LEGACY_SERVER_CONNECT, which Python names from 3.12 on: servers without RFC 5746.
_LEGACY_SERVER = 0x4
_WEAKEST = "DEFAULT:@SECLEVEL=0"


class Manner(StrEnum):
    """How to greet.

    STRICT as a browser of today does; LENIENT takes old protocols and ciphers but tests the
    certificate; READING takes anything, to read and nothing more; OLD offers only what is forbidden
    today (RFC 8996: TLS 1.0 and 1.1), to learn whether the server still takes it.
    """

    STRICT = "estricto"
    LENIENT = "tolerante"
    READING = "solo_lectura"
    OLD = "antiguo"


@dataclass(frozen=True, kw_only=True)
class Handshake:
    """What came of one greeting; `failure` is None when it succeeded.

    `certificate` is the server's own, in DER; `chain_length` how many certificates it sent, None
    where that is not known; `verify_code` is OpenSSL's word for what is wrong with it, 0 for none.
    """

    failure: Outcome | None = None
    detail: str = ""
    tls_version: str = ""
    certificate: bytes = b""
    chain_length: int | None = None
    verify_code: int = 0


class Greeter(Protocol):
    """Who can greet over TLS: the web or an archive."""

    async def shake(self, url: str, manner: Manner) -> Handshake:
        """Greet the host of an https address once; never raises for what the portal does."""
        ...


def context_for(manner: Manner) -> ssl.SSLContext:
    """The settings of TLS for one manner of greeting."""
    if manner is Manner.STRICT:
        return ssl.create_default_context()
    is_tested = manner is Manner.LENIENT
    context = ssl.create_default_context() if is_tested else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers(_WEAKEST)
    context.options |= _LEGACY_SERVER
    if not is_tested:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if manner is Manner.OLD:
        with warnings.catch_warnings():
            # Python warns of what we are here to find.
            warnings.simplefilter("ignore", DeprecationWarning)
            context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


def shaken(tls: ssl.SSLObject) -> Handshake:
    """What a greeting that succeeded tells."""
    return Handshake(
        tls_version=tls.version() or "",
        certificate=tls.getpeercert(binary_form=True) or b"",
        chain_length=_chain_length(tls),
    )


def _chain_length(tls: ssl.SSLObject) -> int | None:
    # Public from Python 3.13 on; before, the inner object alone knows it.
    for teller in (tls, getattr(tls, "_sslobj", None)):
        tell = getattr(teller, "get_unverified_chain", None)
        if tell is not None:
            return len(tell() or ())
    return None
