"""Security on the way: https, the way from http, the certificate and the protocol it speaks."""

from canse.domain.audit import Evidence
from crawler.indicators.portal import (
    Answer,
    PortalView,
    found,
    missing,
    not_evaluable,
    on,
    partly,
)
from crawler.transport import CertificateFault, Transport
from crawler.transport_words import fault_in_words

NOT_ASKED = "no se guardó cómo responde el portal con https"


def local_words(transport: Transport) -> str:
    """Why https cannot be judged on a portal that was audited on the auditor's own machine."""
    return (
        f"el portal se auditó en una dirección local ({transport.host}), "
        "donde https no se puede juzgar"
    )


def check_https(portal: PortalView) -> Answer:
    """S-01: the portal answers over https."""
    seen = portal.site.transport
    if seen.has_https is None:
        return _unknown(seen)
    if not seen.has_https:
        problem = seen.problem or "nadie respondió"
        return missing(problem, _pieces(portal, f"https://{seen.host}/: {problem}"))
    if seen.has_strong_tls is False and not seen.tls_version:
        return partly(_pieces(portal, f"https://{seen.host}/: {seen.problem}"), "muy antiguo")
    spoken = seen.tls_version or "https"
    return found(_pieces(portal, f"https://{seen.host}/ respondió con {spoken}"), spoken)


def check_redirect(portal: PortalView) -> Answer:
    """S-02: http leads to https at once."""
    seen = portal.site.transport
    if seen.has_https is None and seen.redirects_to_https is None:
        return _unknown(seen)
    if seen.has_https is False:
        return missing("no hay https adonde llevar", _pieces(portal, f"{seen.host}: sin https"))
    if seen.has_http is False:
        said = f"http://{seen.host}/ no responde: solo se entra con https"
        return found(_pieces(portal, said), "solo se entra con https")
    if seen.redirects_to_https is None:
        return not_evaluable("no se pudo preguntar por http")
    if not seen.redirects_to_https:
        return missing(
            "se queda en http", _pieces(portal, f"http://{seen.host}/ responde sin llevar a https")
        )
    if seen.has_http_hop:
        said = f"http://{seen.host}/ lleva primero a otra dirección http, y después a https"
        return partly(_pieces(portal, said), "pasa antes por otra dirección sin cifrar")
    said = f"http://{seen.host}/ lleva directamente a https"
    return found(_pieces(portal, said), "lleva directamente a https")


def check_certificate(portal: PortalView) -> Answer:
    """S-03: dates, name and chain of the certificate; an incomplete chain is half of it."""
    seen = portal.site.transport
    if seen.has_https is None:
        return _unknown(seen)
    if seen.has_https is False:
        said = "https no respondió, así que no hay certificado"
        return missing(said, _pieces(portal, f"https://{seen.host}/: {said}"))
    if seen.has_valid_certificate is None:
        return not_evaluable("no se pudo leer el certificado")
    until = f"vence el {seen.certificate_until}" if seen.certificate_until else "sin fecha legible"
    if seen.has_valid_certificate:
        return found(_pieces(portal, f"Certificado de {seen.host} válido; {until}"), until)
    fault = fault_in_words(_only_certificate(seen))
    pieces = _pieces(portal, f"Certificado de {seen.host}: {fault}; {until}. {seen.problem}")
    if seen.certificate_fault is CertificateFault.INCOMPLETE_CHAIN:
        return partly(pieces, fault)
    return missing(fault, pieces)


def check_versions(portal: PortalView) -> Answer:
    """S-04: TLS 1.2 or later, and nothing older."""
    seen = portal.site.transport
    if seen.has_https is None:
        return _unknown(seen)
    if seen.has_https is False:
        return missing("https no respondió", _pieces(portal, f"https://{seen.host}/ no respondió"))
    if seen.has_strong_tls is False:
        spoken = seen.tls_version or "versiones que ya no se usan"
        said = f"Solo acepta un cifrado antiguo: {spoken}. {seen.problem}"
        return missing(f"solo acepta un cifrado antiguo ({spoken})", _pieces(portal, said))
    if seen.has_strong_tls is None:
        return not_evaluable(NOT_ASKED)
    if seen.accepts_old_tls:
        said = f"Habla {seen.tls_version}, pero también acepta TLS 1.0 o 1.1"
        return partly(_pieces(portal, said), "también acepta TLS 1.0 o 1.1")
    if seen.accepts_old_tls is None:
        return not_evaluable(
            f"habla {seen.tls_version}, pero no se pudo probar si acepta TLS 1.0 o 1.1"
        )
    said = f"Habla {seen.tls_version} y rechazó TLS 1.0 y 1.1"
    return found(_pieces(portal, said), seen.tls_version)


def _unknown(seen: Transport) -> Answer:
    return not_evaluable(local_words(seen) if seen.is_local else NOT_ASKED)


def _pieces(portal: PortalView, said: str) -> list[Evidence]:
    """The answer of the server, told on the portal's first visit: it stands on no page."""
    return [on(visit, "", said, "conexion") for visit in portal.visits[:1]]


def _only_certificate(seen: Transport) -> Transport:
    return Transport(
        certificate_fault=seen.certificate_fault, certificate_until=seen.certificate_until
    )
