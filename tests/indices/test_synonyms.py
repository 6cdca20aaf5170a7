"""Expressions are found in what people type, in any inflection, and never by accident."""

import pytest

from canse.domain.search_knowledge import Synonym
from indices.synonyms import MAX_EXPRESSION_WORDS, Synonyms

SYNONYMS = Synonyms(
    Synonym(expression=expression, term=term)
    for expression, term in [
        ("cédula", "DPI"),
        ("perdí la cédula", "reposición de DPI"),
        ("sin partida", "inscripción extemporánea"),
        ("chamba", "empleo"),
        ("chamba", "trabajo"),
        ("chamba", "trabajo"),
        ("", "nada"),
        ("algo", ""),
        (" ".join(["larga"] * (MAX_EXPRESSION_WORDS + 1)), "nada"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cedulas", [(0, 1, ("dpi",))]),
        ("ayer perdi mi cedula aqui", [(1, 4, ("reposicion", "dpi"))]),
        ("perdi ayer la cedula", [(0, 4, ("reposicion", "dpi"))]),
        ("perdi barato la cedula", [(3, 4, ("dpi",))]),
        ("sin partida", [(0, 2, ("inscripcion", "extemporanea"))]),
        ("partida", []),
        ("partida sin", []),
        ("algo", []),
        ("", []),
    ],
)
def test_match_finds_the_longest_expression(
    text: str, found: list[tuple[int, int, tuple[str, ...]]]
) -> None:
    matches = SYNONYMS.match(text.split())

    assert [(match.start, match.end, match.targets[0]) for match in matches] == found


def test_match_gives_every_term_once() -> None:
    (match,) = SYNONYMS.match(["chamba"])

    assert match.targets == (("empleo",), ("trabajo",))


def test_words_of_expressions_are_known() -> None:
    assert {"cedula", "perdi", "chamba", "partida"} <= SYNONYMS.words
    assert "la" not in SYNONYMS.words
