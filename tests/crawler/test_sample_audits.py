"""An audit of the sample portals over loopback says what expected.csv says."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from canse.domain.audit import AuditedPage, AuditReport, FoundService
from crawler.audit import audit_portal
from crawler.order import Options, Target
from crawler.sample_portals import (
    SAMPLE_PORTALS,
    SAMPLES_FOLDER,
    SamplePortal,
    serve_samples,
)

SESSION = re.compile(r"/\(S\([0-9a-f]{24}\)\)|\?PHPSESSID=[0-9a-f]{24}$")
CALENDAR_MONTHS_AT_MOST = 40

Row = dict[str, str]
EXPECTED: list[Row] = list(
    csv.DictReader((SAMPLES_FOLDER / "expected.csv").read_text(encoding="utf-8").splitlines())
)


def rows(*kinds: str) -> list[Row]:
    return [row for row in EXPECTED if row["kind"] in kinds]


def each(*kinds: str) -> pytest.MarkDecorator:
    """One test a row; rows on which a second careful person could disagree are left out."""
    chosen = []
    for row in rows(*kinds):
        if row["certainty"] != "defensible":
            chosen.append(pytest.param(row, id=f"{row['portal']}{row['page']}"))
    return pytest.mark.parametrize("row", chosen)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, AuditReport]]:
    """What the auditor says of each portal, by the portal's folder."""
    options = Options(out=tmp_path_factory.mktemp("audits"), allow_private=True)
    with serve_samples() as addresses:
        yield {
            portal.folder: audit_portal(
                Target(url=addresses[portal.slug], institution=portal.slug), options
            ).report
            for portal in SAMPLE_PORTALS
        }


def target_of(url: str) -> str:
    """The path and query of an address, without the session it may carry."""
    return SESSION.sub("", urlsplit(url)._replace(scheme="", netloc="").geturl())


def words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFD", text.lower())
    return set(re.findall(r"[a-z0-9]{3,}", re.sub(r"[\u0300-\u036f]", "", plain)))


def found_for(row: Row, report: AuditReport) -> list[FoundService]:
    """The found services that a reader would take for the one of a row, by their names."""
    wanted = words(row["service"])
    named = [(service, words(service.name)) for service in report.services]
    return [s for s, name in named if wanted <= name or len(wanted & name) > len(wanted | name) / 2]


def pages_of(service: FoundService) -> set[str]:
    return {target_of(mention.page_url) for mention in service.mentions}


def page_for(row: Row, report: AuditReport) -> AuditedPage | None:
    wanted = row["page"]
    pages = [p for p in report.pages if wanted in (target_of(p.url), target_of(p.final_url))]
    return pages[0] if pages else None


def finds_on(row: Row, report: AuditReport) -> dict[str, int]:
    """The services said to stand on the page of a row, each with its declared stage there."""
    return {
        service.name: int(mention.stage_declared)
        for service in report.services
        for mention in service.mentions
        if target_of(mention.page_url) == row["page"]
    }


@each("service")
def test_service_is_found_once_when_it_has_its_page(
    row: Row, reports: dict[str, AuditReport]
) -> None:
    found = found_for(row, reports[row["portal"]])

    assert len(found) == 1
    assert row["page"] in pages_of(found[0])


@each("service")
def test_service_has_the_stages_that_its_page_proves(
    row: Row, reports: dict[str, AuditReport]
) -> None:
    stages = {
        (int(service.stage_declared), int(service.stage_confirmed))
        for service in reports[row["portal"]].services
        if row["page"] in pages_of(service)
    }

    assert stages == {(int(row["declared"]), int(row["confirmed"]))}, row["why"]


@each("service")
def test_service_does_not_act_on_the_page_of_another(
    row: Row, reports: dict[str, AuditReport]
) -> None:
    others = {other["page"] for other in rows("service") if other["portal"] == row["portal"]}

    found = found_for(row, reports[row["portal"]])
    actions = {target_of(service.action_url) for service in found if service.action_url}

    assert actions & (others - {row["page"]}) == set()


@each("trap", "disallowed", "script")
def test_page_without_services_offers_none(row: Row, reports: dict[str, AuditReport]) -> None:
    assert finds_on(row, reports[row["portal"]]) == {}, row["why"]


@each("trap", "disallowed", "script")
def test_page_without_services_is_never_confirmed_to_transact(
    row: Row, reports: dict[str, AuditReport]
) -> None:
    confirmed = {
        int(mention.stage_confirmed)
        for service in reports[row["portal"]].services
        for mention in service.mentions
        if target_of(mention.page_url) == row["page"]
    }

    assert confirmed <= {0, 1, 2}, row["why"]


@each("portal")
def test_portal_has_the_stage_of_its_best_service(
    row: Row, reports: dict[str, AuditReport]
) -> None:
    stage = reports[row["portal"]].stage

    assert int(stage.declared) == int(row["declared"]), stage.explanation
    assert int(stage.confirmed) == int(row["confirmed"]), stage.explanation


@each("service", "trap")
def test_page_is_read_when_robots_allow_it(row: Row, reports: dict[str, AuditReport]) -> None:
    page = page_for(row, reports[row["portal"]])

    assert page is not None or row["page"] == "/buscar/", "only a form leads there"
    assert page is None or page.outcome == "ok"


@each("disallowed")
def test_page_closed_to_robots_is_not_read(row: Row, reports: dict[str, AuditReport]) -> None:
    page = page_for(row, reports[row["portal"]])

    assert page is None or page.outcome == "disallowed_by_robots"


@each("script")
def test_page_that_is_empty_without_script_says_so(
    row: Row, reports: dict[str, AuditReport]
) -> None:
    page = page_for(row, reports[row["portal"]])

    assert page is not None
    assert page.outcome == "needs_script"


@each("missing")
def test_form_that_is_not_there_is_not_taken_for_one(
    row: Row, reports: dict[str, AuditReport]
) -> None:
    page = page_for(row, reports[row["portal"]])

    assert page is not None
    assert page.outcome in ("not_found", "soft_not_found") or page.content_type == "text/html"


@pytest.mark.parametrize("portal", SAMPLE_PORTALS, ids=lambda portal: portal.folder)
def test_portal_is_exhausted_in_spite_of_calendar_and_sessions(
    portal: SamplePortal, reports: dict[str, AuditReport]
) -> None:
    report = reports[portal.folder]

    targets = [target_of(page.url) for page in report.pages if page.outcome == "ok"]

    assert report.portal.institution == portal.slug
    assert report.coverage.evaluable
    assert report.coverage.limit is None
    assert sum("?mes=" in target for target in targets) <= CALENDAR_MONTHS_AT_MOST
    assert len(targets) - len(set(targets)) <= 2


def test_replay_of_the_archive_says_the_same(tmp_path: Path) -> None:
    with serve_samples(SAMPLE_PORTALS[1:2]) as addresses:
        url = addresses[SAMPLE_PORTALS[1].slug]
        first = audit_portal(Target(url=url), Options(out=tmp_path / "a", allow_private=True))
    archive = first.path.parent / "pages.warc.gz"

    second = audit_portal(Target(replay=archive), Options(out=tmp_path / "b"))

    assert second.report.services == first.report.services
    assert second.report.stage == first.report.stage
