"""How a portal travels over the wire: https, certificate and the way from http, as facts."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Transport:
    """What was seen when the portal was asked over https and http; None where nobody looked."""

    has_https: bool | None = None
    has_valid_certificate: bool | None = None
    has_whole_chain: bool | None = None
    redirects_to_https: bool | None = None
    tls_version: str = ""
    certificate_until: str = ""
    problem: str = ""
