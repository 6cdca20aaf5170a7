"""The page client finds what a careful reviewer would, and nothing in a sound page."""

import pytest
from flask import Flask, Response

from tests.page_client import PageClient

SOUND = (
    '<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Hola · Sitio</title></head>'
    '<body><a href="#contenido">Ir</a><main id="contenido"><h1>Hola</h1>'
    '<form><label for="q">Qué</label><input id="q" name="q"></form></main></body></html>'
)
FAULTS = {
    "no language": ('lang="es"', ""),
    "main": ('<main id="contenido">', "<main>"),
    "h1": ("<h1>Hola</h1>", "<h1>Hola</h1><h1>Hola</h1>"),
    "title": ("<h1>Hola</h1>", "<h1>Otra</h1>"),
    "skip": ('<a href="#contenido">Ir</a>', '<a href="/">Inicio</a>'),
    "parse": ("</form>", "</span></form>"),
    "label": ('for="q"', 'for="x"'),
    "repeated": ("<h1>", '<h1 id="q">'),
    "inline style": ("<h1>", '<h1 style="color:red">'),
    "inline handler": ("<h1>", '<h1 onclick="x()">'),
    "inline script": ("</main>", "<script>1</script></main>"),
    "inline sheet": ("</head>", "<style>a{}</style></head>"),
    "dangling": ("</main>", '<a href="#nada">x</a></main>'),
    "span in attribute": ("<h1>", "<h1 title='<span lang=es>x</span>'>"),
    "span in title": ("<title>Hola", "<title>Hola <span lang=es>x</span>"),
    "picture": ("</main>", '<img src="/x.png"></main>'),
}


def site(html: str) -> Flask:
    """A site of one page."""
    app = Flask(__name__)
    app.add_url_rule("/", "page", view_func=lambda: Response(html, mimetype="text/html"))
    return app


def test_sound_page_is_handed_over() -> None:
    page = PageClient(site(SOUND)).get("/")

    assert page.status == 200
    assert page.text == "Hola Qué"
    assert page.links() == ["#contenido"]


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found(name: str) -> None:
    before, after = FAULTS[name]
    assert before in SOUND

    with pytest.raises(AssertionError):
        PageClient(site(SOUND.replace(before, after))).get("/")


def test_data_block_is_no_script() -> None:
    data = '<script type="application/ld+json">{}</script></main>'

    assert PageClient(site(SOUND.replace("</main>", data))).get("/").status == 200


def test_wrong_status_or_cookie_is_found() -> None:
    app = site(SOUND)

    @app.after_request
    def remember(response: Response) -> Response:
        response.set_cookie("x", "1")
        return response

    with pytest.raises(AssertionError, match="cookie"):
        PageClient(app).get("/")
    with pytest.raises(AssertionError):
        PageClient(app).get("/nada")
