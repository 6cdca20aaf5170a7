"""The index over the product's own catalogue: counts agree with it, edits reach it, people find."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from canse.catalogue import Catalogue
from canse.database.session import Database
from canse.domain.institution import InstitutionKind
from canse.domain.publication import PublicationState
from canse.editing import Author, Editing
from indices.follow import follow
from indices.port import Facet, Query
from indices.rebuild import rebuild
from indices.whoosh_engine import WhooshIndex
from tests.conftest import DatabaseShop

FINDS = [
    ("se me perdió el dpi", "reposicion-dpi"),
    ("fe de edad", "certificado-nacimiento"),
    ("antesedentes penales", "antecedentes-penales"),
    ("PASAPORTE", "pasaporte-adulto"),
    ("pasaprte", "pasaporte-adulto"),
    ("pensión alimenticia", "demanda-pension-alimenticia"),
    ("licensia de manejar", "primera-licencia"),
    ("empadronarme", "empadronamiento"),
    ("solvencia fiscal", "solvencia-fiscal"),
]


@pytest.fixture(scope="module")
def seeded_catalogue(sqlite_shop: DatabaseShop) -> Catalogue:
    return Catalogue(sqlite_shop.new(seeded=True))


@pytest.fixture(scope="module")
def index(seeded_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> WhooshIndex:
    """For tests that only read."""
    made = WhooshIndex(tmp_path_factory.mktemp("index"))
    rebuild(made, seeded_catalogue)
    return made


def test_counts_of_the_five_ways_agree_with_the_catalogue(
    index: WhooshIndex, seeded_catalogue: Catalogue
) -> None:
    page = index.search(Query(facets=tuple(Facet)))

    counted = {facet: {one.value: one.count for one in page.facets[facet]} for facet in Facet}
    sheets = list(seeded_catalogue.published_sheets())
    assert page.total == len(sheets) == seeded_catalogue.figures().services
    assert counted[Facet.CATEGORY] == {
        one.term.slug: one.count for one in seeded_catalogue.categories() if one.count
    }
    assert counted[Facet.TOPIC] == {
        one.term.slug: one.count for one in seeded_catalogue.topics(limit=10_000) if one.count
    }
    assert counted[Facet.INSTITUTION] == {
        one.institution.slug: one.count for one in seeded_catalogue.institutions() if one.count
    }
    for facet, kind in (
        (Facet.MINISTRY, InstitutionKind.MINISTRY),
        (Facet.SECRETARIAT, InstitutionKind.SECRETARIAT),
    ):
        slugs = {one.institution.slug for one in seeded_catalogue.institutions(kind)}
        assert counted[facet]
        assert set(counted[facet]) <= slugs


def test_each_way_finds_as_many_as_its_count(index: WhooshIndex) -> None:
    page = index.search(Query(facets=tuple(Facet)))

    for facet in Facet:
        for one in page.facets[facet]:
            assert index.search(Query(filters={facet: (one.value,)})).total == one.count


@pytest.mark.parametrize(("text", "slug"), FINDS)
def test_people_find_among_the_first_three(index: WhooshIndex, text: str, slug: str) -> None:
    assert slug in [hit.slug for hit in index.search(Query(text=text)).hits[:3]]


def test_edits_reach_the_index_by_the_change_log(seeded_sqlite: Database, tmp_path: Path) -> None:
    catalogue, editing = Catalogue(seeded_sqlite), Editing(seeded_sqlite)
    index = WhooshIndex(tmp_path)
    rebuild(index, catalogue)
    before = index.status().documents
    author = Author(name="Persona de Prueba", at=datetime(2026, 12, 1, tzinfo=UTC))
    editing.update("pasaporte-adulto", {"name": "Xilófono para adultos"}, author)
    editing.move("boleto-ornato", PublicationState.SUSPENDED, author)

    done = follow(index, catalogue)

    assert (done.upserted, done.deleted) == (1, 1)
    assert done.applied == catalogue.change_number()
    assert index.status().documents == before - 1
    assert index.search(Query(text="xilófono")).hits[0].slug == "pasaporte-adulto"
