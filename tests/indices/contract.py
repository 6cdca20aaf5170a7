"""What every engine of the index must do: one suite, inherited by the tests of each."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from canse.domain.institution import InstitutionKind
from canse.domain.search_knowledge import Promotion, SearchKnowledge
from canse.domain.service import Modality
from canse.domain.stages import Stage
from indices.document import Document
from indices.port import (
    MAX_PAGE_SIZE,
    Facet,
    Match,
    Order,
    Page,
    Query,
    SearchIndex,
    SuggestionKind,
)
from tests.builders import NOON, institution
from tests.indices.shelf import documents, knowing, service, term

MINEX = institution(slug="minex", name="Relaciones Exteriores", kind=InstitutionKind.MINISTRY)
MSPAS = institution(slug="mspas", name="Ministerio de Salud", kind=InstitutionKind.MINISTRY)
SOSEP = institution(slug="sosep", name="Obras Sociales", kind=InstitutionKind.SECRETARIAT)
ONLINE = Modality.ONLINE
VIAJE = term("viaje")
FILTERS: tuple[dict[Facet, tuple[str, ...]], ...] = ({}, {Facet.MINISTRY: ("minex",)})
SYNONYMS = [("manutención del niño", "pensión alimenticia")]

QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.differing_executors]
CATALOGUE = documents(
    service(
        1, "Pasaporte para adultos", ministry=MINEX, institution=MINEX, topics=(term("viaje"),)
    ),
    service(
        2, "Cita para el pasaporte", ministry=MINEX, institution=MINEX, modality=Modality.ONLINE
    ),
    service(3, "Reposición del pasaporte perdido", ministry=MINEX, category=term("viajes")),
    service(4, "Licencia de conducir", ministry=MSPAS, category=term("transporte"), fees=()),
    service(5, "Pensión alimenticia", secretariat=SOSEP, institution=SOSEP),
    service(6, "Constancia de año escolar", life_events=(term("estudios"),)),
    service(
        7, "Tarjeta de salud", ministry=MSPAS, institution=MSPAS, stage_declared=Stage.CONNECTED
    ),
)


def slugs(page: Page) -> list[str]:
    """The numbers of the services shown, in order."""
    return [hit.slug.removeprefix("servicio-") for hit in page.hits]


def counts(page: Page, facet: Facet) -> dict[str, int]:
    """The counts of one facet."""
    return {one.value: one.count for one in page.facets[facet]}


class SearchContract:
    """Inherit and give a fixture `empty` that makes an index with nothing in it."""

    @pytest.fixture
    def filled(self, empty: SearchIndex) -> SearchIndex:
        empty.rebuild(CATALOGUE, applied=7, knowledge=knowing(*SYNONYMS))
        return empty

    def test_search_finds_nothing_when_empty(self, empty: SearchIndex) -> None:
        empty.rebuild([], applied=0)

        page = empty.search(Query(text="pasaporte"))

        assert (page.total, page.hits) == (0, ())

    def test_search_finds_all_by_name_when_nothing_is_typed(self, filled: SearchIndex) -> None:
        page = filled.search(Query())

        assert page.total == 7
        assert slugs(page) == ["2", "6", "4", "1", "5", "3", "7"]

    def test_search_finds_nothing_when_only_signs_are_typed(self, filled: SearchIndex) -> None:
        assert filled.search(Query(text="¿?")).total == 0

    @pytest.mark.parametrize(
        "text", ["pension", "PENSIÓN", "pensiones", "pensio\u0301n", "la pensión", "pensi"]
    )
    def test_search_finds_a_word_however_written(self, filled: SearchIndex, text: str) -> None:
        assert slugs(filled.search(Query(text=text))) == ["5"]

    def test_search_wants_every_word_when_enough_have_them(self, filled: SearchIndex) -> None:
        more = [service(n, f"Pasaporte perdido {n}") for n in (10, 11, 12)]
        filled.apply(upserts=documents(*more), deletes=[], applied=8)

        page = filled.search(Query(text="pasaporte perdido"))

        assert sorted(slugs(page)) == ["10", "11", "12", "3"]

    def test_search_wants_some_words_when_few_have_all(self, filled: SearchIndex) -> None:
        page = filled.search(Query(text="pasaporte perdido"))

        assert slugs(page)[0] == "3"
        assert sorted(slugs(page)) == ["1", "2", "3"]

    @pytest.mark.parametrize("text", ["pasaporte", "pasaporte perdido", "", "brujula espacial"])
    def test_what_was_asked_before_changes_no_answer(self, filled: SearchIndex, text: str) -> None:
        asked = [
            Query(text=text, order=order, page=page, page_size=1, filters=kept, is_exact=exact)
            for order, page, kept, exact in product(Order, (1, 3), FILTERS, (False, True))
        ]
        first = [(page.hits, page.total) for page in map(filled.search, asked)]
        filled.rebuild(CATALOGUE, applied=7, knowledge=knowing(*SYNONYMS))
        again = [(page.hits, page.total) for page in map(filled.search, reversed(asked))]
        assert again == first[::-1]

    def test_search_corrects_a_word_nobody_knows(self, filled: SearchIndex) -> None:
        page = filled.search(Query(text="lisensia"))

        assert slugs(page) == ["4"]
        assert page.corrections == ("licencia",)

    def test_search_finds_by_synonym(self, filled: SearchIndex) -> None:
        assert slugs(filled.search(Query(text="manutencion de mi niño"))) == ["5"]

    def test_search_prefers_the_enye_typed(self, filled: SearchIndex) -> None:
        filled.apply(upserts=documents(service(20, "Dolor de ano")), deletes=[], applied=8)

        assert slugs(filled.search(Query(text="año"))) == ["6", "20"]
        assert set(slugs(filled.search(Query(text="ano")))) == {"6", "20"}

    def test_search_takes_words_as_they_stand_when_asked(self, filled: SearchIndex) -> None:
        assert filled.search(Query(text="lisensia", is_exact=True)).total == 0
        assert filled.search(Query(text="licencia", is_exact=True)).total == 1

    @pytest.mark.parametrize("text", ["SAT-2000", "sat 2000", "sat2000", "2000"])
    def test_search_finds_a_code_however_typed(self, empty: SearchIndex, text: str) -> None:
        empty.rebuild(documents(service(1, "Formulario SAT-2000"), service(2, "Otro")), applied=1)

        (hit,) = empty.search(Query(text=text)).hits

        assert (hit.slug, hit.marks["name"]) == ("servicio-1", ((11, 19),))

    def test_search_puts_words_that_stand_together_first(self, empty: SearchIndex) -> None:
        apart = service(1, "Licencia para el consultor de gestión ambiental")
        together = service(2, "Licencia ambiental de las obras del consultor")
        whole = service(3, "Licencia ambiental")
        empty.rebuild(documents(apart, together, whole), applied=1)

        assert slugs(empty.search(Query(text="licencia ambiental"))) == ["3", "2", "1"]

    def test_search_says_how_much_of_the_text_was_found(self, filled: SearchIndex) -> None:
        assert filled.search(Query(text="pasaporte perdido")).match is Match.MOST_WORDS
        assert filled.search(Query(text="pasaporte perdido")).missing == ()
        assert filled.search(Query(text="cita zxqw pasaporte")).missing == ("zxqw",)
        assert filled.search(Query(text="pasaporte")).match is Match.ALL_WORDS
        assert filled.search(Query()).match is Match.NO_WORDS

    def test_search_shows_only_the_nearest_when_nothing_fits_well(
        self, filled: SearchIndex
    ) -> None:
        page = filled.search(Query(text="salud zxqw vbnm plkj hgfd rtyu"))

        assert (page.total, page.hits, page.is_confident) == (0, (), False)
        assert page.nearest[0].slug == "servicio-7"

    def test_search_puts_the_promoted_service_first(self, filled: SearchIndex) -> None:
        promotions = (
            Promotion(phrase="¿Pasaporte?", service_id=4),
            Promotion(phrase="viaje", service_id=99),
        )
        filled.apply(
            upserts=[], deletes=[], applied=8, knowledge=SearchKnowledge(promotions=promotions)
        )

        assert slugs(filled.search(Query(text="PASAPORTE")))[0] == "4"
        assert "4" not in slugs(filled.search(Query(text="pasaporte perdido")))
        assert "99" not in slugs(filled.search(Query(text="viaje")))
        mspas = Query(text="pasaporte", filters={Facet.CATEGORY: ("viajes",)})
        assert slugs(filled.search(mspas)) == ["3"]

    def test_search_sorts_by_use(self, filled: SearchIndex) -> None:
        clicks = {3: 5, 2: 9}
        filled.apply(upserts=[], deletes=[], applied=8, knowledge=SearchKnowledge(clicks=clicks))

        found = filled.search(Query(text="pasaporte", order=Order.MOST_USED))

        assert slugs(found) == ["2", "3", "1"]

    def test_search_sorts_by_the_last_check(self, filled: SearchIndex) -> None:
        checked = [
            service(20, "Beca uno", reviewed_at=NOON),
            service(21, "Beca dos", last_seen_at=NOON + timedelta(days=1)),
            service(22, "Beca tres"),
        ]
        filled.apply(upserts=documents(*checked), deletes=[], applied=8)

        found = filled.search(Query(text="beca", order=Order.CHECKED))

        assert slugs(found) == ["21", "20", "22"]

    def test_merit_decides_between_equals_only(self, empty: SearchIndex) -> None:
        empty.rebuild(
            documents(
                service(1, "Beca de estudio", modality=ONLINE, is_confirmed=True),
                service(2, "Beca de estudio"),
                service(3, "Beca"),
            ),
            applied=1,
        )

        assert slugs(empty.search(Query(text="beca"))) == ["3", "1", "2"]

    def test_suggestions_are_of_all_kinds(self, filled: SearchIndex) -> None:
        known = SearchKnowledge(queries={"pasaporte para ninos": 7, "pasaporte": 9, "dpi": 3})
        filled.apply(upserts=[], deletes=[], applied=8, knowledge=known)

        found = filled.suggest("pasap")

        assert (found[0].kind, found[0].text) == (SuggestionKind.QUERY, "pasaporte")
        services = [one.slug for one in found if one.kind is SuggestionKind.SERVICE]
        assert sorted(services) == ["servicio-1", "servicio-2", "servicio-3"]
        (named,) = [one for one in filled.suggest("salud") if one.slug == "mspas"]
        assert named.kind is SuggestionKind.INSTITUTION
        (category,) = [one for one in filled.suggest("transp") if one.slug == "transporte"]
        assert category.kind is SuggestionKind.CATEGORY

    @pytest.mark.parametrize("text", ["", "p", "¿?", "zxqwv", "\x00", "a" * 5000])
    def test_suggestions_are_none_for_what_says_nothing(
        self, filled: SearchIndex, text: str
    ) -> None:
        assert filled.suggest(text) == ()

    def test_hidden_words_are_found_but_not_suggested(self, filled: SearchIndex) -> None:
        known = SearchKnowledge(unsuggested=frozenset({"perdido"}))
        filled.apply(upserts=[], deletes=[], applied=8, knowledge=known)

        assert "servicio-3" not in [one.slug for one in filled.suggest("pasaporte")]
        assert "3" in slugs(filled.search(Query(text="pasaporte")))

    def test_search_marks_the_words_found(self, filled: SearchIndex) -> None:
        hit = filled.search(Query(text="perdidos pasaportes")).hits[0]

        spans = hit.marks["name"]
        assert [hit.fields["name"][start:end] for start, end in spans] == ["pasaporte", "perdido"]

    def test_search_returns_what_was_stored(self, filled: SearchIndex) -> None:
        hit = filled.search(Query(text="alimenticia")).hits[0]

        assert (hit.id, hit.slug) == (5, "servicio-5")
        assert dict(hit.fields) == dict(CATALOGUE[4].stored)

    def test_search_joins_facets_by_and_and_their_values_by_or(self, filled: SearchIndex) -> None:
        both = Query(filters={Facet.MINISTRY: ("minex", "mspas")})
        one = Query(filters={Facet.MINISTRY: ("minex", "mspas"), Facet.INSTITUTION: ("minex",)})

        assert filled.search(both).total == 5
        assert sorted(slugs(filled.search(one))) == ["1", "2"]

    def test_search_counts_each_facet_without_its_own_filter(self, filled: SearchIndex) -> None:
        query = Query(
            filters={Facet.MINISTRY: ("mspas",)}, facets=(Facet.MINISTRY, Facet.INSTITUTION)
        )

        page = filled.search(query)

        assert page.total == 2
        assert counts(page, Facet.MINISTRY) == {"minex": 3, "mspas": 2}
        assert counts(page, Facet.INSTITUTION) == {"mspas": 1}

    def test_search_counts_over_all_matches_when_the_page_is_short(
        self, filled: SearchIndex
    ) -> None:
        page = filled.search(Query(text="pasaporte", page_size=1, facets=tuple(Facet)))

        assert (page.total, len(page.hits)) == (3, 1)
        assert counts(page, Facet.ONLINE) == {"no": 2, "si": 1}
        assert page.facets[Facet.SECRETARIAT] == ()

    def test_search_ignores_a_filter_without_values(self, filled: SearchIndex) -> None:
        assert filled.search(Query(filters={Facet.TOPIC: ()})).total == 7

    def test_search_finds_nothing_when_a_filter_names_nothing(self, filled: SearchIndex) -> None:
        assert filled.search(Query(filters={Facet.TOPIC: ("no-existe",)})).total == 0

    def test_search_shows_every_service_once_over_all_pages(self, filled: SearchIndex) -> None:
        pages = [filled.search(Query(page=n, page_size=3)) for n in (1, 2, 3, 4)]

        shown = [slug for page in pages for slug in slugs(page)]
        assert sorted(shown) == ["1", "2", "3", "4", "5", "6", "7"]
        assert [page.total for page in pages] == [7, 7, 7, 7]

    def test_search_clamps_page_and_size(self, filled: SearchIndex) -> None:
        assert len(filled.search(Query(page=-5, page_size=0)).hits) == 1
        assert filled.search(Query(page=10**9, page_size=10**9)).hits == ()
        many = [service(n) for n in range(100, 160)]
        filled.apply(upserts=documents(*many), deletes=[], applied=8)
        assert len(filled.search(Query(page_size=10**9)).hits) == MAX_PAGE_SIZE

    def test_search_sorts_by_name_or_by_date_when_asked(self, empty: SearchIndex) -> None:
        empty.rebuild(
            documents(
                service(1, "Zanahoria", updated_at=NOON),
                service(2, "Ñame", updated_at=NOON + timedelta(days=1)),
                service(3, "nuez", updated_at=NOON + timedelta(days=2)),
                service(4, "Ébano", updated_at=NOON + timedelta(days=2)),
            ),
            applied=1,
        )

        assert slugs(empty.search(Query(order=Order.NAME))) == ["4", "3", "2", "1"]
        assert slugs(empty.search(Query(order=Order.RECENT))) == ["4", "3", "2", "1"]

    def test_search_gives_equals_the_same_order_whatever_order_they_came_in(
        self, empty: SearchIndex
    ) -> None:
        same = documents(*(service(n, "Boleto de ornato") for n in range(1, 8)))
        empty.rebuild(reversed(same), applied=1)

        assert slugs(empty.search(Query(text="ornato"))) == ["1", "2", "3", "4", "5", "6", "7"]

    def test_apply_replaces_and_removes(self, filled: SearchIndex) -> None:
        changed = service(4, "Permiso de moto")

        filled.apply(upserts=documents(changed), deletes=[1, 999], applied=9)

        assert filled.search(Query(text="licencia")).total == 0
        assert slugs(filled.search(Query(text="moto"))) == ["4"]
        assert slugs(filled.search(Query(text="adultos"))) == []
        assert (filled.status().documents, filled.status().applied) == (6, 9)

    def test_apply_forgets_words_that_no_document_holds_any_more(self, filled: SearchIndex) -> None:
        filled.apply(upserts=documents(service(30, "Lisensia")), deletes=[], applied=8)
        filled.apply(upserts=[], deletes=[30], applied=9)

        assert filled.search(Query(text="lisensia")).corrections == ("licencia",)

    def test_apply_keeps_synonyms_unless_given_new_ones(self, filled: SearchIndex) -> None:
        filled.apply(upserts=[], deletes=[], applied=8)
        kept = filled.search(Query(text="manutencion del niño")).total
        filled.apply(upserts=[], deletes=[], applied=9, knowledge=knowing(("plata", "pensión")))

        assert kept == 1
        assert filled.search(Query(text="manutencion del niño")).total == 0
        assert slugs(filled.search(Query(text="plata"))) == ["5"]

    def test_apply_takes_the_last_when_a_document_comes_twice(self, filled: SearchIndex) -> None:
        twice = documents(service(1, "Viejo"), service(1, "Nuevo"))

        filled.apply(upserts=twice, deletes=[], applied=8)

        assert (filled.search(Query(text="viejo")).total, filled.status().documents) == (0, 7)
        assert slugs(filled.search(Query(text="nuevo"))) == ["1"]

    def test_rebuild_replaces_everything_under_a_new_name(self, filled: SearchIndex) -> None:
        before = filled.status().generation

        generation = filled.rebuild(documents(service(50, "Único")), applied=12)

        assert generation != before
        assert filled.search(Query()).generation == generation
        assert (filled.status().documents, filled.status().applied) == (1, 12)

    def test_rebuild_keeps_the_old_when_the_source_fails_halfway(self, filled: SearchIndex) -> None:
        def broken() -> Iterator[Document]:
            yield from documents(service(60))
            raise RuntimeError("se cortó")

        with pytest.raises(RuntimeError):
            filled.rebuild(broken(), applied=99)

        assert (filled.search(Query()).total, filled.status().applied) == (7, 7)

    def test_explanation_is_given_only_when_asked(self, filled: SearchIndex) -> None:
        asked = filled.search(Query(text="pasaporte perdido", explain=True))

        assert len(asked.explanation) == 2 + 3
        assert filled.search(Query(text="pasaporte")).explanation == ()
        assert len(filled.search(Query(explain=True)).explanation) == 1

    @settings(
        max_examples=150,
        deadline=None,
        # One suite for several engines is the very point; a search changes nothing.
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.differing_executors,
        ],
    )
    @given(text=st.text(max_size=300) | st.text(alphabet="aeñlpsó' .*?~^\":()[]", max_size=80))
    def test_search_never_raises_for_any_text(self, filled: SearchIndex, text: str) -> None:
        page = filled.search(Query(text=text, facets=tuple(Facet), explain=True))

        assert 0 <= page.total <= 7
        for hit in page.hits:
            for name, spans in hit.marks.items():
                assert all(hit.fields[name][start:end] for start, end in spans)
