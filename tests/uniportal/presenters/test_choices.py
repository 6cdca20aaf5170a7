"""The address of a search is read by an allow-list and written back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indices.port import MAX_PAGE, MAX_TEXT_LENGTH, Facet, Order
from uniportal.presenters.choices import FILTERS, MOST_VALUES, Choices, read_choices

NAMES = ("q", "orden", "pagina", "exacto", "otro", *(facet.value for facet in FILTERS))


def read(**arguments: str | list[str]) -> Choices:
    return read_choices({k: [v] if isinstance(v, str) else v for k, v in arguments.items()})


def test_all_ways_are_read_together() -> None:
    choices = read(
        q="  perdí   mi DPI ",
        tema="robo",
        institucion=["renap", "mp"],
        categoria="identidad",
        ministerio="mingob",
        secretaria="sosep",
        etapa="3",
        en_linea="si",
        gratis="no",
        evento="documentos",
        publico=["persona", "extranjero"],
        departamento="01",
        municipio="0108",
        orden="nombre",
        pagina="2",
        exacto="1",
    )

    assert choices == Choices(
        text="perdí mi DPI",
        filters={
            Facet.TOPIC: ("robo",),
            Facet.INSTITUTION: ("renap", "mp"),
            Facet.CATEGORY: ("identidad",),
            Facet.MINISTRY: ("mingob",),
            Facet.SECRETARIAT: ("sosep",),
            Facet.STAGE: ("3",),
            Facet.ONLINE: ("si",),
            Facet.FREE: ("no",),
            Facet.LIFE_EVENT: ("documentos",),
            Facet.AUDIENCE: ("persona", "extranjero"),
            Facet.DEPARTMENT: ("01",),
            Facet.MUNICIPALITY: ("0108",),
        },
        order=Order.NAME,
        page=2,
        is_exact=True,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("institucion", "RENAP' OR 1=1"),
        ("institucion", "../etc"),
        ("institucion", "a" * 101),
        ("institucion", ""),
        ("etapa", "5"),
        ("etapa", "³"),
        ("en_linea", "quizas"),
        ("gratis", "1"),
        ("publico", "perro"),
        ("departamento", "1"),
        ("departamento", "٠١"),
        ("municipio", "01"),
        ("exacto", "si"),
        ("orden", "precio"),
        ("otro", "x"),
    ],
)
def test_what_is_not_allowed_is_dropped(name: str, value: str) -> None:
    assert read(**{name: value}) == Choices()


@pytest.mark.parametrize(
    ("text", "page"),
    [("", 1), ("0", 1), ("-3", 1), ("x", 1), ("²", 1), ("7", 7), ("9" * 40, MAX_PAGE)],
)
def test_page_is_a_number_within_bounds(text: str, page: int) -> None:
    assert read(pagina=text).page == page


def test_text_loses_what_cannot_be_seen_and_what_is_too_long() -> None:
    assert read(q="dp\x00i\u202e\nya").text == "dp i ya"
    assert len(read(q="a" * 500).text) == MAX_TEXT_LENGTH


def test_values_are_counted_once_and_up_to_a_limit() -> None:
    values = ["RENAP", "renap", *(f"i{number}" for number in range(20))]

    chosen = read(institucion=values).filters[Facet.INSTITUTION]

    assert chosen[:2] == ("renap", "i0")
    assert len(chosen) == MOST_VALUES


def test_query_asks_the_index_for_the_same() -> None:
    query = read(q="dpi", categoria="identidad", pagina="3").query(page_size=5, facets=())

    assert (query.text, query.page, query.page_size, query.facets) == ("dpi", 3, 5, ())
    assert query.filters == {Facet.CATEGORY: ("identidad",)}


def test_toggling_puts_a_value_in_and_takes_it_out_from_the_first_page() -> None:
    start = read(q="dpi", institucion="mp", pagina="4")

    narrowed = start.toggled(Facet.INSTITUTION, "renap")

    assert narrowed.parameters() == {"q": "dpi", "institucion": ["mp", "renap"]}
    assert narrowed.has(Facet.INSTITUTION, "renap")
    assert narrowed.toggled(Facet.INSTITUTION, "renap") == start.on_page(1)
    assert start.toggled(Facet.INSTITUTION, "mp").filters == {}


def test_parameters_leave_out_what_is_usual() -> None:
    assert Choices().parameters() == {}
    assert Choices(order=Order.RECENT, page=2).parameters() == {"orden": "reciente", "pagina": "2"}


def test_exact_is_kept_by_filters_and_pages_and_not_by_other_words() -> None:
    choices = read(q="lisencia", exacto="1")

    assert choices.query().is_exact
    assert choices.on_page(2).parameters()["exacto"] == "1"
    assert choices.toggled(Facet.FREE, "si").parameters()["exacto"] == "1"
    assert choices.asking("licencia").parameters() == {"q": "licencia"}
    assert choices.asking("lisencia").exactly() == choices


def test_without_takes_a_whole_facet_off() -> None:
    choices = read(q="dpi", institucion=["mp", "renap"], gratis="si", pagina="2")

    assert choices.without(Facet.INSTITUTION).parameters() == {"q": "dpi", "gratis": ["si"]}


def test_other_words_keep_the_filters() -> None:
    choices = read(q="dpy", gratis="si", pagina="2")

    assert choices.asking("dpi").parameters() == {"q": "dpi", "gratis": ["si"]}
    assert choices.kept() == (("gratis", "si"),)
    assert choices.without_filters().parameters() == {"q": "dpy"}
    assert choices.ordered(Order.NAME).page == 1


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(max_size=30), max_size=4)))
def test_reading_never_fails_and_is_stable(arguments: dict[str, list[str]]) -> None:
    choices = read_choices(arguments)

    written = {
        name: [value] if isinstance(value, str) else value
        for name, value in choices.parameters().items()
    }

    assert read_choices(written) == choices
