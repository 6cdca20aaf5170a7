"""Turns what an audit read of a service on its page into fields of the service's sheet."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from canse.domain.audit import FoundChannel, FoundChannelKind, FoundFee, FoundSheet
from canse.domain.content import SHORT_LENGTH, ServiceContent, as_plain
from canse.domain.duration import parse_response_time
from canse.domain.institution import InstitutionRef
from canse.domain.money import CENT, LARGEST_AMOUNT, Currency
from canse.domain.naming import is_web_address, same_name_key
from canse.domain.service import (
    SUMMARY_LENGTH,
    Channel,
    ChannelAction,
    ChannelKind,
    DownloadableForm,
    Fee,
    LegalBasis,
    Requirement,
    Step,
)

FOUND_LINES = 60
FOUND_FIELDS = (
    "summary", "description", "requirements", "steps", "fees", "response_time", "result",
    "channels", "forms", "legal_bases", "unit",
)  # fmt: skip
_ACRONYM = re.compile(r"\b[A-ZÁÉÍÓÚÑ]{2,15}\b")
_KINDS = {
    FoundChannelKind.OFFICE: ChannelKind.OFFICE,
    FoundChannelKind.TELEPHONE: ChannelKind.TELEPHONE,
    FoundChannelKind.EMAIL: ChannelKind.EMAIL,
}


def with_sheet(content: ServiceContent, sheet: FoundSheet | None) -> ServiceContent:
    """The content with what the page tells; everything is cut to what a sheet may hold."""
    if sheet is None:
        return content
    return replace(
        content,
        summary=_cut(sheet.summary, SUMMARY_LENGTH),
        description=sheet.description,
        requirements=tuple(Requirement(text=text) for text in sheet.requirements[:FOUND_LINES]),
        steps=tuple(Step(title=text) for text in sheet.steps[:FOUND_LINES]),
        fees=tuple(_fee(fee) for fee in sheet.fees[:FOUND_LINES]),
        response_time=parse_response_time(_cut(sheet.response_time, SHORT_LENGTH)),
        result=sheet.result,
        channels=(*content.channels, *_channels(sheet)),
        forms=tuple(
            DownloadableForm(title=_cut(form.title, SHORT_LENGTH), url=form.url)
            for form in sheet.forms[:FOUND_LINES]
            if is_web_address(form.url)
        ),
        legal_bases=tuple(LegalBasis(citation=text) for text in sheet.legal_bases[:FOUND_LINES]),
        unit=_cut(sheet.unit, SHORT_LENGTH),
    )


def refreshed(
    current: ServiceContent, found: ServiceContent, written: Collection[str]
) -> ServiceContent:
    """The current content with what the page tells today, but for the fields in `written`: those
    that people have changed. What the page no longer tells stays."""
    empty, told = as_plain(ServiceContent(name="")), as_plain(found)
    free = [name for name in FOUND_FIELDS if name not in written and told[name] != empty[name]]
    return replace(current, **{name: getattr(found, name) for name in free})


def owner_named(name: str, institutions: Sequence[InstitutionRef]) -> str | None:
    """The slug of the one institution a page names in full or by its acronym; None when unsure."""
    key, words = same_name_key(name), set(_ACRONYM.findall(name))
    if not key:
        return None
    alike = [one for one in institutions if same_name_key(one.name) == key]
    called = [one for one in institutions if one.acronym and one.acronym in words]
    found = {one.slug for one in alike or called}
    return found.pop() if len(found) == 1 else None


def _channels(sheet: FoundSheet) -> tuple[Channel, ...]:
    """Ways to reach it beside the web; where there is an office, its hours stand with it."""
    found = [_channel(one, sheet.hours) for one in sheet.channels[:FOUND_LINES]]
    if sheet.hours and not any(one.kind is FoundChannelKind.OFFICE for one in sheet.channels):
        found.append(Channel(kind=ChannelKind.OFFICE, hours=sheet.hours))
    return tuple(channel for channel in found if channel is not None)


def _channel(found: FoundChannel, hours: str) -> Channel | None:
    if found.kind is FoundChannelKind.WEB:
        if not is_web_address(found.value):
            return None
        return Channel(kind=ChannelKind.WEB, action=ChannelAction.START, url=found.value)
    kind = _KINDS[found.kind]
    if found.kind is FoundChannelKind.TELEPHONE:
        return Channel(kind=kind, telephone=_cut(found.value, SHORT_LENGTH))
    if found.kind is FoundChannelKind.OFFICE:
        return Channel(kind=kind, hours=". ".join(filter(None, (found.value, hours))))
    return Channel(kind=kind, hours=found.value)


def _fee(found: FoundFee) -> Fee:
    amount = found.amount
    known = {currency.value for currency in Currency}
    if amount is None or found.currency not in known or not 0 <= amount <= LARGEST_AMOUNT:
        return Fee(concept="Costo", note=found.text)
    return Fee(
        concept="Costo",
        amount=amount.quantize(CENT),
        currency=Currency(found.currency),
        note=found.text,
    )


def _cut(text: str, most: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"
