"""Checking an audit report that comes from outside before a single row is written.

The shape is the contract "uniportal-audit/1". Fields that a later version adds are ignored; text
is cleaned of what cannot be stored or seen, because it was written by portals.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from marshmallow import ValidationError, fields, validate

from canse.domain import audit
from canse.domain.errors import BadInput
from canse.domain.stages import Level
from canse.found_sheet_schema import FoundSheetSchema
from canse.report_fields import (
    LARGEST_COUNT,
    EvidenceSchema,
    Part,
    Text,
    WebAddress,
    count,
    stage,
    word,
)

LARGEST_REPORT = 64 * 1024 * 1024


class RunSchema(Part):
    """The run."""

    makes = audit.Run
    id = fields.String(required=True, validate=validate.Regexp(r"^[\w.:-]{1,80}$"))
    started_at = fields.AwareDateTime(format="iso", required=True)
    finished_at = fields.AwareDateTime(format="iso", required=True)
    catalogue_version = fields.String(required=True, validate=validate.Length(max=40))
    tool_version = fields.String(required=True, validate=validate.Length(max=40))
    mode = word(audit.RunMode, required=True)


class PortalSchema(Part):
    """The portal."""

    makes = audit.Portal
    url = fields.String(required=True, validate=validate.Length(max=2000))
    host = fields.String(required=True, validate=validate.Length(max=255))
    institution = fields.String(allow_none=True, load_default=None)
    title = Text(required=True)
    language = Text(required=True)


class CoverageSchema(Part):
    """How much was seen."""

    makes = audit.PortalCoverage
    pages_fetched = count()
    pages_known = count()
    skipped = fields.Dict(keys=Text(), values=fields.Integer(strict=True), required=True)
    limit = word(audit.Limit, allow_none=True, load_default=None)
    evaluable = fields.Boolean(required=True)
    reasons = fields.List(Text(), required=True)


class PortalStageSchema(Part):
    """The stage of the portal."""

    makes = audit.PortalStage
    confirmed = stage()
    declared = stage()
    profile = fields.Dict(
        keys=fields.String(validate=validate.OneOf(["1", "2", "3", "4"])),
        values=fields.Float(validate=validate.Range(min=0, max=100)),
        required=True,
    )
    explanation = fields.List(Text(), required=True)


class GroupShareSchema(Part):
    """What was obtained in one group of indicators."""

    makes = audit.GroupShare
    points = fields.Float(required=True, validate=validate.Range(min=0, max=LARGEST_COUNT))
    applicable = count()
    percent = fields.Float(required=True, validate=validate.Range(min=0, max=100))


class FindingSchema(Part):
    """One indicator."""

    makes = audit.Finding
    id = fields.String(required=True, validate=validate.Length(min=1, max=40))
    name = Text(load_default="")
    group = Text(load_default="")
    advice = Text(load_default="")
    source = Text(load_default="")
    verdict = word(audit.Verdict, required=True)
    reason = Text(required=True)
    evidence = fields.List(fields.Nested(EvidenceSchema), required=True)


class PageSchema(Part):
    """One page."""

    makes = audit.AuditedPage
    url = Text(required=True)
    final_url = Text(required=True)
    status = count()
    outcome = Text(required=True)
    content_type = Text(required=True)
    encoding = Text(required=True)
    bytes = count()
    title = Text(required=True)
    depth = count()
    note = Text(load_default="")


class MentionSchema(Part):
    """One service on one page."""

    makes = audit.Mention
    page_url = Text(required=True)
    stage_confirmed = stage()
    stage_declared = stage()


class ServiceSchema(Part):
    """One service found."""

    makes = audit.FoundService
    name = Text(required=True)
    action_url = WebAddress(allow_none=True, required=True)
    owner = fields.String(allow_none=True, required=True)
    category = fields.String(allow_none=True, required=True)
    stage_confirmed = stage()
    stage_declared = stage()
    level = word(Level, required=True)
    gates = fields.List(Text(), required=True)
    qualifies = fields.Boolean(required=True)
    reason = Text(required=True)
    evidence = fields.List(fields.Nested(EvidenceSchema), required=True)
    mentions = fields.List(fields.Nested(MentionSchema), required=True)
    sheet = fields.Nested(FoundSheetSchema, allow_none=True, load_default=None)


class ReportSchema(Part):
    """The whole report."""

    makes = audit.AuditReport
    run = fields.Nested(RunSchema, required=True)
    portal = fields.Nested(PortalSchema, required=True)
    coverage = fields.Nested(CoverageSchema, required=True)
    stage = fields.Nested(PortalStageSchema, required=True)
    indicators = fields.List(fields.Nested(FindingSchema), required=True)
    pages = fields.List(fields.Nested(PageSchema), required=True)
    services = fields.List(fields.Nested(ServiceSchema), required=True)
    shares = fields.Dict(
        keys=fields.String(validate=validate.Length(min=1, max=40)),
        values=fields.Nested(GroupShareSchema),
        load_default=dict,
    )


def read_report(path: Path) -> audit.AuditReport:
    """Read and check a report file; BadInput says what is wrong with it in one sentence."""
    try:
        if path.stat().st_size > LARGEST_REPORT:
            raise BadInput("El informe {name} es demasiado grande.", name=path.name)
        plain = json.loads(path.read_bytes())
    except OSError as error:
        raise BadInput("No se puede leer el informe {name}.", name=path.name) from error
    except (ValueError, RecursionError) as error:
        raise BadInput("El informe {name} está vacío o roto.", name=path.name) from error
    return parse_report(plain, path.name)


def parse_report(plain: Any, name: str) -> audit.AuditReport:
    """Check the plain values of a report and build it; `name` is how errors call it."""
    if not isinstance(plain, Mapping) or plain.get("schema") != audit.SCHEMA:
        raise BadInput("El archivo {name} no es un informe de auditoría.", name=name)
    try:
        report = ReportSchema().load(plain)
    except ValidationError as error:
        raise BadInput(
            "Al informe {name} le falta o tiene mal «{field}».",
            name=name,
            field=_first_path(error.messages),
        ) from error
    assert isinstance(report, audit.AuditReport)
    return report


def _first_path(messages: Any) -> str:
    path: list[str] = []
    while isinstance(messages, dict) and messages:
        key = next(iter(messages))
        path.append(str(key))
        messages = messages[key]
    return ".".join(path)
