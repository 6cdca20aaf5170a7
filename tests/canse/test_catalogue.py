"""Reading use-cases: counts agree with SQL, and what is not there is said so."""

import pytest
from sqlalchemy import text

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.errors import NotFound
from canse.domain.institution import InstitutionKind


def sql(database: Database, query: str, **values: object) -> int:
    with database.reading() as session:
        return int(session.execute(text(query), values).scalar_one())


def test_category_counts_agree_with_sql(catalogue: Catalogue, seeded: Database) -> None:
    query = (
        "SELECT count(*) FROM service s JOIN category c ON c.id = s.category_id "
        "WHERE s.state = 'published' AND c.slug = :slug"
    )

    counts = {entry.term.slug: entry.count for entry in catalogue.categories()}

    assert counts == {slug: sql(seeded, query, slug=slug) for slug in counts}
    assert sum(counts.values()) == 319


def test_institution_counts_agree_with_sql(catalogue: Catalogue, seeded: Database) -> None:
    query = (
        "SELECT count(*) FROM service s JOIN institution i ON i.id = s.institution_id "
        "WHERE s.state = 'published' AND i.slug = :slug"
    )

    counts = {entry.institution.slug: entry.count for entry in catalogue.institutions()}

    assert len(counts) == 172
    assert counts == {slug: sql(seeded, query, slug=slug) for slug in counts}


def test_topic_and_life_event_counts_agree_with_sql(catalogue: Catalogue, seeded: Database) -> None:
    by_topic = (
        "SELECT count(*) FROM service_topic l JOIN topic t ON t.id = l.topic_id "
        "JOIN service s ON s.id = l.service_id WHERE s.state = 'published' AND t.slug = :slug"
    )
    by_event = by_topic.replace("service_topic", "service_life_event").replace(
        "topic", "life_event"
    )

    for entry in catalogue.topics(20):
        assert entry.count == sql(seeded, by_topic, slug=entry.term.slug)
    for entry in catalogue.life_events():
        assert entry.count == sql(seeded, by_event, slug=entry.term.slug)


def test_institutions_of_a_kind_are_only_those(catalogue: Catalogue) -> None:
    ministries = catalogue.institutions(InstitutionKind.MINISTRY)

    assert len(ministries) == 14
    assert {entry.institution.kind for entry in ministries} == {InstitutionKind.MINISTRY}


def test_service_knows_the_ministry_above_its_institution(catalogue: Catalogue) -> None:
    sheets = {sheet.slug: sheet for sheet in catalogue.published_sheets()}
    below = [s for s in sheets.values() if s.ministry and s.institution != s.ministry]

    assert below
    assert all(
        sheet.ministry and sheet.ministry.kind is InstitutionKind.MINISTRY for sheet in below
    )


def test_institution_shows_what_answers_to_it(catalogue: Catalogue) -> None:
    sheet = catalogue.institution("muni-guatemala")

    assert {"emetra", "empagua"} <= {one.slug for one in sheet.dependencies}
    assert sheet.portals == ("https://www.muniguate.com",)


def test_services_of_an_institution_come_by_name(catalogue: Catalogue) -> None:
    names = [sheet.name for sheet in catalogue.services_of("renap")]

    assert names
    assert len(names) == catalogue.institution("renap").service_count


def test_related_services_are_others_and_few(catalogue: Catalogue) -> None:
    sheet = catalogue.service("reposicion-dpi")

    related = catalogue.related(sheet, 4)

    assert 1 <= len(related) <= 4
    assert sheet.id not in {one.id for one in related}


def test_sheets_come_in_the_order_asked(catalogue: Catalogue) -> None:
    sheets = catalogue.sheets([9, 3, 10**6, 7])

    assert [sheet.id for sheet in sheets] == [9, 3, 7]


def test_number_leads_to_the_same_sheet_as_the_slug(catalogue: Catalogue) -> None:
    sheet = catalogue.service("reposicion-dpi")

    assert catalogue.service_by_number(sheet.number) == sheet


@pytest.mark.parametrize("number", [0, -1, 10**6, 10**30])
def test_unknown_number_is_not_found(catalogue: Catalogue, number: int) -> None:
    with pytest.raises(NotFound):
        catalogue.service_by_number(number)


@pytest.mark.parametrize("kind", ["service", "institution", "category", "topic", "life_event"])
def test_unknown_slug_is_not_found(catalogue: Catalogue, kind: str) -> None:
    with pytest.raises(NotFound):
        getattr(catalogue, kind)("no-existe")


def test_unknown_audit_is_not_found(catalogue: Catalogue) -> None:
    for number in (1, 10**30):
        with pytest.raises(NotFound):
            catalogue.portal_audit(number)


def test_municipalities_come_with_their_department(catalogue: Catalogue, seeded: Database) -> None:
    found = {place.code: place for place in catalogue.municipalities()}

    mixco = found["0108"]
    assert len(found) == sql(seeded, "SELECT count(*) FROM municipality") == 340
    assert (mixco.name, mixco.department_code, mixco.department) == ("Mixco", "01", "Guatemala")
