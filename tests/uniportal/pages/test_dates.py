"""When a service should be ready, calendar files, the poster, and the short address."""

from datetime import timedelta

import pytest

from canse.catalogue import Catalogue
from canse.domain.short_text import MESSAGE_LENGTH, room_taken
from canse.domain.working_days import deadline
from tests.page_client import PageClient
from tests.uniportal.pages.reading import one
from uniportal.clock import local_now
from uniportal.presenters.sharing import message_of

SHEET = "/servicio/reposicion-dpi"


def test_sheet_leads_to_poster_dates_and_messages(visitor: PageClient) -> None:
    links = visitor.get(SHEET).links()

    assert f"{SHEET}/cartel" in links
    assert any(link.startswith("https://wa.me/?text=Reponer") for link in links)
    assert any(link.startswith("sms:?body=Reponer") for link in links)


def test_deadline_is_counted_from_the_day_given(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    start = local_now().date() + timedelta(days=3)
    found = deadline(start, audited_catalogue.service("reposicion-dpi").response_time)

    page = visitor.get(f"{SHEET}/plazo?desde={start.isoformat()}")

    assert found is not None
    assert f" de {found.due.year}." in one(page, ".lead").get_text()
    assert one(page, "#desde")["value"] == start.isoformat()
    assert f"{SHEET}/calendario.ics?desde={start.isoformat()}" in page.links()


@pytest.mark.parametrize("typed", ["mañana", "2026-02-30", "1999-01-01", "9999-12-31", "x%00y"])
def test_day_that_cannot_be_counted_is_said_and_today_is_taken(
    visitor: PageClient, typed: str
) -> None:
    page = visitor.get(f"{SHEET}/plazo?desde={typed}")

    assert "Contamos desde hoy" in one(page, "[role=alert]").get_text()


def test_service_without_a_term_in_days_has_no_deadline(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    sheet = next(one for one in audited_catalogue.published_sheets() if one.response_time is None)

    visitor.get(f"/servicio/{sheet.slug}/plazo", status=404)
    assert f"/servicio/{sheet.slug}/plazo" not in visitor.get(f"/servicio/{sheet.slug}").html


@pytest.mark.parametrize("asked", ["fecha", "desde"])
def test_calendar_file_is_handed_out(visitor: PageClient, asked: str) -> None:
    day = local_now().date().isoformat()

    response = visitor.app.test_client().get(f"{SHEET}/calendario.ics?{asked}={day}")

    assert response.status_code == 200
    assert response.mimetype == "text/calendar"
    assert response.headers["Content-Disposition"].endswith('filename="reposicion-dpi.ics"')
    assert "BEGIN:VEVENT\r\n" in response.get_data(as_text=True)


def test_calendar_file_without_a_day_is_refused_in_plain_words(visitor: PageClient) -> None:
    page = visitor.get(f"{SHEET}/calendario.ics?fecha=mañana", status=400)

    assert "La fecha se escribe año-mes-día" in page.text


def test_poster_shows_what_to_bring_and_a_code(visitor: PageClient) -> None:
    page = visitor.get(f"{SHEET}/cartel")

    assert "Recibo de pago" in page.text
    assert one(page, ".code svg path")["d"]
    assert "noindex" in page.html


def test_every_poster_can_be_read(visitor: PageClient, audited_catalogue: Catalogue) -> None:
    for sheet in list(audited_catalogue.published_sheets())[::25]:
        visitor.get(f"/servicio/{sheet.slug}/cartel")


def test_message_of_every_service_of_ours_is_one_message(audited_catalogue: Catalogue) -> None:
    address = "https://uniportal.gob.gt/s/12345"

    messages = [message_of(one, address) for one in audited_catalogue.published_sheets()]

    assert len(messages) > 300
    assert max(map(room_taken, messages)) <= MESSAGE_LENGTH


def test_short_address_leads_to_the_sheet(
    visitor: PageClient, audited_catalogue: Catalogue
) -> None:
    number = audited_catalogue.service("reposicion-dpi").number

    response = visitor.app.test_client().get(f"/s/{number}")

    assert response.status_code == 302
    assert response.headers["Location"] == SHEET
    assert visitor.app.test_client().get("/s/999999").status_code == 404
