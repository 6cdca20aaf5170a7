"""Reports are kept once, counted, answered, and never more of them than one may send."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from canse.catalogue import Catalogue
from canse.citizen_reports import (
    MOST_A_DAY_ABOUT_ONE,
    MOST_AN_HOUR_FROM_ONE,
    OPINIONS_KEPT,
    CitizenReports,
)
from canse.database.session import Database
from canse.domain.citizen_report import NewReport, ReportKind, ReportState, reference_of
from canse.domain.errors import BadInput, Conflict, NotFound, TooMany
from canse.domain.publication import PublicationState
from canse.editing import Author, Editing

NOW = datetime(2026, 12, 1, 15, tzinfo=UTC)
DPI = "reposicion-dpi"


@pytest.fixture
def reports(seeded: Database) -> CitizenReports:
    return CitizenReports(seeded)


def numbered() -> Callable[[], str]:
    """References in order."""
    numbers = count(1)
    return lambda: reference_of(next(numbers))


def report(form: str, kind: ReportKind = ReportKind.COST, sender: str = "") -> NewReport:
    return NewReport(kind=kind, text="Cobran más.", form_key=form, sender=sender or form)


def test_report_is_kept_and_followed_by_its_reference(reports: CitizenReports) -> None:
    reference = reports.receive(DPI, report("a"), NOW, numbered())

    kept = reports.report(reference.lower())
    assert (kept.service, kept.institution, kept.kind) == (DPI, "renap", ReportKind.COST)
    assert (kept.state, kept.text, kept.answer) == (ReportState.RECEIVED, "Cobran más.", "")
    assert kept.received_at == kept.changed_at == NOW


def test_form_sent_twice_is_kept_once(reports: CitizenReports) -> None:
    first = reports.receive(DPI, report("a"), NOW, numbered())

    again = reports.receive(DPI, report("a"), NOW, lambda: "R-2222-3333")

    assert again == first
    assert len(reports.listed()) == 1


def test_reference_in_use_is_not_given_again(reports: CitizenReports) -> None:
    references = numbered()
    first = reports.receive(DPI, report("a"), NOW, lambda: reference_of(1))

    second = reports.receive(DPI, report("b"), NOW, references)

    assert (first, second) == (reference_of(1), reference_of(2))


def test_institution_reads_takes_and_closes_its_reports(reports: CitizenReports) -> None:
    mine = reports.receive(DPI, report("a"), NOW, numbered())
    reports.receive("solvencia-fiscal", report("b"), NOW, lambda: "R-2222-3333")

    later = NOW + timedelta(days=1)
    reports.take(mine, at=later, by="Ana Ejemplo")
    taken = reports.listed("renap")
    reports.close(mine, ReportState.FIXED, answer=" Ya dice Q100. ", at=later, by="Ana Ejemplo")

    assert [(one.reference, one.state) for one in taken] == [(mine, ReportState.TAKEN)]
    closed = reports.report(mine)
    assert (closed.state, closed.answer, closed.changed_at) == (
        ReportState.FIXED,
        "Ya dice Q100.",
        later,
    )
    assert reports.listed("renap") == ()
    assert len(reports.listed("renap", is_open=False)) == 1
    with pytest.raises(Conflict, match="ya se cerró"):
        reports.take(mine, at=later, by="Ana Ejemplo")


@pytest.mark.parametrize(
    ("outcome", "answer"),
    [(ReportState.TAKEN, "Sí"), (ReportState.FIXED, " "), (ReportState.FIXED, "x" * 1001)],
)
def test_report_is_closed_only_with_an_end_and_an_answer(
    reports: CitizenReports, outcome: ReportState, answer: str
) -> None:
    reference = reports.receive(DPI, report("a"), NOW, numbered())

    with pytest.raises(BadInput):
        reports.close(reference, outcome, answer=answer, at=NOW, by="Ana Ejemplo")


def test_one_sender_sends_no_flood(reports: CitizenReports) -> None:
    references = numbered()
    for number in range(MOST_AN_HOUR_FROM_ONE):
        reports.receive(DPI, report(f"f{number}", sender="uno"), NOW, references)

    with pytest.raises(TooMany):
        reports.receive(DPI, report("más", sender="uno"), NOW, references)
    reports.receive(DPI, report("otro"), NOW, references)
    reports.receive(DPI, report("más", sender="uno"), NOW + timedelta(hours=2), references)


def test_one_sheet_gets_no_flood(reports: CitizenReports) -> None:
    references = numbered()
    for number in range(MOST_A_DAY_ABOUT_ONE):
        reports.receive(DPI, report(f"f{number}"), NOW, references)

    with pytest.raises(TooMany):
        reports.receive(DPI, report("más"), NOW, references)
    reports.receive("solvencia-fiscal", report("más"), NOW, references)


def test_what_three_people_say_is_a_warning_until_it_is_closed(
    reports: CitizenReports, seeded: Database
) -> None:
    service, references = Catalogue(seeded).service(DPI).id, numbered()
    told = [reports.receive(DPI, report(f"f{n}"), NOW, references) for n in range(2)]
    reports.receive(DPI, report("otra vez", sender="f1"), NOW, references)
    assert reports.warnings(service, NOW) == ()

    reports.receive(DPI, report("f3"), NOW, references)
    reports.receive(DPI, report("f4", ReportKind.LINK), NOW, references)

    assert reports.warnings(service, NOW) == (ReportKind.COST,)
    assert reports.warnings(service, NOW + timedelta(days=31)) == ()
    reports.close(told[0], ReportState.FIXED, answer="Listo.", at=NOW, by="Ana Ejemplo")
    assert reports.warnings(service, NOW) == ()


def test_opinion_counts_once_a_sender_and_day(reports: CitizenReports, seeded: Database) -> None:
    service, today = Catalogue(seeded).service(DPI).id, date(2026, 12, 1)

    reports.opine(DPI, today, "uno", is_useful=True)
    reports.opine(DPI, today, "uno", is_useful=False)
    reports.opine(DPI, today, "dos", is_useful=True)
    reports.opine(DPI, today + timedelta(days=1), "uno", is_useful=True)

    assert reports.opinions(service) == (2, 1)
    assert reports.prune(today + OPINIONS_KEPT + timedelta(days=1)) == 2
    assert reports.opinions(service) == (1, 0)


def test_service_that_is_not_published_takes_no_report(
    reports: CitizenReports, seeded: Database
) -> None:
    staff = Author(name="Ana Ejemplo", at=NOW, reason="Ya no existe")
    Editing(seeded).move(DPI, PublicationState.ARCHIVED, staff)

    for slug in (DPI, "no-existe"):
        with pytest.raises(NotFound):
            reports.receive(slug, report("a"), NOW, numbered())
        with pytest.raises(NotFound):
            reports.opine(slug, date(2026, 12, 1), "uno", is_useful=True)
    with pytest.raises(NotFound, match="«R-2222"):
        reports.report("R-2222-2222")
