"""Guard: every published page can be read by a citizen, in every language of the interface.

A new address with a gap in it needs a line in `gaps`; without one its test fails.
"""

import re
from datetime import UTC, datetime
from functools import cache

import pytest
from flask import Flask

from canse.catalogue import Catalogue
from canse.citizen_reports import CitizenReports
from canse.domain.citizen_report import NewReport, ReportKind, reference_of
from tests.house.routes import published
from tests.page_client import PageClient
from uniportal.languages import LANGUAGES, Language
from uniportal.wiring import EXTENSION

PUBLIC = sorted(
    rule
    for rule, route in published().items()
    if route["access"] == "public" and "GET" in route["methods"].split()
)
ONE_LANGUAGE = ("/api/", "/static/", "/l/", "/.well-known/")
HTML = "text/html"
OTHERS = [language for language in LANGUAGES if language.prefix]


@cache
def gaps(site: Flask) -> dict[str, str]:
    """What to put into the gap of each address: things that are in the catalogue."""
    catalogue: Catalogue = site.extensions[EXTENSION].catalogue
    sheet = next(iter(catalogue.published_sheets()))
    return {
        "/servicio/<slug>": sheet.slug,
        "/servicio/<slug>/cartel": sheet.slug,
        "/servicio/<slug>/plazo": "reposicion-dpi",
        "/servicio/<slug>/calendario.ics": sheet.slug,
        "/servicio/<slug>/reportar": sheet.slug,
        "/reporte/<reference>": a_report(site, sheet.slug),
        "/sitemap-<int:part>.xml": "1",
        "/camino/<slug>": "perdi-mis-documentos",
        "/s/<int:number>": str(sheet.number),
        "/api/v1/servicios/<slug>": sheet.slug,
        "/l/s/<int:number>": str(sheet.number),
        "/l/salir/<int:number>": str(sheet.number),
        "/l/por/<way>": "tema",
        "/institucion/<slug>": next(
            i for i in catalogue.institutions() if i.count
        ).institution.slug,
        "/institucion/<slug>/auditoria": "sat",
        "/institucion/<slug>/auditoria/responder": audited_institution(catalogue),
        "/api/v1/instituciones/<slug>/auditoria": "sat",
        "/categoria/<slug>": next(c for c in catalogue.categories() if c.count).term.slug,
        "/tema/<slug>": catalogue.topics()[0].term.slug,
        "/evento/<slug>": next(e for e in catalogue.life_events() if e.count).term.slug,
        "/etapas/<int:audit_id>": str(catalogue.portal_results()[0].audit_id),
        "/static/<path:filename>": "site.css",
    }


def a_report(site: Flask, slug: str) -> str:
    """The reference of a report that was just sent."""
    reports = CitizenReports(site.extensions[EXTENSION].database)
    new = NewReport(kind=ReportKind.COST, text="", form_key="de-la-guardia", sender="nadie")
    return reports.receive(slug, new, datetime.now(UTC), lambda: reference_of(1))


def audited_institution(catalogue: Catalogue) -> str:
    """An institution whose portal was audited: only it has something to reply to."""
    return next(r.institution.slug for r in catalogue.portal_results() if r.institution)


def address(site: Flask, rule: str) -> str:
    """An address of the rule that leads to something."""
    if "<" not in rule:
        return rule
    assert rule in gaps(site), f"say in gaps() what fills {rule}"
    return re.sub(r"<[^>]+>", gaps(site)[rule], rule)


def answer(site: Flask, url: str) -> tuple[int, str | None]:
    """The status and the media type of an answer; a file that it sends is closed."""
    response = site.test_client().get(url)
    response.close()
    return response.status_code, response.mimetype


@pytest.mark.parametrize("rule", PUBLIC)
def test_address_answers_and_its_page_can_be_read(site: Flask, rule: str) -> None:
    url = address(site, rule)

    status, media_type = answer(site, url)

    assert status in {200, 302, 308}, f"{url}: {status}"
    if (status, media_type) == (200, HTML):
        assert PageClient(site).get(url).status == 200


@pytest.mark.parametrize("language", OTHERS, ids=[language.code for language in OTHERS])
@pytest.mark.parametrize("rule", [rule for rule in PUBLIC if not rule.startswith(ONE_LANGUAGE)])
def test_page_can_be_read_in_another_language(site: Flask, rule: str, language: Language) -> None:
    url = language.prefix + address(site, rule)

    if answer(site, url) == (200, HTML):
        page = PageClient(site).get(url)
        assert page.soup.html is not None
        assert page.soup.html["lang"] == language.code


def test_page_that_does_not_exist_can_be_read(site: Flask) -> None:
    assert PageClient(site).get("/esto-no-existe", status=404).status == 404


def test_most_published_addresses_are_pages(site: Flask) -> None:
    pages = [rule for rule in PUBLIC if answer(site, address(site, rule))[1] == HTML]

    assert len(pages) >= 12
