"""A sample portal answers each address as the old hosts did: the rules for names and errors."""

import io
import re
import zipfile

import pytest

from crawler.sample_answers import SampleSite, load_site
from crawler.sample_portals import SAMPLES_FOLDER

ROOT = "http://127.0.0.1:1/"
SESSION = re.compile(r"/\(S\([0-9a-f]{24}\)\)")


def site_of(folder: str) -> SampleSite:
    return load_site(SAMPLES_FOLDER / folder)


def test_word_form_is_a_package_with_its_text_when_asked() -> None:
    site = site_of("caminos")

    answer = site.answer("/wp-content/uploads/2025/03/formulario-DV-01.docx", ROOT)

    with zipfile.ZipFile(io.BytesIO(answer.body)) as package:
        assert "derecho de vía" in package.read("word/document.xml").decode("utf-8")
    assert (
        answer.body
        == site_of("caminos").answer("/wp-content/uploads/2025/03/formulario-DV-01.docx", ROOT).body
    )


def test_old_portal_is_cp1252_and_does_not_say_so() -> None:
    body = site_of("bibliotecas").answer("/Servicio.aspx?id=3", ROOT).body

    assert b"charset" not in body.lower()
    assert "Depósito legal" in body.decode("cp1252")
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")


@pytest.mark.parametrize("folder", ["caminos", "sanejemplo"])
def test_other_portals_declare_utf8_in_the_page(folder: str) -> None:
    body = site_of(folder).answer("/", ROOT).body

    assert b'<meta charset="utf-8">' in body.lower()
    assert "ñ" in body.decode("utf-8") or "í" in body.decode("utf-8")


def test_missing_page_is_200_when_the_portal_hides_it() -> None:
    answer = site_of("bibliotecas").answer("/no-existe.aspx", ROOT)

    assert answer.status == 200
    assert "Página no encontrada" in answer.body.decode("cp1252")


@pytest.mark.parametrize(
    ("folder", "target", "location"),
    [
        ("caminos", "/servicios/", "/tramites/"),
        ("caminos", "/tramites", "/tramites/"),
        ("bibliotecas", "/", "/Default.aspx"),
        ("sanejemplo", "/pagos/", "https://pagos.sanejemplo.example/"),
    ],
)
def test_old_address_is_moved_for_good(folder: str, target: str, location: str) -> None:
    answer = site_of(folder).answer(target, ROOT)

    assert (answer.status, answer.location) == (301, location)


def test_aspx_address_answers_in_any_case_of_letters() -> None:
    site = site_of("bibliotecas")

    answer = site.answer("/SERVICIO.ASPX?ID=2", ROOT)

    assert "<h1>Préstamo de libros a domicilio</h1>" in answer.body.decode("cp1252")


def test_session_in_the_path_changes_with_each_address_and_nothing_else() -> None:
    site = site_of("bibliotecas")

    first = site.answer("/(S(0123456789abcdef01234567))/Servicios.aspx", ROOT)
    second = site.answer("/Servicios.aspx", ROOT)

    assert first.body != second.body
    assert SESSION.sub("", first.body.decode("cp1252")) == SESSION.sub(
        "", second.body.decode("cp1252")
    )


@pytest.mark.parametrize(
    ("asked", "before", "after"),
    [
        ("", "2026-11", "2027-01"),
        ("?mes=2027-01", "2026-12", "2027-02"),
        ("?mes=2031-12", "2031-11", "2032-01"),
        ("?mes=2031-13", "2026-11", "2027-01"),
        ("?mes=0001-01", "2026-11", "2027-01"),
        ("?mes=9999-12", "2026-11", "2027-01"),
    ],
)
def test_calendar_has_always_one_more_month(asked: str, before: str, after: str) -> None:
    body = site_of("caminos").answer(f"/agenda/{asked}", ROOT).body

    assert f'href="/agenda/?mes={before}"' in body.decode()
    assert f'href="/agenda/?mes={after}"' in body.decode()


@pytest.mark.parametrize(
    "target",
    ["/../expected.csv", "/%2e%2e/expected.csv", "/redirects.csv", "/404.html", "//etc/passwd"],
)
def test_nothing_but_the_portal_is_served(target: str) -> None:
    assert site_of("caminos").answer(target, ROOT).status == 404
