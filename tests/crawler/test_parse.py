"""A page of hostile HTML becomes plain values, and nothing a browser shows is lost."""

import pytest

from crawler.page import Region
from tests.crawler.pages import PORTAL, page_of


def test_links_are_kept_when_the_page_nests_deeper_than_any_browser_needs() -> None:
    deep = "<div>" * 400 + '<a href="/hondo">Hondo</a>' + "</div>" * 400

    page = page_of(deep + '<a href="/despues">Después</a>')

    assert [link.text for link in page.links] == ["Hondo", "Después"]


def test_form_is_kept_when_it_stands_after_the_end_of_the_document() -> None:
    page = page_of(
        "<html><body><p>Hola</p></body></html><form><input name=dpi><button>Enviar</button></form>"
    )

    assert [field.name for field in page.forms[0].fields] == ["dpi"]
    assert page.forms[0].submit_texts == ("Enviar",)


def test_inner_form_belongs_to_the_outer_one_when_forms_nest() -> None:
    page = page_of(
        '<form action="/uno"><input name="a"><form action="/dos"><input name="b">'
        "<input type=submit value=Ir></form>"
    )

    assert len(page.forms) == 1
    assert page.forms[0].action == PORTAL + "uno"
    assert [field.name for field in page.forms[0].fields] == ["a", "b"]


def test_form_in_a_comment_or_script_does_not_open_one() -> None:
    page = page_of("<!-- <form> --><script>'<form>'</script><form action=/x><input name=a></form>")

    assert [form.action for form in page.forms] == [PORTAL + "x"]


def test_base_is_obeyed_when_it_stands_late_in_the_page() -> None:
    page = page_of("<p>" + "x" * 5000 + '</p><base href="/otra/"><a href="hoja.html">Hoja</a>')

    assert page.base == PORTAL + "otra/"
    assert page.links[0].url == PORTAL + "otra/hoja.html"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        (" /a\n\tb ", PORTAL + "ab"),
        ("#", ""),
        ("#seccion", ""),
        ("", ""),
        ("javascript:void(0)", ""),
        ("data:text/html,x", ""),
        ("http://[x", ""),
        ("http://ejemplo.example:99999/", ""),
        ("mailto:a@ejemplo.example", "mailto:a@ejemplo.example"),
        ("tel:20000000", "tel:20000000"),
        ("/a>uno</a><a href=", ""),
        ("../b?x=1#y", PORTAL + "b?x=1#y"),
    ],
)
def test_link_leads_where_a_browser_would_go(href: str, url: str) -> None:
    page = page_of(f'<a href="{href}">Enlace</a>')

    assert [link.url for link in page.links] == [url]


def test_postbacks_are_counted_when_a_list_continues_behind_script() -> None:
    page = page_of("<a href=\"javascript:__doPostBack('x','')\">2</a>")

    assert page.postbacks == 1
    assert page.links[0].has_script


@pytest.mark.parametrize(
    ("script", "is_live"), [("alert('pronto')", False), ("abrir()", True), ("return false;", False)]
)
def test_alert_is_no_script_that_does_something(script: str, is_live: bool) -> None:
    page = page_of(f'<a href="#" onclick="{script}">Pagar</a>')

    assert page.links[0].has_script is is_live


def test_target_is_read_when_only_a_script_or_an_attribute_names_it() -> None:
    page = page_of(
        "<button onclick=\"location.href='/uno'\">Uno</button><button data-url='/dos'>Dos</button>"
    )

    assert [link.url for link in page.links] == [PORTAL + "uno", PORTAL + "dos"]


@pytest.mark.parametrize(
    "html",
    [
        '<noscript><meta http-equiv="refresh" content="3; url=/nuevo"></noscript>',
        "<p>x</p><meta content='3;URL=\"/nuevo\"' http-equiv=Refresh>",
    ],
)
def test_refresh_is_seen_anywhere(html: str) -> None:
    page = page_of(html)

    assert (page.refresh_seconds, page.refresh_url) == (3.0, PORTAL + "nuevo")


def test_refresh_without_address_goes_nowhere() -> None:
    page = page_of('<meta http-equiv="refresh" content="1800">')

    assert (page.refresh_seconds, page.refresh_url) == (1800.0, "")


def test_frames_are_kept_with_their_addresses() -> None:
    page = page_of('<iframe src="/marco"></iframe><frame src="//otro.example/x">')

    assert page.frames == (PORTAL + "marco", "https://otro.example/x")


def test_controls_are_grouped_when_one_form_wraps_the_page() -> None:
    page = page_of(
        '<form action="/p.aspx" method="post"><input type="hidden" name="__VIEWSTATE">'
        '<input name="txtBuscar"><input type="submit" value="Buscar">'
        '<h2>Seguimiento</h2><input name="txtExpediente"><input type="submit" value="Consultar">'
        "</form>"
    )

    assert [form.submit_texts for form in page.forms] == [("Buscar",), ("Consultar",)]
    assert page.forms[1].heading == "Seguimiento"


def test_controls_act_as_a_form_when_none_is_around_them() -> None:
    page = page_of(
        "<h2>Consulta</h2><label for=p>Placa</label><input id=p><button>Consultar</button>"
    )

    assert page.forms[0].is_bare
    assert page.forms[0].fields[0].label == "Placa"


@pytest.mark.parametrize("html", ["", "<!-- nada -->", "\x00", "<html></html>"])
def test_page_says_that_it_is_empty(html: str) -> None:
    page = page_of(html)

    assert page.problems == ("empty",)
    assert page.visible_text_length == 0


def test_nul_bytes_invent_no_address() -> None:
    page = page_of('<a href="/tra\x00mite">Trá\x00mite</a>')

    assert (page.links[0].url, page.links[0].text) == (PORTAL + "tramite", "Trámite")


@pytest.mark.parametrize(
    ("html", "region"),
    [
        ("<nav><a href=/a>A</a></nav>", Region.NAVIGATION),
        ('<div class="navbar"><a href=/a>A</a></div>', Region.NAVIGATION),
        ("<footer><a href=/a>A</a></footer>", Region.FOOTER),
        ('<div class="footer-links"><a href=/a>A</a></div>', Region.FOOTER),
        ("<header><a href=/a>A</a></header>", Region.HEADER),
        ("<header><nav><a href=/a>A</a></nav></header>", Region.NAVIGATION),
        ("<aside><a href=/a>A</a></aside>", Region.ASIDE),
        ("<main><article><header><a href=/a>A</a></header></article></main>", Region.MAIN),
        ('<div class="menu"><h1>T</h1><a href=/a>A</a></div>', Region.MAIN),
        ('<div class="card-footer"><a href=/a>A</a></div>', Region.MAIN),
        ('<div id="search-modal"><a href=/a>A</a></div>', Region.HEADER),
    ],
)
def test_region_tells_furniture_from_the_page(html: str, region: Region) -> None:
    assert page_of(html).links[0].region is region


def test_bold_line_is_a_heading_when_it_stands_alone() -> None:
    page = page_of("<p><b>Requisitos</b></p><p>Traiga <b>su DPI</b> hoy.</p>")

    assert [(h.level, h.text) for h in page.headings] == [(7, "Requisitos")]
    assert [block.text for block in page.blocks] == ["Traiga su DPI hoy."]


def test_choices_of_a_list_are_no_words_of_the_page() -> None:
    page = page_of("<form><select name=m><option>Guatemala</option></select></form>")

    assert page.blocks == ()
    assert page.forms[0].fields[0].options == ("Guatemala",)


def test_hidden_parts_and_templates_show_nothing() -> None:
    page = page_of("<div hidden>Oculto</div><template><p>Molde</p></template><p>Visto</p>")

    assert [block.text for block in page.blocks] == ["Visto"]


def test_selector_leads_to_the_node() -> None:
    page = page_of('<div id="lista"><ul><li>a</li><li><a href="/x">b</a></li></ul></div>')

    assert page.links[0].selector == (
        "div#lista > ul:nth-of-type(1) > li:nth-of-type(2) > a:nth-of-type(1)"
    )


def test_link_text_is_that_of_the_picture_when_it_has_no_words() -> None:
    page = page_of('<a href="/x"><img src="l.png" alt="Trámites"></a><img src="y.png">')

    assert page.links[0].text == "Trámites"
    assert (page.images, page.images_without_text) == (2, 1)


def test_facts_of_the_head_are_read() -> None:
    page = page_of(
        '<html lang="es_GT"><head><title> Un  portal </title>'
        '<meta name="generator" content="CMS 1">'
        '<meta name="description" content="Dice"><link rel="canonical" href="/c">'
        '<link rel="alternate" type="application/rss+xml" href="/f">'
        '<link rel="alternate" hreflang="quc" href="/quc/"></head><body>x</body></html>'
    )

    assert (page.language, page.title, page.generator) == ("es-gt", "Un portal", "CMS 1")
    assert (page.description, page.canonical) == ("Dice", PORTAL + "c")
    assert (page.feeds, page.alternates) == ((PORTAL + "f",), (("quc", PORTAL + "quc/"),))


def test_language_that_is_none_is_left_empty() -> None:
    assert page_of('<html lang="<script>"><p>x</p>').language == ""


@pytest.mark.slow
def test_hundred_thousand_links_are_all_read() -> None:
    page = page_of("<ul>" + "".join(f'<li><a href="/p{n}">p{n}</a></li>' for n in range(100_000)))

    assert len(page.links) == 100_000
    assert page.links[-1].url == PORTAL + "p99999"


def test_page_is_read_when_nothing_says_where_its_body_begins() -> None:
    page = page_of("<title>T</title><main><p>Hola</p><form><input name=a></form></main>")

    assert [block.text for block in page.blocks] == ["Hola"]
    assert len(page.forms) == 1


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>DPI <b>por</b> <i>primera</i> vez</p>", ["DPI por primera vez"]),
        ("<p>DPI<b> </b><i>gratis</i></p>", ["DPI gratis"]),
        ("<p>DPI<!-- robo --><b>gratis</b></p>", ["DPIgratis"]),
        ("<div> <p> DPI </p> <ul> <li>uno</li> <li>dos</li> </ul> </div>", ["DPI", "uno", "dos"]),
        ("<pre>DPI\n  <b>gratis</b>\n</pre>", ["DPI gratis"]),
    ],
)
def test_blanks_part_words_only_where_a_browser_shows_them(html: str, words: list[str]) -> None:
    assert [block.text for block in page_of(html).blocks] == words


def test_selector_keeps_its_last_steps_when_the_way_is_long() -> None:
    page = page_of("<div>" * 3000 + "<p>uno</p><p>dos</p>")
    first, second = (block.selector.split(" > ") for block in page.blocks)
    assert (len(first), first[-1], second[-1]) == (10, "p:nth-of-type(1)", "p:nth-of-type(2)")
    assert first[:-1] == second[:-1] == ["div:nth-of-type(1)"] * 9


def test_selector_begins_at_the_nearest_identified_element() -> None:
    html = "<div><ul id='pasos'><li><p>uno</p></li><li><p id='fin'>dos</p></li></ul></div>"
    selectors = [block.selector for block in page_of(html).blocks]
    assert selectors == ["ul#pasos > li:nth-of-type(1) > p:nth-of-type(1)", "p#fin"]


def test_href_with_more_blanks_than_an_address_may_have_leads_nowhere() -> None:
    page = page_of(f"<a href='{' ' * 9000}/dpi'>DPI</a>")
    assert [link.url for link in page.links] == [""]
