"""Words are read as they were meant, whatever a portal says of its charset."""

from pathlib import Path

import pytest

from tests.crawler.hostile.looking import Seen, linked, look
from tests.crawler.hostile.raw_server import Answer, answer, html
from tests.crawler.hostile.rows import row

WORDS = "Trámite del niño: señal, año, ¿cuánto cuesta?"
META_1252 = '<meta charset="windows-1252">'
LENIENT = '<meta httpequiv="ContentType" content="text/html; charset=iso-8859-15">'
CSV = "Año;Señal;Monto\n2024;Trámite;10\n2025;Peñón;20\n"


def spanish(charset: str, head: str = "", words: str = WORDS) -> bytes:
    return f"<html lang=es><title>Prueba</title>{head}<p>{words}</p>".encode(charset)


def sent(body: bytes, content_type: str) -> bytes:
    return answer(body, f"Content-Type: {content_type}")


PAGES: dict[str, Answer] = {
    "/conflicto": sent(spanish("cp1252", META_1252), "text/html; charset=utf-8"),
    "/de-acuerdo": sent(spanish("utf-8", META_1252), "text/html; charset=utf-8"),
    "/nada-dicho": html(spanish("cp1252")),
    "/polaco": html(spanish("cp1252", '<meta charset="iso-8859-2">')),
    "/polaco-de-veras": html(
        spanish("iso8859-2", '<meta charset="iso-8859-2">', "Urząd miasta: opłata, żądanie, ń")
    ),
    "/datos.csv": sent(CSV.encode("cp1252"), "text/csv"),
    "/dos-palabras": html("<p>El niño".encode()),
    "/una-letra": html(b"<p>Tr\xe1mite"),
    "/sin-guiones": html(spanish("iso8859-15", LENIENT, "Costo: 5 €, trámite")),
    "/raya": html(spanish("cp1252", '<meta charset="ISO-8859-1">', "Pago – “único”")),
    "/cabecera-rara": answer(
        spanish("utf-8"), 'Content-Type: text/html; filename="\xf4\xee\xf0\xec\xe0.html"'
    ),
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    folder: Path = tmp_path_factory.mktemp("charsets")
    return look(linked(PAGES.items()), folder)


@row(1)
def test_meta_is_believed_when_the_header_does_not_fit(seen: Seen) -> None:
    assert WORDS in seen.words("/conflicto")
    assert "charset_en_conflicto" in seen.page("/conflicto").problems
    assert noted(seen, "/conflicto") == "charset_en_conflicto"
    assert WORDS in seen.words("/de-acuerdo")


@row(2)
def test_spanish_without_a_charset_keeps_its_letters(seen: Seen) -> None:
    assert WORDS in seen.words("/nada-dicho")


@row(2)
def test_spanish_keeps_its_letters_when_a_cousin_is_declared(seen: Seen) -> None:
    assert WORDS in seen.words("/polaco")
    assert "charset_desmentido" in seen.page("/polaco").problems
    assert "Urząd miasta: opłata, żądanie, ń" in seen.words("/polaco-de-veras")


@row(4)
def test_data_file_in_cp1252_is_read_as_data(seen: Seen) -> None:
    document = seen.visits["/datos.csv"].document

    assert document is not None
    assert document.kind == "csv"
    assert document.is_parsed is True


@row(5)
def test_two_words_of_utf8_are_utf8(seen: Seen) -> None:
    assert seen.words("/dos-palabras") == "El niño"


@row(7)
def test_one_latin_letter_is_read_when_nothing_is_declared(seen: Seen) -> None:
    assert seen.words("/una-letra") == "Trámite"


@row(8)
def test_meta_is_understood_without_its_hyphens(seen: Seen) -> None:
    assert seen.words("/sin-guiones") == "Costo: 5 €, trámite"


@row(10)
def test_latin1_means_cp1252(seen: Seen) -> None:
    assert seen.words("/raya") == "Pago – “único”"


@row(11)
def test_page_is_read_when_a_header_holds_raw_bytes(seen: Seen) -> None:
    assert seen.outcome("/cabecera-rara") == "ok"
    assert WORDS in seen.words("/cabecera-rara")


def test_no_page_is_read_with_broken_letters(seen: Seen) -> None:
    assert not [path for path, visit in seen.visits.items() if "\ufffd" in repr(visit.page)]


def noted(seen: Seen, path: str) -> str:
    """What the report notes of a path."""
    return next(one.note for one in seen.report.pages if one.url == seen.site.url(path))
