"""Builds the sheet of a service from the pages that tell of it, each part with its evidence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

from canse.domain.audit import (
    Evidence,
    FoundChannel,
    FoundChannelKind,
    FoundForm,
    FoundSheet,
)
from canse.domain.naming import is_web_address
from canse.domain.service import SUMMARY_LENGTH
from crawler.files import file_words, is_file
from crawler.ladder import Capability
from crawler.lexicon import Lexicon
from crawler.proof import Proof
from crawler.sheet_parts import Line, Parts, clean_line, parts_of
from crawler.sheet_values import fee_in, mails_in, phones_in, tells_a_cost
from crawler.sightings import Sighting, evidence_of
from crawler.words_of_sheets import SheetPart

PAGES_OF_A_SHEET = 3
DESCRIPTION_LENGTH = 1000
TITLE_LENGTH = 200
SENTENCE_LENGTH = 20
CHANNELS = 12
FORMS = 20
OFFICES = 4
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿¡])")
_BARE_TITLE = Lexicon(
    "titulo-vacio", r"descarg\w+(?: aqui)?  download  pdf  ver(?: mas)?  aqui  abrir"
)
_ONLINE = frozenset(
    {Capability.APPLICATION, Capability.APPOINTMENT, Capability.PAYMENT, Capability.QUERY}
    | {Capability.LOGIN, Capability.COMPLAINT, Capability.INFORMATION_REQUEST}
)


def sheet_of(sightings: Sequence[Sighting]) -> FoundSheet | None:
    """The sheet of one service; the first pages tell first, the others fill what they leave open.

    None when no page says more than the name.
    """
    merged = FoundSheet()
    for sighting in sightings[:PAGES_OF_A_SHEET]:
        merged = _filled(merged, _read(sighting))
    return merged if merged.evidence else None


def _filled(sheet: FoundSheet, more: FoundSheet) -> FoundSheet:
    names = [field.name for field in fields(FoundSheet) if field.name != "evidence"]
    taken = {name: getattr(more, name) for name in names if not getattr(sheet, name)}
    known = {piece.rule for piece in sheet.evidence}
    added = tuple(piece for piece in more.evidence if piece.rule not in known)
    return replace(sheet, **taken, evidence=(*sheet.evidence, *added))


def _read(sighting: Sighting) -> FoundSheet:
    page = sighting.visit.page
    if page is None:
        return FoundSheet()
    parts = parts_of(sighting.offer, page)
    told = _texts(parts, SheetPart.DESCRIPTION)
    fees = [fee_in(text) for text in _texts(parts, SheetPart.FEES) if tells_a_cost(text)]
    forms = _forms(sighting)
    channels = _channels(sighting, parts)
    return FoundSheet(
        summary=summary_in(told),
        description=_joined(told),
        requirements=tuple(_texts(parts, SheetPart.REQUIREMENTS)),
        steps=tuple(_texts(parts, SheetPart.STEPS)),
        fees=tuple(fees),
        response_time=_first(parts, SheetPart.TIME),
        result=_first(parts, SheetPart.RESULT),
        channels=tuple(channels),
        hours=_first(parts, SheetPart.HOURS),
        forms=tuple(form for form, _ in forms),
        legal_bases=tuple(_texts(parts, SheetPart.LAW)),
        owner_name=_first(parts, SheetPart.OWNER)[:TITLE_LENGTH],
        unit=_first(parts, SheetPart.UNIT)[:TITLE_LENGTH],
        evidence=tuple(_evidence(sighting, parts, [proof for _, proof in forms])),
    )


def summary_in(texts: Iterable[str]) -> str:
    """One or two whole sentences, at most SUMMARY_LENGTH characters; a longer one is cut."""
    text = next((text for text in texts if len(text) >= SENTENCE_LENGTH), "")
    first, *rest = _SENTENCE.split(text)
    if len(first) > SUMMARY_LENGTH:
        return first[: SUMMARY_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    both = f"{first} {rest[0]}" if rest else first
    return both if len(both) <= SUMMARY_LENGTH else first


def _joined(texts: Iterable[str]) -> str:
    text = "\n".join(text for text in texts if len(text) >= SENTENCE_LENGTH)
    return text if len(text) <= DESCRIPTION_LENGTH else text[: DESCRIPTION_LENGTH - 1] + "…"


def _texts(parts: Parts, part: SheetPart) -> list[str]:
    return [line.text for line in parts.get(part, ())]


def _first(parts: Parts, part: SheetPart) -> str:
    return next(iter(_texts(parts, part)), "")


def _forms(sighting: Sighting) -> list[tuple[FoundForm, Proof]]:
    """The documents to fill in, each address once."""
    found: dict[str, tuple[FoundForm, Proof]] = {}
    for proof in sighting.capabilities.proofs:
        url = proof.url.replace(" ", "%20")
        if proof.capability is Capability.FORM_FILE and is_file(url) and is_web_address(url):
            found.setdefault(url, (FoundForm(title=_title(proof), url=url), proof))
    return list(found.values())[:FORMS]


def _title(proof: Proof) -> str:
    """The words of the link, or of the document's name where they say nothing."""
    words = clean_line(proof.snippet.partition(" → ")[0])
    if not words or _BARE_TITLE.regex.fullmatch(words.lower()):
        words = file_words(proof.url) or words
    return words[:TITLE_LENGTH] or "Formulario"


def _channels(sighting: Sighting, parts: Parts) -> list[FoundChannel]:
    found = [FoundChannel(kind=FoundChannelKind.WEB, value=url) for url in _addresses(sighting)]
    for line in parts.get(SheetPart.PLACE, ())[:OFFICES]:
        if not (mails_in(line.text) or is_web_address(line.text)):
            found.append(FoundChannel(kind=FoundChannelKind.OFFICE, value=line.text))
    for kind, value in _reached(sighting, parts):
        found.append(FoundChannel(kind=kind, value=value))
    return list(dict.fromkeys(found))[:CHANNELS]


def _addresses(sighting: Sighting) -> list[str]:
    """Where it is done online: the targets of its links; the page itself for its own form."""
    urls = [
        proof.url.replace(" ", "%20")
        for proof in sighting.capabilities.proofs
        if proof.capability in _ONLINE and proof.url
    ]
    return list(dict.fromkeys(url for url in urls if is_web_address(url)))[:OFFICES]


def _reached(sighting: Sighting, parts: Parts) -> Iterable[tuple[FoundChannelKind, str]]:
    for link in sighting.offer.section.links:
        scheme, _, value = link.url.partition(":")
        if scheme == "tel":
            yield from (
                (FoundChannelKind.TELEPHONE, one) for one in phones_in(value, is_contact=True)
            )
        if scheme == "mailto":
            yield from ((FoundChannelKind.EMAIL, one) for one in mails_in(value))
    for part in (SheetPart.CONTACT, SheetPart.PLACE, SheetPart.STEPS, SheetPart.DESCRIPTION):
        for line in parts.get(part, ()):
            is_contact = part is SheetPart.CONTACT
            for phone in phones_in(line.text, is_contact=is_contact):
                yield FoundChannelKind.TELEPHONE, phone
            yield from ((FoundChannelKind.EMAIL, one) for one in mails_in(line.text))


def _evidence(sighting: Sighting, parts: Parts, forms: Sequence[Proof]) -> Iterable[Evidence]:
    for part in SheetPart:
        lines: list[Line] = parts.get(part, [])
        if part is SheetPart.DESCRIPTION:
            lines = [line for line in lines if len(line.text) >= SENTENCE_LENGTH]
        if lines and part is not SheetPart.OTHER:
            words = [lines[0].label, *(line.text for line in lines)]
            snippet = " · ".join(word for word in words if word)
            yield evidence_of(sighting.visit, lines[0].selector, snippet, f"ficha:{part.value}")
    for proof in forms[:1]:
        yield evidence_of(sighting.visit, proof.selector, proof.snippet, "ficha:formularios")
