"""What may be written of a service: the editable part of a sheet, checked before it is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from canse.domain.duration import ResponseTime
from canse.domain.errors import BadInput
from canse.domain.money import Money
from canse.domain.naming import is_web_address
from canse.domain.service import (
    SUMMARY_LENGTH,
    Audience,
    Channel,
    Confidence,
    Coverage,
    DownloadableForm,
    Fee,
    LegalBasis,
    Modality,
    Requirement,
    Step,
)
from canse.domain.stages import Stage

SHORT_LENGTH = 300
TEXT_LENGTH = 20_000
LIST_LENGTH = 200


@dataclass(frozen=True, kw_only=True)
class ServiceContent:
    """The editable fields of a service; `institution`, `category` and `life_events` are slugs.

    `topics` are names, in order. What is not here (number, slug, state, evidence) is never edited
    as content.
    """

    name: str
    summary: str = ""
    description: str = ""
    institution: str | None = None
    unit: str = ""
    category: str | None = None
    topics: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = ()
    modality: Modality = Modality.UNKNOWN
    action_url: str = ""
    requirements: tuple[Requirement, ...] = ()
    steps: tuple[Step, ...] = ()
    fees: tuple[Fee, ...] = ()
    response_time: ResponseTime | None = None
    result: str = ""
    result_validity: str = ""
    channels: tuple[Channel, ...] = ()
    forms: tuple[DownloadableForm, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    coverage: tuple[Coverage, ...] = (Coverage(),)
    stage_declared: Stage = Stage.NONE
    confidence: Confidence = Confidence.MEDIUM
    estimated_fields: frozenset[str] = frozenset()
    source: str = ""


CONTENT_FIELDS: tuple[str, ...] = tuple(field.name for field in fields(ServiceContent))


def checked(content: ServiceContent) -> ServiceContent:
    """Return the content if it may be stored; BadInput says which field is wrong and why."""
    name = " ".join(content.name.split())
    if not name:
        raise BadInput("El servicio necesita un nombre.")
    content = replace(content, name=name)
    for field, value in as_plain(content).items():
        _check_plain(field, value)
    if len(content.summary) > SUMMARY_LENGTH:
        raise BadInput(
            "El resumen tiene {count} caracteres; caben {most}.",
            count=len(content.summary),
            most=SUMMARY_LENGTH,
        )
    for field, text in _short_texts(content):
        if len(text) > SHORT_LENGTH:
            raise BadInput(
                "El campo «{field}» tiene más de {most} caracteres.", field=field, most=SHORT_LENGTH
            )
    _check_addresses(content)
    _check_fees(content)
    return content


def as_plain(value: Any) -> Any:
    """The same value in what JSON can hold, for revisions, seeds and comparison."""
    if isinstance(value, ServiceContent) or is_dataclass(value):
        return {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Stage):
        return int(value)
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [as_plain(item) for item in value]
    return value


def differences(before: ServiceContent, after: ServiceContent) -> dict[str, dict[str, Any]]:
    """What changed, as {field: {"before": …, "after": …}} in plain values."""
    old, new = as_plain(before), as_plain(after)
    return {
        name: {"before": old[name], "after": new[name]}
        for name in CONTENT_FIELDS
        if old[name] != new[name]
    }


def merged(
    *, base: Mapping[str, Any], current: ServiceContent, incoming: ServiceContent
) -> ServiceContent:
    """Take each incoming field only where nobody has edited it since `base` was written.

    `base` holds plain values as last written from the same source. A field that `base` lacks is
    new in the source and is taken where it is still empty.
    """
    now, empty = as_plain(current), as_plain(ServiceContent(name=""))
    taken = {
        name: getattr(incoming, name)
        for name in CONTENT_FIELDS
        if now[name] == base.get(name, empty[name])
    }
    return replace(current, **taken)


def _check_plain(field: str, value: Any) -> None:
    if isinstance(value, str):
        _check_text(field, value)
    elif isinstance(value, list):
        if len(value) > LIST_LENGTH:
            raise BadInput("El campo «{field}» tiene demasiadas líneas.", field=field)
        for item in value:
            _check_plain(field, item)
    elif isinstance(value, dict):
        for item in value.values():
            _check_plain(field, item)


def _check_text(field: str, text: str) -> None:
    if len(text) > TEXT_LENGTH:
        raise BadInput("El campo «{field}» es demasiado largo.", field=field)
    if any(_is_unprintable(character) for character in text):
        raise BadInput("El campo «{field}» tiene caracteres que no se ven.", field=field)


def _is_unprintable(character: str) -> bool:
    code = ord(character)
    return (code < 32 and character not in "\t\n\r") or code == 127 or 0xD800 <= code <= 0xDFFF


def _short_texts(content: ServiceContent) -> Iterator[tuple[str, str]]:
    """The texts that are one line on a page and one column of the schema."""
    yield from (("name", content.name), ("unit", content.unit))
    yield "result_validity", content.result_validity
    yield "response_time", content.response_time.text if content.response_time else ""
    yield from (("topics", topic) for topic in content.topics)
    yield from (("fees", fee.concept) for fee in content.fees)
    for need in content.requirements:
        yield from (("requirements", need.case), ("requirements", need.issuer))
    yield from (("channels", channel.telephone) for channel in content.channels)
    for form in content.forms:
        yield from (("forms", form.title), ("forms", form.media_type))
    for place in content.coverage:
        yield from (("coverage", place.code), ("coverage", place.name))


def _check_addresses(content: ServiceContent) -> None:
    addresses = [content.action_url]
    addresses += [channel.url for channel in content.channels]
    addresses += [form.url for form in content.forms]
    addresses += [basis.url for basis in content.legal_bases]
    for address in addresses:
        if address and not (is_web_address(address) and len(address) <= 2000):
            raise BadInput("«{address}» no es una dirección web.", address=address[:200])


def _check_fees(content: ServiceContent) -> None:
    for fee in content.fees:
        for amount in (fee.amount, fee.most):
            if amount is not None:
                Money(amount=amount, currency=fee.currency)
        if fee.most is not None and (fee.amount is None or fee.most < fee.amount):
            raise BadInput("En el costo «{concept}» el máximo es menor.", concept=fee.concept)
