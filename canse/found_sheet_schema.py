"""Checking what a report tells of a service beside its name and stage."""

from marshmallow import fields, validate

from canse.domain import audit
from canse.domain.money import LARGEST_AMOUNT
from canse.report_fields import EvidenceSchema, Part, Text, WebAddress, parts, texts, word


class FoundChannelSchema(Part):
    """A way to reach a service."""

    makes = audit.FoundChannel
    kind = word(audit.FoundChannelKind, required=True)
    value = Text(required=True)


class FoundFeeSchema(Part):
    """A cost."""

    makes = audit.FoundFee
    text = Text(required=True)
    amount = fields.Decimal(
        places=2,
        allow_none=True,
        load_default=None,
        validate=validate.Range(min=0, max=LARGEST_AMOUNT),
    )
    currency = fields.String(load_default="GTQ", validate=validate.Regexp(r"^[A-Z]{3}$"))


class FoundFormSchema(Part):
    """A document to fill in."""

    makes = audit.FoundForm
    title = Text(required=True)
    url = WebAddress(required=True)


class FoundSheetSchema(Part):
    """What the page tells of a service."""

    makes = audit.FoundSheet
    summary = Text(load_default="")
    description = Text(load_default="")
    requirements = texts()
    steps = texts()
    fees = parts(FoundFeeSchema)
    response_time = Text(load_default="")
    result = Text(load_default="")
    channels = parts(FoundChannelSchema)
    hours = Text(load_default="")
    forms = parts(FoundFormSchema)
    legal_bases = texts()
    owner_name = Text(load_default="")
    unit = Text(load_default="")
    evidence = parts(EvidenceSchema)
