"""Writing use-cases: one transaction each, with a revision, a change, and nothing by halves."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.database.tables import RevisionRow, ServiceRow
from canse.domain.content import ServiceContent
from canse.domain.errors import BadInput, Conflict, NotAllowed, NotFound
from canse.domain.publication import PublicationState
from canse.domain.service import (
    Audience,
    Channel,
    ChannelKind,
    Coverage,
    CoverageKind,
    DownloadableForm,
    Fee,
    LegalBasis,
    Modality,
    Provenance,
    Requirement,
    Step,
)
from canse.domain.stages import Stage
from canse.editing import Author, Editing

NOW = datetime(2026, 12, 1, tzinfo=UTC)
ANA = Author(name="Ana Ejemplo", at=NOW, reason="Prueba")

WHOLE = ServiceContent(
    name="Licencia de construcción menor",
    summary="Permiso para obras pequeñas.",
    description="Permiso para obras de hasta 40 metros.",
    unit="Dirección de Control Territorial",
    topics=("construir", "ampliar la casa"),
    audiences=(Audience.PERSON, Audience.BUSINESS),
    modality=Modality.MIXED,
    action_url="https://muni.example/licencia",
    requirements=(Requirement(text="Copia del DPI", legal_basis="Acuerdo 1-2020, artículo 3"),),
    steps=(Step(title="Llene el formulario", channel=ChannelKind.WEB),),
    fees=(Fee(concept="Licencia", amount=Decimal("75.50"), most=Decimal("200.00")),),
    result="Licencia impresa",
    result_validity="6 meses",
    channels=(Channel(kind=ChannelKind.OFFICE, hours="Lunes a viernes de 8 a 16"),),
    forms=(DownloadableForm(title="Solicitud", url="https://muni.example/f.pdf", size=1200),),
    legal_bases=(LegalBasis(citation="Acuerdo 1-2020"),),
    coverage=(Coverage(kind=CoverageKind.MUNICIPALITY, code="0101", name="Guatemala"),),
    stage_declared=Stage.ENHANCED,
    source="https://muni.example/",
)


def publish(editing: Editing, content: ServiceContent = WHOLE) -> str:
    return editing.create(content, ANA, state=PublicationState.PUBLISHED)


def test_created_service_reads_back_whole(editing: Editing, database: Database) -> None:
    slug = publish(editing)

    sheet = Catalogue(database).service(slug)
    assert sheet.provenance is Provenance.STAFF
    for name in ("summary", "requirements", "steps", "fees", "channels", "forms", "coverage"):
        assert getattr(sheet, name) == getattr(WHOLE, name)
    assert [topic.name for topic in sheet.topics] == list(WHOLE.topics)
    assert sheet.audiences == WHOLE.audiences
    assert sheet.fees[0].amount == Decimal("75.50")


def test_update_keeps_who_when_what_and_why(editing: Editing) -> None:
    slug = publish(editing)
    why = Author(name="Beto Ejemplo", at=NOW, reason="Bajó la tarifa")

    editing.update(slug, {"fees": (Fee(concept="Licencia", amount=Decimal("50.00")),)}, why)

    newest, first = editing.history(slug)
    assert (newest.actor, newest.action, newest.reason) == (
        "Beto Ejemplo",
        "edited",
        "Bajó la tarifa",
    )
    assert list(newest.changes) == ["fees"]
    assert newest.changes["fees"]["before"][0]["amount"] == "75.50"
    assert newest.changes["fees"]["after"][0]["amount"] == "50.00"
    assert (first.number, first.action) == (1, "created")


def test_update_that_changes_nothing_writes_nothing(editing: Editing, database: Database) -> None:
    slug = publish(editing)
    before = Catalogue(database).change_number()

    revision = editing.update(slug, {"summary": WHOLE.summary, "topics": WHOLE.topics}, ANA)

    assert revision == 1
    assert Catalogue(database).change_number() == before


def test_every_edit_is_in_the_change_log(editing: Editing, database: Database) -> None:
    slug = publish(editing)
    editing.update(slug, {"summary": "Otro."}, ANA)
    editing.confirm(slug, ANA, next_review_on=date(2027, 12, 1))
    editing.move(slug, PublicationState.SUSPENDED, ANA)

    changes = Catalogue(database).changes(0)

    assert [change.number for change in changes] == [1, 2, 3, 4]
    assert {change.service_id for change in changes} == {changes[0].service_id}


def test_edit_of_a_version_that_has_moved_on_is_refused(editing: Editing) -> None:
    slug = publish(editing)
    editing.update(slug, {"summary": "De otra persona."}, ANA, expected_revision=1)

    with pytest.raises(Conflict):
        editing.update(slug, {"summary": "Mío."}, ANA, expected_revision=1)


def test_order_of_topics_is_kept_and_repeated_ones_are_one(
    editing: Editing, database: Database
) -> None:
    slug = publish(editing)

    editing.update(slug, {"topics": ("ampliar la casa", "Construir", "obra", "construir")}, ANA)

    names = [topic.name for topic in Catalogue(database).service(slug).topics]
    assert names == ["ampliar la casa", "construir", "obra"]


def test_only_published_services_are_seen_by_citizens(editing: Editing, database: Database) -> None:
    slug = editing.create(WHOLE, ANA)

    with pytest.raises(NotFound):
        Catalogue(database).service(slug)

    editing.move(slug, PublicationState.REVIEW, ANA)
    editing.move(slug, PublicationState.PUBLISHED, ANA)
    assert Catalogue(database).service(slug).slug == slug


def test_review_cannot_be_skipped(editing: Editing) -> None:
    slug = editing.create(WHOLE, ANA)

    with pytest.raises(NotAllowed):
        editing.move(slug, PublicationState.PUBLISHED, ANA)


def test_numbers_are_never_given_twice(editing: Editing, database: Database) -> None:
    first = publish(editing)
    with pytest.raises(NotFound):
        editing.create(replace(WHOLE, institution="nadie"), ANA)
    editing.move(first, PublicationState.ARCHIVED, ANA)

    second = publish(editing)

    assert Catalogue(database).service(second).number == 2


def test_two_services_of_one_name_get_different_addresses(editing: Editing) -> None:
    slugs = [publish(editing) for _ in range(3)]

    assert slugs == [f"licencia-de-construccion-menor{end}" for end in ("", "-2", "-3")]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "  "}, "nombre"),
        ({"name": "x" * 301}, "300"),
        ({"summary": "x" * 161}, "161"),
        ({"description": "x" * 20_001}, "description"),
        ({"description": "nulo\x00"}, "no se ven"),
        ({"unit": "\ud800"}, "no se ven"),
        ({"unit": "x" * 301}, "unit.*300"),
        ({"topics": ("x" * 301,)}, "topics.*300"),
        ({"requirements": (Requirement(text="t", issuer="x" * 301),)}, "requirements.*300"),
        ({"action_url": "javascript:alert(1)"}, "dirección web"),
        ({"action_url": "https://ana:clave@muni.example/"}, "dirección web"),
        ({"action_url": "https://muni.example/ con espacio"}, "dirección web"),
        ({"forms": (DownloadableForm(title="F", url="data:text/html,x"),)}, "dirección web"),
        ({"fees": (Fee(concept="C", amount=Decimal("-1")),)}, "entre 0"),
        ({"fees": (Fee(concept="C", amount=Decimal("NaN")),)}, "entre 0"),
        ({"fees": (Fee(concept="C", amount=Decimal("1.005")),)}, "decimales"),
        ({"fees": (Fee(concept="C", amount=Decimal(9), most=Decimal(3)),)}, "máximo"),
        ({"steps": tuple(Step(title=str(n)) for n in range(201))}, "demasiadas"),
        ({"category": "ninguna"}, "categoría"),
        ({"life_events": ("ninguno",)}, "evento"),
        ({"number": 7}, "number"),
        ({"state": "published"}, "state"),
    ],
)
def test_bad_content_is_refused_and_nothing_is_lost(
    editing: Editing, database: Database, changes: dict[str, Any], said: str
) -> None:
    slug = publish(editing)
    before = Catalogue(database).service(slug)

    with pytest.raises((BadInput, NotFound), match=said):
        editing.update(slug, changes, ANA)

    assert Catalogue(database).service(slug) == before


def test_history_cannot_be_rewritten(editing: Editing, database: Database) -> None:
    publish(editing)

    for statement in ("UPDATE revision SET actor = 'otra'", "DELETE FROM change_log"):
        with pytest.raises(DBAPIError), database.transaction() as session:
            session.execute(text(statement))

    with database.reading() as session:
        assert [row.actor for row in session.scalars(select(RevisionRow))] == [ANA.name]


def test_failed_transaction_leaves_nothing(database: Database) -> None:
    row = ServiceRow(
        number=1,
        slug="x",
        name="x",
        name_key="x",
        state=PublicationState.DRAFT,
        provenance=Provenance.STAFF,
        created_at=NOW,
        updated_at=NOW,
    )

    def write_and_fail() -> None:
        with database.transaction() as session:
            session.add(row)
            session.flush()
            raise RuntimeError("cut")

    with pytest.raises(RuntimeError, match="cut"):
        write_and_fail()

    with database.reading() as session:
        assert session.scalars(select(ServiceRow)).all() == []
