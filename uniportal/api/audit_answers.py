"""What the API answers of audits: how portals stand, and every finding with its evidence."""

from marshmallow import Schema, fields

from canse.domain.audit import Limit, Verdict
from canse.domain.reply import ReplyKind
from canse.domain.stability import Change
from canse.domain.stages import Level
from uniportal.api.answers import InstitutionAnswer, ProofAnswer


class ShareAnswer(Schema):
    """The share of points that a portal obtained in one group of indicators."""

    points = fields.Float()
    applicable = fields.Integer()
    percent = fields.Float()


class PortalResultAnswer(Schema):
    """How one portal stands after its newest audit; figures are those of `last_good_at`."""

    host = fields.String()
    url = fields.String()
    title = fields.String()
    confirmed = fields.Integer()
    declared = fields.Integer()
    change = fields.Enum(Change, by_value=True, allow_none=True)
    newest_confirmed = fields.Integer()
    is_held = fields.Boolean()
    profile = fields.Dict(keys=fields.String(), values=fields.Float())
    shares = fields.Dict(keys=fields.String(), values=fields.Nested(ShareAnswer))
    explanation = fields.List(fields.String())
    is_evaluable = fields.Boolean()
    reasons = fields.List(fields.String())
    pages_fetched = fields.Integer()
    pages_known = fields.Integer()
    skipped = fields.Dict(keys=fields.String(), values=fields.Integer())
    limit = fields.Enum(Limit, by_value=True, allow_none=True)
    services_found = fields.Integer()
    services_online = fields.Integer()
    audited_at = fields.AwareDateTime(format="iso")
    last_good_at = fields.AwareDateTime(format="iso", allow_none=True)
    run_id = fields.String()
    catalogue_version = fields.String()


class FindingAnswer(Schema):
    """One indicator: its verdict, why, what asks for it and what to do."""

    id = fields.String()
    name = fields.String()
    group = fields.String()
    verdict = fields.Enum(Verdict, by_value=True)
    reason = fields.String()
    advice = fields.String()
    source = fields.String()
    evidence = fields.List(fields.Nested(ProofAnswer))


class AuditedServiceAnswer(Schema):
    """One service as the audit saw it."""

    name = fields.String()
    action_url = fields.String()
    slug = fields.String(allow_none=True)
    confirmed = fields.Integer()
    declared = fields.Integer()
    level = fields.Enum(Level, by_value=True)
    gates = fields.List(fields.String())
    reason = fields.String()
    evidence = fields.List(fields.Nested(ProofAnswer))


class PastAuditAnswer(Schema):
    """One audit of the past, with the stages it saw by itself."""

    audit_id = fields.Integer()
    confirmed = fields.Integer()
    declared = fields.Integer()
    is_evaluable = fields.Boolean()
    audited_at = fields.AwareDateTime(format="iso")
    run_id = fields.String()


class UnseenServiceAnswer(Schema):
    """A service that the audit before saw and this one did not; it stays in the catalogue."""

    name = fields.String()
    slug = fields.String()
    last_seen_at = fields.AwareDateTime(format="iso", allow_none=True)


class PublicReplyAnswer(Schema):
    """What the institution replied, as far as everybody may read it."""

    kind = fields.Enum(ReplyKind, by_value=True)
    indicator = fields.String()
    service = fields.String()
    is_pending = fields.Boolean()
    received_at = fields.AwareDateTime(format="iso")
    text = fields.String()
    post = fields.String()
    name = fields.String()


class PortalAuditAnswer(Schema):
    """One portal's audit in full."""

    result = fields.Nested(PortalResultAnswer)
    findings = fields.List(fields.Nested(FindingAnswer))
    services = fields.List(fields.Nested(AuditedServiceAnswer))
    unseen = fields.List(fields.Nested(UnseenServiceAnswer))
    history = fields.List(fields.Nested(PastAuditAnswer))
    replies = fields.List(fields.Nested(PublicReplyAnswer))


class InstitutionAuditAnswer(Schema):
    """The newest audit of each portal of an institution."""

    institution = fields.Nested(InstitutionAnswer)
    portals = fields.List(fields.Nested(PortalAuditAnswer))
    unaudited = fields.List(fields.String())
