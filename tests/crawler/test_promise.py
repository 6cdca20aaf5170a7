"""What an address promises, by its path and by the words that lead there."""

import pytest

from crawler.promise import Promise, offers_services, promise_of
from tests.crawler.pages import page_of

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
        ("/servicios3.php", "", Promise.SERVICES),
        ("/serviciodeimagenes.html", "", Promise.SERVICES),
        ("/privacidadservicios.php", "", Promise.PLAIN),
        ("/citas/confirmacion", "", Promise.PLAIN),
    ],
)
def test_promise(path: str, words: str, promise: Promise) -> None:
    assert promise_of(HOST + path, words) is promise


def test_what_a_page_of_services_offers_promises_them() -> None:
    assert promise_of(f"{HOST}/p/20", "Boda", is_offered=True) is Promise.SERVICES
    assert promise_of(f"{HOST}/noticias/1", "Boda", is_offered=True) is Promise.ARCHIVE
    assert promise_of(f"{HOST}/p/21", "Contacto", is_offered=True) is Promise.INSTITUTION


@pytest.mark.parametrize(
    ("path", "title", "offers"),
    [
        ("tramites/", "Bienvenidos", True),
        ("p7", "Catálogo de trámites", True),
        ("servicios2.php", "Municipalidad", True),
        ("historia/", "Historia", False),
    ],
)
def test_page_that_lists_services_is_told(path: str, title: str, offers: bool) -> None:
    assert offers_services(page_of(f"<title>{title}</title><p>Hola", path)) is offers


def test_endless_words_cost_little() -> None:
    assert promise_of(f"{HOST}/x", "a " * 1_000_000) is Promise.PLAIN
