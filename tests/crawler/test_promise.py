"""What an address promises, by its path and by the words that lead there."""

import pytest

from crawler.promise import Promise, promise_of

HOST = "http://muni.gob.gt"


@pytest.mark.parametrize(
    ("path", "words", "promise"),
    [
        ("/tramites", "", Promise.SERVICES),
        ("/servicios/agua", "", Promise.SERVICES),
        ("/p/17", "Requisitos para matrimonio", Promise.SERVICES),
        ("/es/sede-electronica", "", Promise.SERVICES),
        ("/p/18", "Pague aquí su IUSI", Promise.SERVICES),
        ("/apply-for-a-permit", "", Promise.SERVICES),
        ("/transparencia/numeral-1", "", Promise.INSTITUTION),
        ("/quienes-somos", "", Promise.INSTITUTION),
        ("/p/19", "Contacto", Promise.INSTITUTION),
        ("/historia", "Historia del municipio", Promise.PLAIN),
        ("/", "", Promise.PLAIN),
        ("/noticias/nuevo-tramite", "Nuevo trámite en línea", Promise.ARCHIVE),
        ("/tag/licencias/", "", Promise.ARCHIVE),
        ("/2024/05/", "", Promise.ARCHIVE),
        ("/tramites/page/9", "", Promise.SERVICES),
        ("/lista?pagina=2", "Siguiente", Promise.PLAIN),
        ("/galeria.php", "", Promise.ARCHIVE),
    ],
)
def test_promise(path: str, words: str, promise: Promise) -> None:
    assert promise_of(HOST + path, words) is promise


def test_endless_words_cost_little() -> None:
    assert promise_of(f"{HOST}/x", "a " * 1_000_000) is Promise.PLAIN
