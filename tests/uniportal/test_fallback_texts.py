"""A text that a language lacks says that it is Spanish, and only where that can be said."""

import pytest
from flask import Flask, render_template_string
from jinja2 import DictLoader, Environment

from tests.page_client import PageClient
from uniportal.fallback_texts import PageTemplate, marked, settled

LACKED = marked("Costo")
SPAN = '<span lang="es">Costo</span>'


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (f"<p>{LACKED}</p>", f"<p>{SPAN}</p>"),
        (f"<p>{LACKED}: {LACKED}</p>", f"<p>{SPAN}: {SPAN}</p>"),
        (f'<nav aria-label="{LACKED}">x</nav>', '<nav aria-label="Costo">x</nav>'),
        (f"<title>{LACKED} · U</title>", '<title lang="es">Costo · U</title>'),
        ("<title>Utzukuxik</title>", "<title>Utzukuxik</title>"),
        (f'<option value="{LACKED}">{LACKED}', f'<option value="Costo">{SPAN}'),
        (f"<option selected>{LACKED}</option>", '<option lang="es" selected>Costo</option>'),
        (f"<textarea>{LACKED}</textarea>", "<textarea>Costo</textarea>"),
        (f'<script>"{LACKED}"</script>', '<script>"Costo"</script>'),
        (f"<svg><title>{LACKED}</title></svg>", "<svg><title>Costo</title></svg>"),
        ('<a href="?t=%EF%B7%90Costo%EF%B7%91">x</a>', '<a href="?t=Costo">x</a>'),
        (f"<p>{LACKED[:-1]}</p>", "<p>Costo</p>"),
        (f"<p>{marked(f'a {LACKED} b')}</p>", f'<p><span lang="es">a {SPAN} b</span></p>'),
        (f"<p>{marked('<b>a</b> b')}</p>", '<p><span lang="es"><b>a</b> b</span></p>'),
        ("<p>Costo</p>", "<p>Costo</p>"),
    ],
)
def test_place_decides_how_a_lacking_text_is_said(page: str, said: str) -> None:
    assert settled(page) == said


@pytest.mark.parametrize(
    ("name", "said"), [("a.html", f"<p>{SPAN}</p>"), ("a.txt", "<p>Costo</p>")]
)
def test_marks_never_leave_a_template(name: str, said: str) -> None:
    environment = Environment(loader=DictLoader({name: "<p>{{ text }}</p>"}), autoescape=False)
    environment.template_class = PageTemplate

    assert environment.get_template(name).render(text=LACKED) == said


TEMPLATE = (
    "{% macro named(x) %}<b title='{{ x }}'>{{ x }}</b>{% endmacro %}"
    "{% set kept %}{{ _('Inicio') }}{% endset %}"
    "<p>{{ _('Buscar') }} {{ _('Costo') }} {{ kept }}</p>{{ named(_('Costo')) }}"
    "{{ _('Servicio número %(number)s.', number='<9>') }}"
    "{{ ngettext('%(num)s servicio', '%(num)s servicios', 2) }}"
    "{{ pgettext('x', 'Costo') }}{{ npgettext('x', 'uno', 'dos', 1) }}"
)


def test_template_says_which_of_its_texts_are_spanish(app: Flask) -> None:
    with app.test_client() as client:
        client.get("/cak/l/")
        said = render_template_string(TEMPLATE)

    assert said == (
        f"<p>Tikanöx {SPAN} Tikirib\u02bcäl</p><b title='Costo'>{SPAN}</b>"
        '<span lang="es">Servicio número &lt;9&gt;.</span>'
        '<span lang="es">2 servicios</span>'
        f'{SPAN}<span lang="es">uno</span>'
    )


@pytest.mark.parametrize("address", ["/", "/en/", "/l/", "/en/l/"])
def test_complete_language_pays_nothing_for_it(pages: PageClient, address: str) -> None:
    page = pages.get(address)

    assert "\ufdd0" not in page.html
    assert "%EF%B7" not in page.html


@pytest.mark.parametrize("address", ["/quc/", "/cak/buscar?q=partida", "/ixl/etapas", "/mam/l/"])
def test_page_of_a_draft_holds_no_mark_and_no_tag_in_an_attribute(
    pages: PageClient, address: str
) -> None:
    page = pages.get(address)

    values = [str(value) for tag in page.soup.find_all(True) for value in tag.attrs.values()]
    assert [value for value in values if "<" in value or "span lang" in value] == []
    assert "\ufdd0" not in page.html
    assert page.soup.find("span", lang="es") is not None
