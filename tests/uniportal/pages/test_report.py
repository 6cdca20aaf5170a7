"""Anybody can say what is wrong with a sheet, without a name; nothing typed is lost."""

import re
from datetime import UTC, datetime

import pytest

from canse.citizen_reports import MOST_AN_HOUR_FROM_ONE, CitizenReports
from canse.database.session import Database
from canse.domain.citizen_report import ERASED, NewReport, ReportKind, ReportState, reference_of
from tests.page_client import FetchedPage, PageClient
from tests.uniportal.pages.reading import one

SHEET = "/servicio/solvencia-fiscal"
FORM = f"{SHEET}/reportar"


def sent(visitor: PageClient, status: int = 200, **fields: str) -> FetchedPage:
    """The page that answers a form filled in with these fields."""
    token = str(one(visitor.get(FORM), "input[name=ficha]")["value"])
    data = {"ficha": token, "motivo": "costo", "texto": "", **fields}
    return visitor.post(FORM, data=data, status=status)


def test_report_gets_a_number_that_tells_how_far_it_is(
    visitor: PageClient, audited_database: Database
) -> None:
    page = sent(visitor, texto="Cobran Q150. Mi DPI es 1234567890101.")
    reference = one(page, ".lead .num").get_text()

    kept = CitizenReports(audited_database).report(reference)
    followed = visitor.get(f"/reporte/{reference.lower()}")

    assert kept.text == f"Cobran Q150. Mi DPI es {ERASED}."
    assert "Recibido: nadie lo ha revisado todavía" in followed.text
    assert "Cobran" not in followed.text
    CitizenReports(audited_database).close(
        reference, ReportState.FIXED, answer="Ya se cambió.", at=datetime.now(UTC), by="Ana"
    )
    assert "Ya se cambió." in visitor.get(f"/reporte/{reference}").text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"motivo": "", "texto": "Lo que pasó"}, "Escoja qué está mal"),
        ({"motivo": "inventado"}, "Escoja qué está mal"),
        ({"motivo": "otro"}, "Cuéntenos en pocas palabras"),
        ({"motivo": "otro", "texto": "\u202e\u200b"}, "Cuéntenos en pocas palabras"),
        ({"texto": "x" * 1001}, "El texto es muy largo"),
        ({"sitio": "http://spam.example"}, "campo escondido"),
        ({"ficha": "otra"}, "estuvo abierto mucho tiempo"),
        ({"ficha": "x" * 700}, "estuvo abierto mucho tiempo"),
    ],
)
def test_form_with_a_fault_comes_back_with_what_was_typed(
    visitor: PageClient, fields: dict[str, str], said: str
) -> None:
    page = sent(visitor, 422, **fields)

    assert said in one(page, "[role=alert]").get_text()
    assert one(page, "textarea").get_text() == fields.get("texto", "").strip("\u202e\u200b")


def test_markup_in_a_report_stays_text(visitor: PageClient) -> None:
    page = sent(visitor, 422, motivo="", texto="<script>alert(1)</script>'; DROP TABLE x")

    assert one(page, "textarea").get_text() == "<script>alert(1)</script>'; DROP TABLE x"


def test_same_form_sent_twice_gets_one_number(visitor: PageClient) -> None:
    token = str(one(visitor.get(FORM), "input[name=ficha]")["value"])
    data = {"ficha": token, "motivo": "enlace"}

    pages = [visitor.post(FORM, data=data) for _ in range(2)]

    assert len({one(page, ".lead .num").get_text() for page in pages}) == 1


def test_flood_is_refused_and_the_text_is_not_lost(
    visitor: PageClient, audited_database: Database
) -> None:
    client = visitor.app.test_client()
    form = {"motivo": "tiempo", "texto": "Tarda un mes"}
    from_one = {"REMOTE_ADDR": "127.0.0.77"}
    answers = []
    for _ in range(MOST_AN_HOUR_FROM_ONE + 1):
        token = str(one(visitor.get(FORM), "input[name=ficha]")["value"])
        answers.append(client.post(FORM, data={**form, "ficha": token}, environ_overrides=from_one))

    assert [answer.status_code for answer in answers[-2:]] == [200, 429]
    assert "Tarda un mes" in answers[-1].get_data(as_text=True)


def test_form_of_another_site_is_refused(visitor: PageClient) -> None:
    client = visitor.app.test_client()

    for path in (FORM, f"{SHEET}/opinion"):
        answer = client.post(path, data={}, headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 403


def test_who_was_helped_is_thanked_and_who_was_not_is_asked_why(visitor: PageClient) -> None:
    thanked = visitor.post(f"{SHEET}/opinion", data={"sirvio": "si"})
    client = visitor.app.test_client()
    asked = client.post(f"{SHEET}/opinion", data={"sirvio": "no"})

    assert "Gracias por su opinión" in thanked.text
    assert asked.status_code == 303
    assert "¿Qué le faltó o qué está mal?" in visitor.get(asked.headers["Location"]).text


def test_sheet_leads_to_the_form_with_the_motive(visitor: PageClient) -> None:
    links = visitor.get(SHEET).links()

    assert FORM in links
    page = visitor.get(next(link for link in links if "motivo=otra_cosa" in link))
    assert one(page, "input[checked]")["value"] == "otra_cosa"


def test_sheet_tells_what_several_people_report(
    visitor: PageClient, audited_database: Database
) -> None:
    reports, now = CitizenReports(audited_database), datetime.now(UTC)
    for number in range(3):
        new = NewReport(kind=ReportKind.OFFICE, text="", form_key=f"v{number}", sender=f"s{number}")
        reports.receive("apostilla", new, now, lambda n=number: reference_of(900 + n))  # type: ignore[misc]

    assert "la oficina está cerrada o se cambió" in visitor.get("/servicio/apostilla").text


def test_number_typed_leads_to_its_report(visitor: PageClient) -> None:
    visitor.get("/reporte")
    found = visitor.app.test_client().get("/reporte?numero=r+7k4m+2p9t")

    assert found.status_code == 302
    assert re.search("/reporte/r", found.headers["Location"])
    assert "No hay un reporte" in visitor.get("/reporte/R-7K4M-2P9T", status=404).text


def test_missing_service_is_asked_for(visitor: PageClient) -> None:
    page = visitor.get("/falta-un-servicio?q=permiso+para+volar")

    assert one(page, "#falta-texto")["value"] == "permiso para volar"
    assert "Gracias por avisar" in visitor.post("/buscar/falta", data={"q": "permiso"}).text


@pytest.mark.parametrize("path", [FORM, "/reporte"])
def test_forms_are_never_kept_nor_indexed(visitor: PageClient, path: str) -> None:
    assert 'content="noindex"' in visitor.get(path).html


def test_unknown_service_has_no_form(visitor: PageClient) -> None:
    visitor.get("/servicio/no-existe/reportar", status=404)
    visitor.post("/servicio/no-existe/opinion", data={"sirvio": "si"}, status=404)
