"""How portals stand, read from their audits: result, history, services no longer seen."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, func, or_, select
from sqlalchemy.orm import Session

from canse.database.institution_records import institution_of_host, reference
from canse.database.tables import (
    AuditedServiceRow,
    AuditRow,
    InstitutionRow,
    PortalRow,
    ServiceRow,
)
from canse.domain.audit import GroupShare
from canse.domain.institution import InstitutionRef
from canse.domain.overview import PastAudit, PortalResult, UnseenService
from canse.domain.publication import PublicationState
from canse.domain.stability import RUNS_NEEDED, SeenStages, standing_of
from canse.domain.stages import Stage

CHUNK = 400
MOST_HISTORY = 120
OTHER_OWNER = '%"E3-22"%'
"""The gate of a service that this portal only links to, as it stands in the stored list."""


@dataclass(frozen=True, kw_only=True)
class _Runs:
    """The newest run of a portal, and the newest that could look, both newest first."""

    newest: AuditRow
    good: tuple[AuditRow, ...]

    @property
    def shown(self) -> AuditRow:
        """The audit whose figures are shown."""
        return self.good[0] if self.good else self.newest


def portal_results(session: Session, hosts: Sequence[str] | None = None) -> list[PortalResult]:
    """How each portal stands, or those of some hosts; by host."""
    return _results(session, AuditRow.host.in_(hosts) if hosts is not None else None)


def result_after(session: Session, audit: AuditRow) -> PortalResult:
    """How the portal of an audit stood when that audit was its newest."""
    earlier = or_(
        AuditRow.finished_at < audit.finished_at,
        and_(AuditRow.finished_at == audit.finished_at, AuditRow.id <= audit.id),
    )
    (result,) = _results(session, and_(AuditRow.host == audit.host, earlier))
    return result


def hosts_of(session: Session, institution_id: int) -> list[str]:
    """The audited hosts of an institution: those it claims, and those said to be its own."""
    claimed = select(PortalRow.host).where(PortalRow.institution_id == institution_id)
    query = (
        select(AuditRow.host)
        .where((AuditRow.institution_id == institution_id) | AuditRow.host.in_(claimed))
        .distinct()
    )
    return list(session.scalars(query))


def history_of(session: Session, hosts: Sequence[str]) -> tuple[PastAudit, ...]:
    """The audits of some hosts, newest first, at most MOST_HISTORY of them."""
    rows = session.execute(
        select(
            AuditRow.id,
            AuditRow.host,
            AuditRow.stage_confirmed,
            AuditRow.stage_declared,
            AuditRow.is_evaluable,
            AuditRow.finished_at,
            AuditRow.run_id,
        )
        .where(AuditRow.host.in_(hosts))
        .order_by(AuditRow.finished_at.desc(), AuditRow.id.desc())
        .limit(MOST_HISTORY)
    )
    return tuple(
        PastAudit(
            audit_id=audit_id,
            host=host,
            confirmed=Stage(confirmed),
            declared=Stage(declared),
            is_evaluable=is_evaluable,
            audited_at=at,
            run_id=run_id,
        )
        for audit_id, host, confirmed, declared, is_evaluable, at, run_id in rows
    )


def unseen_services(session: Session, audit: AuditRow) -> tuple[UnseenService, ...]:
    """Published services that the good audit before this one saw and this one did not, by name."""
    before = session.scalar(
        select(AuditRow.id)
        .where(
            AuditRow.host == audit.host,
            AuditRow.is_evaluable.is_(True),
            AuditRow.finished_at < audit.finished_at,
        )
        .order_by(AuditRow.finished_at.desc(), AuditRow.id.desc())
        .limit(1)
    )
    if before is None or not audit.is_evaluable:
        return ()
    rows = session.execute(
        select(ServiceRow.name, ServiceRow.slug, ServiceRow.last_seen_at)
        .where(
            ServiceRow.id.in_(_services_seen(before)),
            ServiceRow.id.not_in(_services_seen(audit.id)),
            ServiceRow.state == PublicationState.PUBLISHED,
        )
        .order_by(ServiceRow.name)
    )
    return tuple(UnseenService(name=name, slug=slug, last_seen_at=at) for name, slug, at in rows)


def audited_count(session: Session) -> int:
    """How many portals have been audited."""
    return session.scalar(select(func.count(AuditRow.host.distinct()))) or 0


def _services_seen(audit_id: int) -> Any:
    return select(AuditedServiceRow.service_id).where(
        AuditedServiceRow.audit_id == audit_id, AuditedServiceRow.service_id.is_not(None)
    )


def _results(session: Session, condition: ColumnElement[bool] | None) -> list[PortalResult]:
    portals = _runs(session, condition)
    counts = _service_counts(session, [runs.shown.id for runs in portals])
    owners = _owners(session, [runs.newest for runs in portals])
    return [
        _result(runs, owners.get(runs.newest.host), counts.get(runs.shown.id, (0, 0)))
        for runs in portals
    ]


def _runs(session: Session, condition: ColumnElement[bool] | None) -> list[_Runs]:
    """The few newest runs of each portal, in one query however long its history is."""
    order = (AuditRow.finished_at.desc(), AuditRow.id.desc())
    place = func.row_number().over(
        partition_by=(AuditRow.host, AuditRow.is_evaluable), order_by=order
    )
    placed = select(AuditRow.id, place.label("place"))
    if condition is not None:
        placed = placed.where(condition)
    newest = placed.subquery()
    rows = session.scalars(
        select(AuditRow)
        .join(newest, newest.c.id == AuditRow.id)
        .where(newest.c.place <= RUNS_NEEDED)
        .order_by(AuditRow.host, *order)
    )
    by_host: dict[str, list[AuditRow]] = defaultdict(list)
    for row in rows:
        by_host[row.host].append(row)
    return [
        _Runs(newest=found[0], good=tuple(row for row in found if row.is_evaluable))
        for found in by_host.values()
    ]


def _service_counts(session: Session, audit_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """For each audit, how many services of its own meet a stage and how many are online."""
    is_online = case((AuditedServiceRow.stage_confirmed >= int(Stage.TRANSACTIONAL), 1), else_=0)
    found: dict[int, tuple[int, int]] = {}
    for start in range(0, len(audit_ids), CHUNK):
        rows = session.execute(
            select(AuditedServiceRow.audit_id, func.count(), func.sum(is_online))
            .where(
                AuditedServiceRow.audit_id.in_(audit_ids[start : start + CHUNK]),
                AuditedServiceRow.qualifies.is_(True),
                cast(AuditedServiceRow.gates, Text).not_like(OTHER_OWNER),
            )
            .group_by(AuditedServiceRow.audit_id)
        )
        found.update({audit_id: (count, online) for audit_id, count, online in rows})
    return found


def _owners(session: Session, audits: Iterable[AuditRow]) -> dict[str, InstitutionRef]:
    """Whose each host is: as the audit was told, or as institutions claim it."""
    named = {row.host: row.institution_id for row in audits}
    known = {
        row.id: reference(row)
        for row in session.scalars(
            select(InstitutionRow).where(InstitutionRow.id.in_(set(named.values()) - {None}))
        )
    }
    owners = {}
    for host, identifier in named.items():
        if identifier is not None:
            owners[host] = known[identifier]
        elif (claimant := institution_of_host(session, host)) is not None:
            owners[host] = reference(claimant)
    return owners


def _result(runs: _Runs, owner: InstitutionRef | None, services: tuple[int, int]) -> PortalResult:
    newest, shown = runs.newest, runs.shown
    stages = [_seen(row) for row in runs.good]
    standing = standing_of(stages)
    return PortalResult(
        audit_id=newest.id,
        shown_audit_id=shown.id,
        host=newest.host,
        url=newest.portal_url,
        title=newest.title or shown.title,
        institution=owner,
        confirmed=standing.confirmed,
        declared=standing.declared,
        newest_confirmed=stages[0].confirmed if stages else Stage.NONE,
        change=standing.change,
        before=standing.before,
        is_held=standing.is_held,
        profile=_profile(shown) if runs.good else {},
        shares=_shares(shown.shares or {}) if runs.good else {},
        explanation=tuple(shown.explanation),
        is_evaluable=newest.is_evaluable,
        reasons=tuple(newest.reasons),
        pages_fetched=shown.pages_fetched,
        pages_known=shown.pages_known,
        skipped=dict(shown.skipped),
        limit=shown.limit,
        services_found=services[0],
        services_online=services[1],
        audited_at=newest.finished_at,
        last_good_at=shown.finished_at if runs.good else None,
        run_id=shown.run_id,
        catalogue_version=shown.catalogue_version,
    )


def _seen(row: AuditRow) -> SeenStages:
    return SeenStages(
        confirmed=Stage(row.stage_confirmed),
        declared=Stage(row.stage_declared),
        at=row.finished_at,
    )


def _profile(row: AuditRow) -> dict[str, float]:
    return {stage: float(percent) for stage, percent in row.profile.items()}


def _shares(stored: Mapping[str, Any]) -> dict[str, GroupShare]:
    return {group: GroupShare(**values) for group, values in stored.items()}
