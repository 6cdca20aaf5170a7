"""What is wrong with a portal's encryption, said in Spanish for its owner and for the report."""

from crawler.entry import Entry
from crawler.transport import CertificateFault, Transport

READ_ALL_THE_SAME = "El portal está en línea y se leyó sin verificar su certificado."
_WORDS = {
    CertificateFault.EXPIRED: "su certificado está vencido",
    CertificateFault.NOT_YET_VALID: "su certificado todavía no es válido",
    CertificateFault.WRONG_HOST: "su certificado es de otro nombre",
    CertificateFault.SELF_SIGNED: "su certificado no lo firmó ninguna autoridad reconocida",
    CertificateFault.INCOMPLETE_CHAIN: "no envía el certificado intermedio (cadena incompleta)",
    CertificateFault.UNKNOWN_ISSUER: "a su certificado lo firmó una autoridad desconocida",
    CertificateFault.WEAK_SIGNATURE: "su certificado usa una clave o una firma débil",
    CertificateFault.OTHER: "su certificado no es válido",
}


def fault_in_words(transport: Transport) -> str:
    """What is wrong with the encryption, as the end of a sentence; empty when nothing is."""
    words = []
    fault, until = transport.certificate_fault, transport.certificate_until
    if fault is not CertificateFault.NONE:
        dated = f" desde el {until}" if fault is CertificateFault.EXPIRED and until else ""
        words.append(_WORDS[fault] + dated)
    if transport.has_strong_tls is False:
        spoken = f" ({transport.tls_version})" if transport.tls_version else ""
        words.append(f"solo acepta un cifrado antiguo{spoken}")
    return " y ".join(words)


def transport_reasons(entry: Entry, transport: Transport) -> tuple[str, ...]:
    """What the coverage of a portal with a fault says: the fault, then how it was read."""
    if not entry.tls_fault:
        return ()
    words = fault_in_words(transport) or "el certificado o el cifrado no es válido"
    said = f"Al abrir el portal con https, {words}; el aviso fue: «{entry.tls_fault}»."
    if entry.is_unverified:
        return said, READ_ALL_THE_SAME
    return said, f"El portal se leyó por {entry.url}, que sí responde."
