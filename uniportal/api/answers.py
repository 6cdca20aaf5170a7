"""What the API answers: each value of the catalogue as plain JSON, under names that stay."""

from enum import Enum
from typing import Any

from marshmallow import Schema, fields

from canse.domain.duration import TimeUnit
from canse.domain.institution import InstitutionKind
from canse.domain.money import Currency
from canse.domain.service import (
    Audience,
    ChannelAction,
    ChannelKind,
    Confidence,
    CoverageKind,
    Modality,
    Provenance,
    RequirementKind,
)
from canse.domain.stages import Level


def _word(kind: type[Enum]) -> fields.Enum[Any]:
    return fields.Enum(kind, by_value=True)


class TermAnswer(Schema):
    """A category, topic or life event."""

    slug = fields.String()
    name = fields.String()
    description = fields.String()


class TermCountAnswer(Schema):
    """A term with how many published services it holds."""

    term = fields.Nested(TermAnswer)
    count = fields.Integer()


class InstitutionAnswer(Schema):
    """The little that names an institution."""

    slug = fields.String()
    name = fields.String()
    acronym = fields.String()
    kind = _word(InstitutionKind)


class InstitutionCountAnswer(Schema):
    """An institution with how many published services are its own."""

    institution = fields.Nested(InstitutionAnswer)
    count = fields.Integer()


class RequirementAnswer(Schema):
    """One thing the citizen needs."""

    text = fields.String()
    kind = _word(RequirementKind)
    is_mandatory = fields.Boolean()
    case = fields.String()
    issuer = fields.String()
    legal_basis = fields.String()


class StepAnswer(Schema):
    """One thing to do."""

    title = fields.String()
    description = fields.String()
    channel = _word(ChannelKind)


class FeeAnswer(Schema):
    """What is paid; amounts are texts, so that no reader rounds them."""

    concept = fields.String()
    amount = fields.Decimal(as_string=True)
    most = fields.Decimal(as_string=True)
    currency = _word(Currency)
    note = fields.String()
    is_estimate = fields.Boolean()


class ResponseTimeAnswer(Schema):
    """A stated term."""

    text = fields.String()
    least = fields.Integer()
    most = fields.Integer()
    unit = _word(TimeUnit)
    working = fields.Boolean()


class ChannelAnswer(Schema):
    """A way to reach the service."""

    kind = _word(ChannelKind)
    action = _word(ChannelAction)
    url = fields.String()
    telephone = fields.String()
    hours = fields.String()
    requires_account = fields.Boolean()


class FormAnswer(Schema):
    """A form to download."""

    title = fields.String()
    url = fields.String()
    media_type = fields.String()
    size = fields.Integer()


class LegalBasisAnswer(Schema):
    """The law a service rests on."""

    citation = fields.String()
    url = fields.String()
    is_estimate = fields.Boolean()


class CoverageAnswer(Schema):
    """Where it is offered."""

    kind = _word(CoverageKind)
    code = fields.String()
    name = fields.String()


class ProofAnswer(Schema):
    """Where the audit saw something."""

    url = fields.String()
    status = fields.Integer()
    fetched_at = fields.AwareDateTime(format="iso")
    sha256 = fields.String()
    selector = fields.String()
    snippet = fields.String()
    rule = fields.String()


class StageAnswer(Schema):
    """What the last audit saw of a service."""

    confirmed = fields.Integer()
    declared = fields.Integer()
    level = _word(Level)
    reason = fields.String()
    audited_at = fields.AwareDateTime(format="iso")
    portal_url = fields.String()
    run_id = fields.String()
    items = fields.List(fields.Nested(ProofAnswer))


class ServiceAnswer(Schema):
    """A whole service; `estimated_fields` names what the source only presumes."""

    number = fields.Integer()
    slug = fields.String()
    name = fields.String()
    summary = fields.String()
    description = fields.String()
    provenance = _word(Provenance)
    confidence = _word(Confidence)
    is_confirmed = fields.Boolean()
    institution = fields.Nested(InstitutionAnswer)
    ministry = fields.Nested(InstitutionAnswer)
    secretariat = fields.Nested(InstitutionAnswer)
    unit = fields.String()
    category = fields.Nested(TermAnswer)
    topics = fields.List(fields.Nested(TermAnswer))
    life_events = fields.List(fields.Nested(TermAnswer))
    audiences = fields.List(_word(Audience))
    modality = _word(Modality)
    action_url = fields.String()
    requirements = fields.List(fields.Nested(RequirementAnswer))
    steps = fields.List(fields.Nested(StepAnswer))
    fees = fields.List(fields.Nested(FeeAnswer))
    is_free = fields.Boolean()
    response_time = fields.Nested(ResponseTimeAnswer)
    result = fields.String()
    result_validity = fields.String()
    channels = fields.List(fields.Nested(ChannelAnswer))
    forms = fields.List(fields.Nested(FormAnswer))
    legal_bases = fields.List(fields.Nested(LegalBasisAnswer))
    coverage = fields.List(fields.Nested(CoverageAnswer))
    stage_confirmed = fields.Integer()
    stage_declared = fields.Integer()
    evidence = fields.Nested(StageAnswer)
    estimated_fields = fields.Function(lambda sheet: sorted(sheet.estimated_fields))
    source = fields.String()
    found_at_url = fields.String()
    last_seen_at = fields.AwareDateTime(format="iso")
    reviewed_at = fields.AwareDateTime(format="iso")
    updated_at = fields.AwareDateTime(format="iso")


class HitAnswer(Schema):
    """One service found; `fields` holds what a result page shows."""

    slug = fields.String()
    score = fields.Float()
    fields_ = fields.Dict(attribute="fields", data_key="fields")


class FacetAnswer(Schema):
    """How many of all services found have one value."""

    value = fields.String()
    count = fields.Integer()


class ServicesAnswer(Schema):
    """A page of services found."""

    total = fields.Integer()
    generation = fields.String()
    is_degraded = fields.Boolean()
    hits = fields.List(fields.Nested(HitAnswer))
    facets = fields.Dict(keys=fields.String(), values=fields.List(fields.Nested(FacetAnswer)))
    corrections = fields.List(fields.String())
    match = fields.String()
    missing = fields.List(fields.String())
    is_confident = fields.Boolean()
    nearest = fields.List(fields.Nested(HitAnswer))
