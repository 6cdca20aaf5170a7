"""A service has a useful sheet from the start: what its page tells, each part with its evidence."""

from decimal import Decimal

import pytest

from canse.domain.audit import SNIPPET_LENGTH, FoundChannel, FoundChannelKind, FoundForm, FoundSheet
from canse.domain.service import SUMMARY_LENGTH
from crawler.services import find_services
from crawler.sheet_parts import LINE_LENGTH, LINES, clean_line
from crawler.sheet_values import fee_in, mails_in, phones_in
from crawler.sheets import summary_in
from crawler.sightings import see
from crawler.visit import Visit
from tests.crawler.pages import PORTAL, visit_of

HEADINGS = """
<main><h1>Permiso de venta en la plaza</h1>
<p>Permite vender comida en la plaza central. Se renueva cada año.</p>
<h2>Requisitos</h2><ol><li>1. Documento de identidad.</li><li>2) Recibo de luz</li></ol>
<h2>Pasos a seguir</h2><ul><li>• Llene la solicitud.</li><li>• Entréguela en la oficina.</li></ul>
<h2>Costo</h2><p>Q 1,050.00 por año</p>
<h2>Tiempo de respuesta</h2><p>5 días hábiles</p>
<h2>¿Dónde?</h2><p>2a calle 1-11 zona 1, segundo nivel</p>
<h2>Horario de atención</h2><p>Lunes a viernes de 8 a 16 horas</p>
<h2>Contacto</h2><p>Tel. 2222-0000, plaza@muni.example</p>
<h2>Base legal</h2><p>Código Municipal, artículo 35</p>
<h2>Resultado</h2><p>Permiso impreso</p>
<h2>Formularios</h2><p><a href="/solicitud.pdf">Solicitud de permiso</a></p>
<p>Unidad responsable: Oficina de Mercados</p>
<p>Información proporcionada por: Municipalidad de Ejemplo -MUNI-</p></main>
"""
TABLE = """
<main><h1>Permiso de venta en la plaza</h1><table>
<tr><th>Descripción</th><td>Permite vender comida en la plaza central.</td></tr>
<tr><th>Requisitos</th><td>Documento de identidad.<br>Recibo de luz</td></tr>
<tr><th>Costo</th><td>Q 1,050.00 por año</td></tr><tr><th>Plazo</th><td>5 días hábiles</td></tr>
</table></main>
"""
LABELS = """
<main><h1>Permiso de venta en la plaza</h1>
<p>Permite vender comida en la plaza central.</p>
<p><b>Requisitos:</b></p><p>a) Documento de identidad.</p><p>b) Recibo de luz</p>
<p><b>Costo:</b> Q 1,050.00 por año</p><p><b>Tiempo de respuesta:</b> 5 días hábiles</p></main>
"""
TERMS = """
<main><h1>Permiso de venta en la plaza</h1><dl>
<dt>Descripción</dt><dd>Permite vender comida en la plaza central.</dd>
<dt>Requisitos</dt><dd>Documento de identidad.</dd><dd>Recibo de luz</dd>
<dt>Costo</dt><dd>Q 1,050.00 por año</dd><dt>Plazo</dt><dd>5 días hábiles</dd></dl></main>
"""
ACCORDION = """
<main><h1>Permiso de venta en la plaza</h1><p>Permite vender comida en la plaza central.</p>
<details><summary>Requisitos</summary><p>Documento de identidad.</p><p>Recibo de luz</p></details>
<details><summary>Costo</summary><p>Q 1,050.00 por año</p></details>
<details><summary>Tiempo</summary><p>5 días hábiles</p></details></main>
"""


def sheet_on(*visits: Visit) -> FoundSheet:
    """The sheet of the only service of these pages."""
    sightings = see(visits, portal_url=PORTAL, furniture=frozenset())
    (judged,) = find_services(sightings, visits)
    assert judged.service.sheet is not None
    return judged.service.sheet


@pytest.mark.parametrize("html", [HEADINGS, TABLE, LABELS, TERMS, ACCORDION])
def test_parts_are_read_in_whatever_dress_they_come(html: str) -> None:
    sheet = sheet_on(visit_of(html))

    assert sheet.summary.startswith("Permite vender comida en la plaza central.")
    assert sheet.requirements == ("Documento de identidad.", "Recibo de luz")
    assert [(fee.text, fee.amount) for fee in sheet.fees] == [
        ("Q 1,050.00 por año", Decimal("1050.00"))
    ]
    assert sheet.response_time == "5 días hábiles"


def test_every_part_of_a_full_sheet_is_kept() -> None:
    sheet = sheet_on(visit_of(HEADINGS))

    assert sheet.steps == ("Llene la solicitud.", "Entréguela en la oficina.")
    assert sheet.legal_bases == ("Código Municipal, artículo 35",)
    assert sheet.result == "Permiso impreso"
    assert sheet.hours == "Lunes a viernes de 8 a 16 horas"
    assert sheet.unit == "Oficina de Mercados"
    assert sheet.owner_name == "Municipalidad de Ejemplo -MUNI-"
    assert sheet.forms == (FoundForm(title="Solicitud de permiso", url=PORTAL + "solicitud.pdf"),)
    assert set(sheet.channels) == {
        FoundChannel(kind=FoundChannelKind.OFFICE, value="2a calle 1-11 zona 1, segundo nivel"),
        FoundChannel(kind=FoundChannelKind.TELEPHONE, value="2222-0000"),
        FoundChannel(kind=FoundChannelKind.EMAIL, value="plaza@muni.example"),
    }


def test_every_part_names_its_node_and_words() -> None:
    pieces = {piece.rule: piece for piece in sheet_on(visit_of(HEADINGS)).evidence}

    assert set(pieces) >= {"ficha:requisitos", "ficha:costo", "ficha:plazo", "ficha:formularios"}
    requirements = pieces["ficha:requisitos"]
    assert requirements.url == PORTAL + "tramites/"
    assert "li" in requirements.selector
    assert requirements.snippet == "Requisitos · Documento de identidad. · Recibo de luz"


def test_online_address_is_a_channel() -> None:
    html = LABELS.replace("</main>", '<p><a href="/iniciar">Iniciar trámite</a></p></main>')

    assert FoundChannel(kind=FoundChannelKind.WEB, value=PORTAL + "iniciar") in (
        sheet_on(visit_of(html)).channels
    )


def test_facts_in_a_box_before_the_name_belong_to_the_only_service() -> None:
    box = "<div><ul><li>Costo: Gratuito</li><li>Tiempo de Respuesta: 3 días</li></ul></div>"
    html = LABELS.replace("<main>", f"<main>{box}").partition("<p><b>Costo:")[0] + "</main>"

    sheet = sheet_on(visit_of(html))

    assert sheet.response_time == "3 días"
    assert sheet.fees[0].amount == 0


def test_second_page_fills_what_the_first_leaves_open() -> None:
    first = "<main><h1>Permiso de venta en la plaza</h1>" + (
        "<h2>Requisitos</h2><p>Documento de identidad.</p><h2>Costo</h2><p>Gratuito</p></main>"
    )

    sheet = sheet_on(visit_of(first, "a/"), visit_of(TABLE, "b/c/"))

    assert {fee.text for fee in sheet.fees} <= {"Gratuito", "Q 1,050.00 por año"}
    assert sheet.summary == "Permite vender comida en la plaza central."
    assert sheet.response_time == "5 días hábiles"


@pytest.mark.parametrize(
    "text", ["Pendiente", "N/A", "—", "Por definir", "Lorem ipsum", "...", "Publicado: ayer"]
)
def test_placeholders_are_no_line(text: str) -> None:
    assert clean_line(text) == ""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1. Documento", "Documento"),
        ("a) Documento", "Documento"),
        ("3)Documento", "Documento"),
        ("• - Documento;", "Documento"),
        ("Q. 50.00", "Q. 50.00"),
        ("2 fotografías", "2 fotografías"),
    ],
)
def test_numbers_of_a_list_are_not_part_of_its_lines(text: str, line: str) -> None:
    assert clean_line(text) == line


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("Q50", "50", "GTQ"),
        ("Q. 1,250.50 por plano", "1250.50", "GTQ"),
        ("100 quetzales", "100", "GTQ"),
        ("US$ 65.00", "65.00", "USD"),
        ("25 dólares", "25", "USD"),
        ("Gratuito", "0", "GTQ"),
        ("No tiene costo", "0", "GTQ"),
    ],
)
def test_one_amount_is_read(text: str, amount: str, currency: str) -> None:
    fee = fee_in(text)

    assert (fee.text, fee.amount, fee.currency) == (text, Decimal(amount), currency)


@pytest.mark.parametrize(
    "text",
    [
        "De Q 50.00 a Q 200.00 según el área",
        "$ 350.00",
        "0.5 % del valor",
        "No es gratuito",
        "Según tarifa",
        "Formulario Q-50X7",
    ],
)
def test_amount_that_is_not_sure_stays_words(text: str) -> None:
    assert fee_in(text).amount is None


def test_telephones_and_mail_are_found_and_other_numbers_are_not() -> None:
    assert phones_in("Llame al PBX (502) 2222-0000 ext. 12") == ["(502) 2222-0000 ext. 12"]
    assert phones_in("Acuerdo 123-2004, expediente 2222-0000") == []
    assert phones_in("2222-0000", is_contact=True) == ["2222-0000"]
    assert mails_in("Escriba a plaza.uno@muni.example.") == ["plaza.uno@muni.example"]


def test_summary_is_whole_sentences_that_fit() -> None:
    assert summary_in(["Corto.", "Primera oración del texto. Segunda oración."]) == (
        "Primera oración del texto. Segunda oración."
    )
    assert summary_in(["Primera oración del texto. " + "Otra más larga " * 20]) == (
        "Primera oración del texto."
    )
    assert len(summary_in(["palabra " * 80])) <= SUMMARY_LENGTH
    assert summary_in([]) == ""


def test_hostile_page_fills_no_sheet_without_end() -> None:
    lines = "".join(f"<li>requisito {n} {'x' * 9000}</li>" for n in range(300))
    html = (
        f"<main><h1>Permiso de obra</h1><h2>Requisitos</h2><ul>{lines}</ul>"
        f"<h2>Costo</h2><p>{'-' * 50000}Q</p></main>"
    )

    sheet = sheet_on(visit_of(html))

    assert len(sheet.requirements) == LINES
    assert all(len(line) <= LINE_LENGTH for line in sheet.requirements)
    assert all(len(piece.snippet) <= SNIPPET_LENGTH for piece in sheet.evidence)


def test_name_alone_makes_no_sheet() -> None:
    html = (
        "<main><h1>Servicios</h1><ul><li>Permiso de obra</li><li>Licencia de baile</li>"
        "<li>Solvencia municipal</li></ul></main>"
    )
    visits = [visit_of(html, "servicios/")]

    found = find_services(see(visits, portal_url=PORTAL, furniture=frozenset()), visits)

    assert [judged.service.sheet for judged in found] == [None, None, None]
