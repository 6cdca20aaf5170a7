"""Judged searches: files that can be read, figures worked out by hand, what the command says."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canse.domain.errors import BadInput
from indices.commands import index as index_command
from indices.evaluation import Answer, Evaluation, evaluate
from indices.judged_queries import JudgedQuery, read_judged_queries
from indices.memory_engine import MemoryIndex
from indices.rebuild import rebuild
from indices.resilient import ResilientIndex
from indices.whoosh_engine import WhooshIndex
from tests.indices.shelf import Shelf, service
from tests.indices.test_commands import House

GRADES = {"a": 3, "b": 2, "c": 1}
FILE = """consulta,relevancia,tipo
pasaporte,servicio-1:3;servicio-2:1,palabra
perdido,servicio-1:3;servicio-2:1,frase
licencia,servicio-9:3,frase
zzz,servicio-3:3,frase
zzzz,,sin_respuesta
licencias,,sin_respuesta
"""


def answer(
    *found: str, grades: dict[str, int] = GRADES, kind: str = "frase", is_confident: bool = True
) -> Answer:
    judged = JudgedQuery(text="x", grades=grades, kind=kind)
    return Answer(judged=judged, found=found, is_confident=is_confident)


def written(folder: Path, content: str) -> Path:
    path = folder / "consultas.csv"
    path.write_text(content, "utf-8")
    return path


@pytest.fixture
def shelf() -> Shelf:
    made = Shelf()
    made.put(service(1, "Pasaporte"), service(2, "Pasaporte perdido"), service(3, "Licencia"))
    return made


@pytest.fixture
def house(shelf: Shelf) -> House:
    index = MemoryIndex()
    rebuild(index, shelf)
    return House(index, shelf)


def run(house: House, *words: str) -> Result:
    return CliRunner().invoke(index_command, ["evaluate", *words], obj=house)


# Gains are 2^grade - 1: 7, 3, 1. The first place counts whole, the second 1 / log2(3) = 0.63093,
# the third 1/2, the fourth 1 / log2(5) = 0.43068. Ideal of a, b, c: 7 + 3 * 0.63093 + 1/2 = 9.39279
@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (("a", "b", "c"), 1.0),
        (("a", "b", "c", "x"), 1.0),
        (("b", "a"), (3 + 7 * 0.63093) / 9.39279),
        (("x", "y", "c", "a"), (0.5 + 7 * 0.43068) / 9.39279),
        (("x",), 0.0),
        ((), 0.0),
    ],
)
def test_ndcg_counts_what_is_higher_up_more(found: tuple[str, ...], expected: float) -> None:
    assert answer(*found).ndcg == pytest.approx(expected, abs=1e-5)


def test_ideal_holds_no_more_than_one_page() -> None:
    slugs = [f"s{number}" for number in range(12)]

    assert answer(*slugs[:10], grades=dict.fromkeys(slugs, 2)).ndcg == 1.0


@pytest.mark.parametrize(
    ("found", "place"), [(("a",), 1), (("b", "a"), 2), (("b", "c", "x"), None), ((), None)]
)
def test_place_is_of_the_best_answer_only(found: tuple[str, ...], place: int | None) -> None:
    assert answer(*found).place == place


def test_any_of_several_best_answers_will_do() -> None:
    assert answer("d", "a", grades={"a": 2, "d": 2}).place == 1


def test_figures_are_means_over_searches_with_an_answer() -> None:
    done = Evaluation(
        answers=(
            answer("a", "b", "c"),
            answer("b", "a", kind="typo"),
            answer("w", "x", "y", "a", grades={"a": 1}),
            answer(),
            answer("a", grades={}),
        )
    )

    second, fourth = (3 + 7 * 0.63093) / 9.39279, 0.43068
    assert done.ndcg == pytest.approx((1 + second + fourth + 0) / 4, abs=1e-5)
    assert done.mrr == (1 + 1 / 2 + 1 / 4 + 0) / 4
    assert (done.success(1), done.success(3)) == (1 / 4, 2 / 4)
    assert done.nothing_found == 1
    assert done.misses == done.answers[1:4]
    assert {kind: count for kind, (_, count) in done.ndcg_by_kind.items()} == {
        "frase": 3,
        "typo": 1,
    }
    assert done.ndcg_by_kind["frase"][0] == pytest.approx((1 + fourth + 0) / 3, abs=1e-5)
    assert done.ndcg_by_kind["typo"][0] == pytest.approx(second, abs=1e-5)


def test_only_a_confident_page_answers_what_has_no_answer() -> None:
    done = Evaluation(
        answers=(
            answer("a", grades={}),
            answer("a", grades={}, is_confident=False),
            answer(grades={}, is_confident=False),
            answer("a", is_confident=False),
        )
    )

    assert done.answered_without_answer == 1
    assert done.unconfident_with_results == 2


def test_index_is_asked_for_the_first_page(shelf: Shelf) -> None:
    shelf.put(*(service(number, "Licencia") for number in range(4, 20)))
    index = MemoryIndex()
    rebuild(index, shelf)
    judged = JudgedQuery(text="licencia", grades={"servicio-3": 3}, kind="palabra")

    done = evaluate(index, [judged])

    assert done.answers[0].judged == judged
    assert len(done.answers[0].found) == 10


def test_file_is_read_as_people_write_it(tmp_path: Path) -> None:
    content = (
        "\ufefftipo,consulta,relevancia\r\n typo ,lisencia, a:3 ; b-c : 1;d:0;\r\nfrase,x,\r\n"
    )

    assert read_judged_queries(written(tmp_path, content)) == (
        JudgedQuery(text="lisencia", grades={"a": 3, "b-c": 1}, kind="typo"),
        JudgedQuery(text="x", grades={}, kind="frase"),
    )


HEADER = "consulta,relevancia,tipo\n"
BAD_FILES = {
    "": "Al archivo consultas.csv le falta la columna «consulta».",
    "consulta,tipo\nx,frase\n": "Al archivo consultas.csv le falta la columna «relevancia».",
    HEADER: "El archivo consultas.csv no tiene ninguna consulta con respuesta.",
    HEADER + "x,,frase\n": "El archivo consultas.csv no tiene ninguna consulta con respuesta.",
    HEADER + "x,a:0,frase\n": "El archivo consultas.csv no tiene ninguna consulta con respuesta.",
    HEADER + "x,a:3,frase\n ,a:3,frase\n": "Línea 3: no tiene consulta.",
    HEADER + 'x,"a:3,frase\n': "El archivo consultas.csv está roto en la línea 2.",
}


@pytest.mark.parametrize(("content", "message"), BAD_FILES.items())
def test_bad_file_is_refused_in_one_sentence(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_judged_queries(written(tmp_path, content))

    assert str(refused.value) == message


@pytest.mark.parametrize("grade", ["a", "a:", "a:4", "a:-1", "a:x", "a:3.0", ":3", "a:²"])
def test_bad_grade_is_refused_with_its_line(tmp_path: Path, grade: str) -> None:
    path = written(tmp_path, f"{HEADER}x,b:3,frase\ny,b:2;{grade},frase\n")

    with pytest.raises(BadInput) as refused:
        read_judged_queries(path)

    assert str(refused.value).startswith(f"Línea 3: «{grade}» no es un servicio con su nota")


def test_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "consultas.csv"
    path.write_bytes(f"{HEADER}señal,a:3,frase\n".encode("latin-1"))

    with pytest.raises(BadInput, match="no está en UTF-8"):
        read_judged_queries(path)


def test_command_says_figures_counts_and_kinds(house: House, tmp_path: Path) -> None:
    result = run(house, str(written(tmp_path, FILE)))

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "ndcg@10 0.283",
        "mrr@10 0.250",
        "success@1 0.250",
        "success@3 0.250",
        "Sin ningún resultado: 1 de 4 consultas con respuesta.",
        "Con resultados que no vienen al caso: 1 de 2 sin respuesta.",
        "Con resultados y el aviso de que nada encaja bien: 0 de 6.",
        "ndcg@10[frase] 0.044 (3)",
        "ndcg@10[palabra] 1.000 (1)",
    ]


def test_command_lists_misses_when_asked(house: House, tmp_path: Path) -> None:
    result = run(house, str(written(tmp_path, FILE)), "--misses")

    assert result.stdout.splitlines()[:3] == [
        "«perdido» espera servicio-1:3, servicio-2:1; salió servicio-2.",
        "«licencia» espera servicio-9:3; salió servicio-3.",
        "«zzz» espera servicio-3:3; salió nada.",
    ]


def test_command_as_data(house: House, tmp_path: Path) -> None:
    result = run(house, str(written(tmp_path, FILE)), "--json", "--misses")

    values = json.loads(result.stdout)
    assert values.pop("misses")[0] == {
        "query": "perdido",
        "kind": "frase",
        "wanted": {"servicio-1": 3, "servicio-2": 1},
        "found": ["servicio-2"],
    }
    assert values == {
        "queries": 4,
        "ndcg@10": 0.283,
        "mrr@10": 0.25,
        "success@1": 0.25,
        "success@3": 0.25,
        "nothing_found": 1,
        "queries_without_answer": 2,
        "answered_without_answer": 1,
        "unconfident_with_results": 0,
        "kinds": {
            "frase": {"ndcg@10": 0.044, "queries": 3},
            "palabra": {"ndcg@10": 1.0, "queries": 1},
        },
        "degraded": False,
    }


def test_command_ends_in_three_when_the_catalogue_stands_in(shelf: Shelf, tmp_path: Path) -> None:
    index = ResilientIndex(WhooshIndex(tmp_path / "index"), shelf)

    result = run(House(index, shelf), str(written(tmp_path, FILE)))

    assert index.wait_until_mended(30.0)
    assert result.exit_code == 3
    assert result.stderr == "El índice no sirve ahora: se buscó en el catálogo.\n"


@pytest.mark.parametrize("words", [[], ["a.csv", "b.csv"]])
def test_command_used_wrongly_ends_in_two(house: House, words: list[str]) -> None:
    assert run(house, *words).exit_code == 2
