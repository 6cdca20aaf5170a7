"""Every trap has an end, and what only looks like one has none."""

import pytest

from crawler.traps import (
    DATES_A_SHAPE,
    FILTERS_A_PATH,
    PAGES_A_LIST,
    PARAMETERS,
    QUERIES_A_PATH,
    Skip,
    Traps,
)

HOST = "http://muni.example"


def objections(*paths: str) -> list[Skip | None]:
    traps = Traps()
    return [traps.objection(HOST + path) for path in paths]


@pytest.mark.parametrize(
    ("shape", "free", "reason"),
    [
        ("/agenda/{year}/{month}/", DATES_A_SHAPE, Skip.CALENDAR),
        ("/eventos?mes={month}&anio={year}", DATES_A_SHAPE, Skip.CALENDAR),
        ("/actividades?date={year}-{month}-20&t=list", DATES_A_SHAPE, Skip.CALENDAR),
        ("/calendario/semana/{n}", DATES_A_SHAPE, Skip.CALENDAR),
        ("/agenda.php?dia={n}", DATES_A_SHAPE, Skip.CALENDAR),
        ("/lista?page={n}", PAGES_A_LIST, Skip.ENDLESS_LIST),
        ("/lista/page/{n}/", PAGES_A_LIST, Skip.ENDLESS_LIST),
        ("/lista?q=a&limitstart={n}0", PAGES_A_LIST, Skip.ENDLESS_LIST),
        ("/busca?f%5B0%5D=tema:{n}", FILTERS_A_PATH, Skip.FILTERS),
        ("/busca?f[0]=tema:{n}", FILTERS_A_PATH, Skip.FILTERS),
        ("/busca?orderby=campo{n}", FILTERS_A_PATH, Skip.FILTERS),
        ("/busca?filtro_tema={n}", FILTERS_A_PATH, Skip.FILTERS),
        ("/ver?id={n}", QUERIES_A_PATH, Skip.TOO_MANY_QUERIES),
    ],
)
def test_shape_is_cut_after_so_many(shape: str, free: int, reason: Skip) -> None:
    paths = (
        shape.format(n=n, year=1990 + n // 12, month=f"{n % 12 + 1:02}") for n in range(free + 9)
    )

    assert objections(*paths) == [None] * free + [reason] * 9


@pytest.mark.parametrize(
    "shape",
    [
        "/noticias/2024/05/{n:02}/nota-{letters}",
        "/servicio/{n}/",
        "/tramites/{n}",
        "/eventos-de-vida/{n}",
        "/licencias/formato-{n}",
        "/pagina-{letters}",
        "/informes/2024-{n:03}-a",
    ],
)
def test_many_pages_of_one_shape_are_no_trap(shape: str) -> None:
    letters = [f"{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
    paths = [shape.format(n=n, letters=letters[n]) for n in range(200)]

    assert set(objections(*paths)) == {None}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/" + "/".join(f"d{n}" for n in range(16)), Skip.LONG_PATH),
        ("/a/b/a/b/a/b", Skip.REPEATED_PATH),
        ("/tramites/licencia/print", Skip.PRINTED),
        ("/tramites/imprimir/", Skip.PRINTED),
        ("/x?" + "&".join(f"p{n}=1" for n in range(PARAMETERS + 1)), Skip.TOO_MANY_QUERIES),
        ("/x?q=1&q=2&q=3&q=4", Skip.TOO_MANY_QUERIES),
        ("/imprimir-constancia", None),
        ("/imprimir", None),
        ("/a/b/a/b", None),
        ("/blueprint", None),
    ],
)
def test_one_address_is_enough_to_tell(path: str, reason: Skip | None) -> None:
    assert objections(path) == [reason]


def test_filters_of_one_list_leave_those_of_another() -> None:
    many = [f"/a?sort={n}" for n in range(50)]

    assert objections(*many, "/b?sort=x")[-1] is None
