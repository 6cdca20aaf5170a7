"""What looks like a date or a language is not always one; where it is unsure nothing is said."""

from datetime import date
from pathlib import Path

import pytest

from crawler.dates import dates_in, newest_date
from crawler.language_detection import detect_language
from tests.crawler.hostile.looking import Seen, linked, look
from tests.crawler.hostile.raw_server import Answer, html
from tests.crawler.hostile.rows import row

EXPIRY = '<script>var expira = "2099-12-31"; var inicio = "2001-01-01";</script>'
NUMBERS = (
    "<p>Tel. 2012-08-15. PBX: 2019-10-11.</p><p>Según el Decreto 2008-05-07 y el Acuerdo No."
    " 12-11-2015.</p><footer>© 2014</footer>"
)
PAGES: dict[str, Answer] = {
    "/caduca": html(f"{EXPIRY}<h1>Aviso</h1><p>Publicado el 3 de marzo de 2024.</p>"),
    "/numeros": html(f"<h1>Contacto</h1>{NUMBERS}"),
    "/sin-sentido": html("<h1>Nota</h1><p>2019 28 meh 31/31/2019 0000-00-00 99999-1-1</p>"),
    "/corta": html('<html lang="es"><h1>Licencia de obra</h1><p>Costo: a partir de Q 50</p>'),
    "/callada": html("<h1>Licencia de obra</h1><p>Costo: a partir de Q 50</p>"),
    "/menu": html("<ul><li>Home<li>Nieuws<li>Contact<li>Over ons<li>Zoeken<li>Sitemap</ul>"),
    "/menu-cirilico": html('<meta charset="utf-8"><ul><li>Начало<li>Новини<li>Контакти</ul>'),
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    folder: Path = tmp_path_factory.mktemp("dates")
    return look(linked(PAGES.items()), folder)


@row(76)
def test_expiry_in_a_script_does_not_date_the_page(seen: Seen) -> None:
    found = newest_date(seen.visits["/caduca"])

    assert found is not None
    assert found[0] == date(2024, 3, 3)


@row(77)
def test_telephones_decrees_and_a_lone_year_date_nothing(seen: Seen) -> None:
    assert newest_date(seen.visits["/numeros"]) is None


@row(79)
def test_words_like_a_date_raise_nothing(seen: Seen) -> None:
    assert seen.outcome("/sin-sentido") == "ok"
    assert dates_in(seen.words("/sin-sentido")) == ()
    assert newest_date(seen.visits["/sin-sentido"]) is None


@row(85)
def test_declared_language_is_believed_when_the_text_is_short(seen: Seen) -> None:
    page = seen.page("/corta")

    assert detect_language(seen.words("/corta"), page.language) == "es"
    assert detect_language(seen.words("/callada"), "") in ("", "es")


@row(86)
@pytest.mark.parametrize("path", ["/menu", "/menu-cirilico"])
def test_menu_alone_tells_no_language(seen: Seen, path: str) -> None:
    assert detect_language(seen.words(path), seen.page(path).language) == ""
