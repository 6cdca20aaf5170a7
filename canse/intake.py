"""The door by which audit reports enter the catalogue: checked, all or nothing, and repeatable."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from canse.database.audit_writing import (
    add_audit,
    add_audited_service,
    stages_seen,
    stored_audit,
)
from canse.database.change_log import log_change
from canse.database.institution_records import (
    institution_by_slug,
    institution_of_host,
    institution_tree,
)
from canse.database.revision_records import Author, add_revision, revisions_of
from canse.database.service_matching import matching_service
from canse.database.service_writing import content_of
from canse.database.session import Database
from canse.database.tables import AuditRow, InstitutionRow, ServiceRow
from canse.database.vocabulary_records import category_by_slug
from canse.domain.audit import AuditReport, FoundService
from canse.domain.content import SHORT_LENGTH, ServiceContent
from canse.domain.errors import Conflict, NotFound
from canse.domain.institution import InstitutionRef
from canse.domain.naming import host_of
from canse.domain.overview import Registration
from canse.domain.publication import PublicationState
from canse.domain.registration import (
    has_own_page,
    pages_of_one_service,
    registration_of,
    shared_actions,
)
from canse.domain.service import Channel, ChannelAction, ChannelKind, Provenance
from canse.domain.stability import settled_stage
from canse.domain.stages import Stage
from canse.editing import add_service, change_content, change_state
from canse.found_sheets import owner_named, refreshed, with_sheet

CRAWLER = "auditor de portales"


@dataclass(frozen=True, kw_only=True)
class IntakeResult:
    """What became of a report; `is_repeated` when it was taken in before and nothing was done."""

    host: str
    run_id: str
    is_repeated: bool
    counts: dict[Registration, int] = field(default_factory=dict)


def take_in(database: Database, report: AuditReport, at: datetime) -> IntakeResult:
    """Register a report in one transaction.

    Raises NotFound when the report names an institution the catalogue does not have, and Conflict
    when another report of the same run and host was taken in. Nothing is stored in either case.
    """
    host = host_of(report.portal.url) or report.portal.host
    sha256 = hashlib.sha256(json.dumps(report.as_json(), sort_keys=True).encode()).hexdigest()
    with database.transaction() as session:
        known = stored_audit(session, report.run.id, host)
        if known is not None:
            if known.report_sha256 != sha256:
                raise Conflict("Ya hay otro informe de la corrida {run}.", run=report.run.id)
            return IntakeResult(host=host, run_id=report.run.id, is_repeated=True)
        owner = _owner(session, report, host)
        audit = add_audit(session, report, host=host, owner=owner, sha256=sha256, at=at)
        counts = _Intake(session, report, audit, owner, at).take_services()
        return IntakeResult(host=host, run_id=report.run.id, is_repeated=False, counts=counts)


def _owner(session: Session, report: AuditReport, host: str) -> InstitutionRow | None:
    slug = report.portal.institution
    if slug is None:
        return institution_of_host(session, host)
    row = institution_by_slug(session, slug)
    if row is None:
        raise NotFound("No existe la institución «{slug}».", slug=slug)
    return row


class _Intake:
    """The services of one report, taken in one after the other."""

    def __init__(
        self,
        session: Session,
        report: AuditReport,
        audit: AuditRow,
        owner: InstitutionRow | None,
        at: datetime,
    ) -> None:
        self.session = session
        self.report = report
        self.audit = audit
        self.portal_owner = owner
        self.author = Author(name=CRAWLER, at=at, reason=f"Corrida {report.run.id}")
        self.institutions: tuple[InstitutionRef, ...] | None = None
        self.own_pages = pages_of_one_service(report.services)
        self.shared_actions = shared_actions(report.services)

    def take_services(self) -> dict[Registration, int]:
        """Register, join, queue or keep each service; returns how many of each."""
        counts = dict.fromkeys(Registration, 0)
        for position, found in enumerate(self.report.services):
            counts[self._take(position, found)] += 1
        return counts

    def _take(self, position: int, found: FoundService) -> Registration:
        found = replace(found, name=" ".join(found.name.split())[:SHORT_LENGTH])
        owner = self._owner_of(found)
        elsewhere = owner is not self.portal_owner
        service = matching_service(
            self.session, found, owner, self.report.portal.url, self.shared_actions
        )
        outcome = Registration.JOINED
        wanted = registration_of(
            found,
            has_own_page=has_own_page(found, self.report.portal.url, self.own_pages),
            belongs_elsewhere=elsewhere,
        )
        if service is None:
            outcome = wanted if found.name else Registration.KEPT
            if outcome is not Registration.KEPT:
                service = self._add(found, owner, outcome)
        identifier = service.id if service else None
        add_audited_service(self.session, self.audit, position, found, outcome, identifier)
        self.session.flush()
        if service is not None and not elsewhere:
            self._update(service, found, owner, wanted, outcome)
        return outcome

    def _owner_of(self, found: FoundService) -> InstitutionRow | None:
        slug = found.owner or self._slug_named(found)
        if slug and (named := institution_by_slug(self.session, slug)):
            return named
        target = host_of(found.action_url or "")
        if target and target != self.audit.host:
            return institution_of_host(self.session, target) or self.portal_owner
        return self.portal_owner

    def _slug_named(self, found: FoundService) -> str | None:
        """The institution that the page names as the one that gives the service."""
        name = found.sheet.owner_name if found.sheet else ""
        return owner_named(name, self._institutions()) if name else None

    def _institutions(self) -> tuple[InstitutionRef, ...]:
        if self.institutions is None:
            self.institutions = tuple(institution_tree(self.session).references.values())
        return self.institutions

    def _add(
        self, found: FoundService, owner: InstitutionRow | None, outcome: Registration
    ) -> ServiceRow:
        is_public = outcome is Registration.REGISTERED
        row = add_service(
            self.session,
            self._content(found, owner),
            self.author,
            provenance=Provenance.CRAWLER,
            state=PublicationState.PUBLISHED if is_public else PublicationState.REVIEW,
        )
        row.found_at_url = next((m.page_url for m in found.mentions), self.report.portal.url)[:2000]
        return row

    def _content(self, found: FoundService, owner: InstitutionRow | None) -> ServiceContent:
        category = category_by_slug(self.session, found.category or "")
        url = found.action_url or ""
        starts = found.stage_confirmed >= Stage.TRANSACTIONAL
        action = ChannelAction.START if starts else ChannelAction.INFORM
        channel = Channel(kind=ChannelKind.WEB, action=action, url=url)
        content = ServiceContent(
            name=found.name,
            institution=owner.slug if owner else None,
            category=category.slug if category else None,
            action_url=url,
            channels=(channel,) if url else (),
            stage_declared=found.stage_declared,
            source=self.report.portal.url,
        )
        return with_sheet(content, found.sheet)

    def _update(
        self,
        row: ServiceRow,
        found: FoundService,
        owner: InstitutionRow | None,
        wanted: Registration,
        outcome: Registration,
    ) -> None:
        if outcome is Registration.JOINED:
            self._refresh(row, found, owner)
        changes = self._changed_stages(row)
        if row.institution_id is None and owner is not None:
            changes["institution"] = {"before": None, "after": owner.slug}
            row.institution_id = owner.id
        if row.last_seen_at is None or row.last_seen_at < self.report.run.finished_at:
            row.last_seen_at = self.report.run.finished_at
        row.found_at_url = row.found_at_url or next((m.page_url for m in found.mentions), "")
        if changes:
            add_revision(self.session, row, self.author, "audited", changes)
            log_change(self.session, row.id, self.author.at)
        waits = row.state is PublicationState.REVIEW and row.provenance is Provenance.CRAWLER
        if waits and wanted is Registration.REGISTERED:
            change_state(self.session, row, PublicationState.PUBLISHED, self.author)

    def _refresh(self, row: ServiceRow, found: FoundService, owner: InstitutionRow | None) -> None:
        """Keep the sheet that an audit wrote in step with its page; what people wrote stands."""
        if row.provenance is not Provenance.CRAWLER or row.is_confirmed:
            return
        history = revisions_of(self.session, row.id)
        written = {name for one in history if one.actor != CRAWLER for name in one.changes}
        content = refreshed(content_of(row), self._content(found, owner), written)
        change_content(self.session, row, content, self.author, "audited")

    def _changed_stages(self, row: ServiceRow) -> dict[str, dict[str, Any]]:
        seen = stages_seen(self.session, row.id)
        confirmed = settled_stage(stage for stage, _ in seen)
        declared = settled_stage(stage for _, stage in seen)
        changes: dict[str, dict[str, Any]] = {}
        if row.stage_confirmed != confirmed:
            changes["stage_confirmed"] = {"before": row.stage_confirmed, "after": int(confirmed)}
            row.stage_confirmed = int(confirmed)
        if row.stage_declared != declared and self._may_declare(row):
            changes["stage_declared"] = {"before": row.stage_declared, "after": int(declared)}
            row.stage_declared = int(declared)
            row.estimated_fields = [n for n in row.estimated_fields if n != "stage_declared"]
        return changes

    @staticmethod
    def _may_declare(row: ServiceRow) -> bool:
        """What staff wrote stands; what was estimated or found gives way to what was seen."""
        is_estimate = "stage_declared" in row.estimated_fields
        return is_estimate or (row.provenance is Provenance.CRAWLER and not row.is_confirmed)
