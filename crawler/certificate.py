"""A server's certificate read from its bytes, as far as the auditor needs it.

Only the outer fields are walked (RFC 5280, 4.1): Python tells them of no certificate that it has
refused, and the refused ones are those a report must speak of.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

LONGEST_BYTES = 64 * 1024
_SEQUENCE, _VERSION, _UTC_TIME = 0x30, 0xA0, 0x17


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """Until when it is good (a date in ISO form, empty when it cannot be read), and whether it
    names itself as its issuer."""

    until: str = ""
    is_self_issued: bool = False


@dataclass(frozen=True)
class _Part:
    tag: int
    start: int
    body: int
    end: int


def read_certificate(der: bytes) -> Certificate:
    """The facts of a certificate; bytes that are none give empty facts."""
    if len(der) > LONGEST_BYTES:
        return Certificate()
    try:
        fields = _fields(der)
        issuer, validity, subject = fields[2:5]
        moments = _parts(der, validity)
        until = _moment(moments[1].tag, der[moments[1].body : moments[1].end])
    except (ValueError, IndexError):
        return Certificate()
    is_self_issued = der[issuer.body : issuer.end] == der[subject.body : subject.end]
    return Certificate(until=until.date().isoformat(), is_self_issued=is_self_issued)


def _fields(der: bytes) -> list[_Part]:
    """Serial number, signature, issuer, validity, subject and what follows."""
    whole = _part(der, 0)
    signed = _part(der, whole.body)
    if whole.tag != _SEQUENCE or signed.tag != _SEQUENCE:
        raise ValueError("not a certificate")
    fields = _parts(der, signed)
    return fields[1:] if fields[0].tag == _VERSION else fields


def _parts(der: bytes, outer: _Part) -> list[_Part]:
    parts: list[_Part] = []
    place = outer.body
    while place < outer.end and len(parts) < 20:
        part = _part(der, place)
        parts.append(part)
        place = part.end
    return parts


def _part(der: bytes, place: int) -> _Part:
    """One value of DER: its tag, and where its content begins and ends."""
    length, body = der[place + 1], place + 2
    if length & 0x80:
        count = length & 0x7F
        length = int.from_bytes(der[body : body + count], "big")
        body += count
    if body + length > len(der) or body > place + 6:
        raise ValueError("a length beyond the end")
    return _Part(tag=der[place], start=place, body=body, end=body + length)


def _moment(tag: int, text: bytes) -> datetime:
    form = "%y%m%d%H%M%SZ" if tag == _UTC_TIME else "%Y%m%d%H%M%SZ"
    return datetime.strptime(text.decode("ascii"), form).replace(tzinfo=UTC)
