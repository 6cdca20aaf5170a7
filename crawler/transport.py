"""How a portal travels over the wire: https, certificate and the way from http, as facts."""

from dataclasses import dataclass
from enum import StrEnum


class CertificateFault(StrEnum):
    """What is wrong with a certificate; each has its own remedy."""

    NONE = ""
    EXPIRED = "vencido"
    NOT_YET_VALID = "aun_no_vale"
    WRONG_HOST = "otro_nombre"
    SELF_SIGNED = "autofirmado"
    INCOMPLETE_CHAIN = "cadena_incompleta"
    UNKNOWN_ISSUER = "emisor_desconocido"
    WEAK_SIGNATURE = "firma_debil"
    OTHER = "otro"


@dataclass(frozen=True, kw_only=True)
class Transport:
    """What was seen when the portal was asked over https and http; None where nobody looked.

    `host` is the host that was asked. `is_local` says that the portal was audited on this very
    machine at a port of its own, where https has no place to be. `has_strong_tls` is False where
    only old protocols or ciphers are spoken; `accepts_old_tls` says that TLS 1.0 or 1.1 is taken.
    `has_http` says whether anything answers without encryption; `has_http_hop` whether http leads
    first to another http address. `certificate_until` is a date in ISO form. `problem` keeps the
    technical words of the fault. `security_contact` is that of security.txt, empty where the file
    or the contact is missing.
    """

    host: str = ""
    is_local: bool = False
    has_https: bool | None = None
    has_valid_certificate: bool | None = None
    has_whole_chain: bool | None = None
    certificate_fault: CertificateFault = CertificateFault.NONE
    certificate_until: str = ""
    tls_version: str = ""
    has_strong_tls: bool | None = None
    accepts_old_tls: bool | None = None
    has_http: bool | None = None
    redirects_to_https: bool | None = None
    has_http_hop: bool | None = None
    problem: str = ""
    security_contact: str | None = None
