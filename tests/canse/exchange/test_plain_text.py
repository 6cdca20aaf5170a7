"""HTML of cells becomes words: none lost, none added, nothing that runs."""

import pytest

from canse.exchange.plain_text import is_placeholder, plain_text


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("<p>Uno  dos</p>\n\n<p>Tres</p>", "Uno dos\nTres"),
        ("<p>Uno<br />\ndos</p>", "Uno\ndos"),
        ("<ol>\n\t<li>Uno</li>\n\t<li>Dos <strong>más</strong></li>\n</ol>", "Uno\nDos más"),
        ("<p>Una\xa0frase &amp; otra</p>", "Una frase & otra"),
        ("Tom &amp; Jerry\r\notra línea", "Tom & Jerry\notra línea"),
        ("menos de <5 kg y >2", "menos de <5 kg y >2"),
        ("<p>Hola<script>alert(1)</script><!-- nota --></p>", "Hola"),
        ("<tr><td>Plazo</td><td>3 días</td></tr>", "Plazo 3 días"),
        ("palabra\x0b\u200b rota\x00", "palabra rota"),
        ("Cafe\u0301", "Café"),
        ("https://ejemplo.example/a?b=1", "https://ejemplo.example/a?b=1"),
    ],
)
def test_cell_becomes_words(cell: str, words: str) -> None:
    assert plain_text(cell) == words


def test_address_of_a_link_is_kept_beside_its_words() -> None:
    cell = '<p>Baje el <a href="https://ejemplo.example/f.pdf">formulario</a> aquí</p>'

    assert plain_text(cell) == "Baje el formulario (https://ejemplo.example/f.pdf) aquí"


def test_address_that_runs_a_script_is_not_kept() -> None:
    assert plain_text('<a href="javascript:alert(1)">formulario</a>') == "formulario"


def test_words_deep_inside_are_not_lost() -> None:
    cell = "<b>" * 2_000 + "fondo" + "</b>" * 2_000

    assert plain_text(cell) == "fondo"


@pytest.mark.parametrize("text", ["", "  ", "-----", ".", "....", "Pendiente", "N/A", "no aplica."])
def test_text_that_says_nothing_is_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["0", "DPI", "Pendiente respuesta", "No aplica a menores"])
def test_text_that_says_something_is_none(text: str) -> None:
    assert not is_placeholder(text)
