"""The door for audit reports: registration, joining, review, and nothing twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.database.tables import (
    AuditedServiceRow,
    AuditRow,
    ChangeRow,
    EvidenceRow,
    FindingRow,
    RevisionRow,
    ServiceRow,
)
from canse.domain.audit import AuditReport, FoundService, Mention
from canse.domain.errors import Conflict, NotFound
from canse.domain.institution import InstitutionKind
from canse.domain.overview import Registration
from canse.domain.publication import PublicationState
from canse.domain.service import Provenance
from canse.domain.stages import Level, Stage
from canse.editing import Author, Editing
from canse.institutions import NewInstitution, register_institution
from canse.intake import take_in
from tests.builders import NOON, evidence, found_service, report

NOW = datetime(2026, 12, 1, tzinfo=UTC)
EVERYTHING = (
    ServiceRow,
    AuditRow,
    FindingRow,
    EvidenceRow,
    AuditedServiceRow,
    RevisionRow,
    ChangeRow,
)


def counts(database: Database) -> list[int]:
    with database.reading() as session:
        return [session.scalar(select(func.count()).select_from(t)) or 0 for t in EVERYTHING]


def stored(database: Database, name: str) -> ServiceRow:
    with database.reading() as session:
        row = session.scalars(select(ServiceRow).where(ServiceRow.name == name)).one()
        session.expunge(row)
        return row


def seen(name: str, stage: Stage, page: str, **changes: Any) -> FoundService:
    """A service on one page, confirmed and declared at one stage."""
    levels = {0: Level.S0, 1: Level.S1, 2: Level.S2A, 3: Level.S3A, 4: Level.S4}
    values: dict[str, Any] = {
        "name": name,
        "action_url": page,
        "stage_confirmed": stage,
        "stage_declared": stage,
        "level": levels[int(stage)],
        "mentions": (Mention(page_url=page, stage_confirmed=stage, stage_declared=stage),),
        **changes,
    }
    return found_service(**values)


def renap(*services: FoundService, run_id: str = "corrida-1", days: int = 0) -> AuditReport:
    """A report of RENAP's own portal."""
    made = report(*services, run_id=run_id)
    moment = NOON + timedelta(days=days)
    return replace(
        made,
        run=replace(made.run, started_at=moment, finished_at=moment),
        portal=replace(made.portal, url="https://www.renap.gob.gt/", host="www.renap.gob.gt"),
    )


def test_confirmed_at_three_registers_at_once(database: Database) -> None:
    result = take_in(database, report(found_service()), NOW)

    sheet = Catalogue(database).service("boleto-de-ornato")
    assert result.counts[Registration.REGISTERED] == 1
    assert sheet.provenance is Provenance.CRAWLER
    assert not sheet.is_confirmed
    assert sheet.institution is None
    assert sheet.stage_confirmed is Stage.TRANSACTIONAL
    assert sheet.last_seen_at == NOON
    assert sheet.evidence is not None
    assert sheet.evidence.items == (evidence(),)
    assert sheet.evidence.reason == "Tiene un formulario de solicitud con DPI."


def test_information_with_a_page_of_its_own_registers_as_such(database: Database) -> None:
    page = "http://muni.example/tramites/licencia"

    take_in(database, report(seen("Licencia de obra", Stage.EMERGING, page)), NOW)

    assert Catalogue(database).service("licencia-de-obra").stage_confirmed is Stage.EMERGING


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(
            seen("Licencia de obra", Stage.EMERGING, "http://muni.example/"), id="home page"
        ),
        pytest.param(
            seen("Otra", Stage.ENHANCED, "http://ajena.example/otra"), id="page of another host"
        ),
        pytest.param(
            seen("Solo dicho", Stage.NONE, "http://muni.example/x", stage_declared=Stage(3)),
            id="only declared",
        ),
    ],
)
def test_lower_or_only_declared_waits_for_the_institution(
    database: Database, found: FoundService
) -> None:
    result = take_in(database, report(found), NOW)

    assert result.counts[Registration.REVIEW] == 1
    assert stored(database, found.name).state is PublicationState.REVIEW


def test_two_services_that_share_a_page_wait_for_the_institution(database: Database) -> None:
    page = "http://muni.example/tramites"

    result = take_in(
        database,
        report(seen("Uno", Stage.EMERGING, page), seen("Dos", Stage.EMERGING, page)),
        NOW,
    )

    assert result.counts[Registration.REVIEW] == 2


def test_what_does_not_qualify_is_kept_with_its_reason(database: Database) -> None:
    nothing = found_service(
        name="Noticia", qualifies=False, stage_confirmed=Stage.NONE, reason="Es una noticia."
    )

    take_in(database, report(nothing), NOW)

    with database.reading() as session:
        kept = session.scalars(select(AuditedServiceRow)).one()
        assert (kept.registration, kept.reason) == (Registration.KEPT, "Es una noticia.")
        assert kept.service_id is None
    assert counts(database)[0] == 0


def test_repeating_a_report_changes_nothing(database: Database) -> None:
    take_in(database, report(found_service()), NOW)
    before = counts(database)

    result = take_in(database, report(found_service()), NOW + timedelta(days=1))

    assert result.is_repeated
    assert counts(database) == before


def test_other_report_of_the_same_run_is_refused(database: Database) -> None:
    take_in(database, report(found_service()), NOW)
    before = counts(database)

    with pytest.raises(Conflict):
        take_in(database, report(found_service(name="Otro")), NOW)

    assert counts(database) == before


def test_known_service_is_joined_by_owner_and_name(seeded: Database) -> None:
    page = "https://www.renap.gob.gt/reposicion"
    name = "REPONER EL DPI PERDIDO, ROBADO O DAÑADO"

    result = take_in(seeded, renap(seen(name, Stage.TRANSACTIONAL, page)), NOW)

    sheet = Catalogue(seeded).service("reposicion-dpi")
    assert result.counts[Registration.JOINED] == 1
    assert sheet.name == "Reponer el DPI perdido, robado o dañado"
    assert sheet.stage_confirmed is Stage.TRANSACTIONAL
    assert sheet.found_at_url == page
    assert sheet.evidence is not None


def test_known_service_is_joined_by_its_own_action_address(seeded: Database) -> None:
    address = "https://www.renap.gob.gt/reposicion?utm_source=x"
    staff = Author(name="Ana Ejemplo", at=NOW)
    Editing(seeded).update("reposicion-dpi", {"action_url": address}, staff)

    found = seen("Trámite de DPI", Stage.TRANSACTIONAL, "http://renap.gob.gt/reposicion/")
    result = take_in(seeded, renap(found), NOW)

    assert result.counts[Registration.JOINED] == 1


def test_home_page_is_the_mark_of_no_service(seeded: Database) -> None:
    found = seen("Cosa nueva", Stage.TRANSACTIONAL, "https://www.renap.gob.gt/")

    result = take_in(seeded, renap(found), NOW)

    assert result.counts[Registration.REGISTERED] == 1


def test_same_name_on_two_unclaimed_portals_stays_two_services(database: Database) -> None:
    there = report(seen("Licencias", Stage(3), "http://otra.example/l"), run_id="corrida-2")
    there = replace(there, portal=replace(there.portal, url="http://otra.example/"))

    take_in(database, report(seen("Licencias", Stage(3), "http://muni.example/l")), NOW)
    take_in(database, there, NOW)

    assert counts(database)[0] == 2


def test_service_of_a_host_that_is_claimed_later_gets_its_owner(database: Database) -> None:
    take_in(database, report(found_service()), NOW)
    muni = NewInstitution(
        slug="muni-de-ejemplo",
        name="Municipalidad de Ejemplo",
        kind=InstitutionKind.MUNICIPALITY,
        portal="http://www.muni.example/",
    )
    register_institution(database, muni, Author(name="Ana Ejemplo", at=NOW))

    result = take_in(database, report(found_service(), run_id="corrida-2"), NOW)

    catalogue = Catalogue(database)
    sheet = catalogue.service("boleto-de-ornato")
    assert result.counts[Registration.JOINED] == 1
    assert sheet.institution is not None
    assert sheet.institution.slug == "muni-de-ejemplo"
    runs = [audit.run_id for audit in catalogue.audits_of("muni-de-ejemplo").history]
    assert sorted(runs) == ["corrida-1", "corrida-2"]


def test_what_staff_wrote_is_never_lost(seeded: Database) -> None:
    staff = Author(name="Ana Ejemplo", at=NOW)
    mine = {"summary": "Pida otro DPI.", "stage_declared": Stage.CONNECTED}
    Editing(seeded).update(
        "reposicion-dpi", {**mine, "estimated_fields": frozenset({"legal_bases"})}, staff
    )
    name = "Reponer el DPI perdido, robado o dañado"

    take_in(seeded, renap(seen(name, Stage.ENHANCED, "https://www.renap.gob.gt/r")), NOW)

    sheet = Catalogue(seeded).service("reposicion-dpi")
    assert (sheet.summary, sheet.stage_declared) == ("Pida otro DPI.", Stage.CONNECTED)
    assert sheet.stage_confirmed is Stage.ENHANCED


def test_estimate_gives_way_to_what_was_seen(seeded: Database) -> None:
    name = "Reponer el DPI perdido, robado o dañado"

    take_in(seeded, renap(seen(name, Stage.EMERGING, "https://www.renap.gob.gt/r")), NOW)

    sheet = Catalogue(seeded).service("reposicion-dpi")
    assert sheet.stage_declared is Stage.EMERGING
    assert "stage_declared" not in sheet.estimated_fields


def test_stage_is_lowered_only_when_two_runs_agree(seeded: Database) -> None:
    page, name = "https://www.renap.gob.gt/r", "Trámite de prueba"
    high, low = seen(name, Stage.TRANSACTIONAL, page), seen(name, Stage.EMERGING, page)
    stages = []

    for day, found in enumerate((high, low, low)):
        take_in(seeded, renap(found, run_id=f"corrida-{day}", days=day), NOW)
        stages.append(stored(seeded, name).stage_confirmed)

    assert stages == [3, 3, 1]


def test_report_that_arrives_late_does_not_undo_a_newer_one(seeded: Database) -> None:
    page, name = "https://www.renap.gob.gt/r", "Trámite de prueba"
    low, high = seen(name, Stage.EMERGING, page), seen(name, Stage.TRANSACTIONAL, page)

    take_in(seeded, renap(low, run_id="nueva", days=9), NOW)
    take_in(seeded, renap(low, run_id="media", days=5), NOW)
    take_in(seeded, renap(high, run_id="vieja", days=1), NOW)

    row = stored(seeded, name)
    assert row.stage_confirmed == 1
    assert row.last_seen_at == NOON + timedelta(days=9)


def test_waiting_service_is_published_when_a_later_run_confirms_it(database: Database) -> None:
    page = "http://muni.example/"
    take_in(database, report(seen("Solvencia", Stage.EMERGING, page)), NOW)

    take_in(database, report(seen("Solvencia", Stage(3), page), run_id="corrida-2"), NOW)

    assert Catalogue(database).service("solvencia").stage_confirmed is Stage.TRANSACTIONAL


def test_archived_service_is_not_revived(database: Database) -> None:
    staff = Author(name="Ana Ejemplo", at=NOW, reason="No es nuestro")
    take_in(database, report(found_service()), NOW)
    Editing(database).move("boleto-de-ornato", PublicationState.ARCHIVED, staff)

    take_in(database, report(found_service(), run_id="corrida-2"), NOW)

    assert stored(database, "Boleto de ornato").state is PublicationState.ARCHIVED


def test_link_to_another_institution_waits_for_its_owner(seeded: Database) -> None:
    link = seen("Pago de boleto", Stage(3), "https://www.muniguate.com/boleto")

    result = take_in(seeded, renap(link), NOW)

    assert result.counts[Registration.REVIEW] == 1
    with seeded.reading() as session:
        row = session.scalars(select(ServiceRow).where(ServiceRow.name == link.name)).one()
        assert row.institution is not None
        assert row.institution.slug == "muni-guatemala"
        assert row.stage_confirmed == 0


def test_report_of_an_unknown_institution_is_refused_whole(database: Database) -> None:
    made = report(found_service())
    made = replace(made, portal=replace(made.portal, institution="nadie"))

    with pytest.raises(NotFound, match="nadie"):
        take_in(database, made, NOW)

    assert counts(database) == [0] * len(EVERYTHING)


def test_portal_that_could_not_be_looked_at_keeps_its_last_good_stage(seeded: Database) -> None:
    take_in(seeded, renap(run_id="buena"), NOW)
    failed = renap(run_id="mala", days=1)
    coverage = replace(failed.coverage, evaluable=False, reasons=("El portal no respondió.",))
    stage = replace(failed.stage, confirmed=Stage.NONE, declared=Stage.NONE)

    take_in(seeded, replace(failed, coverage=coverage, stage=stage), NOW)

    result = Catalogue(seeded).portal_results()[0]
    assert not result.is_evaluable
    assert result.confirmed is Stage.TRANSACTIONAL
    assert result.last_good_at == NOON
    assert result.reasons == ("El portal no respondió.",)
