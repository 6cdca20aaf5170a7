"""The kind and the country of a portal: what was told is believed, the rest is read."""

from pathlib import Path

import pytest

from canse.domain.institution import InstitutionKind
from crawler.audit import Target, audit_portal
from crawler.institution_kind import country_of, kind_of_institution
from crawler.replay import open_archive
from tests.crawler.auditing import options
from tests.crawler.pages import visit_of
from tests.crawler.small_site import Pages, page, serve

K = InstitutionKind
URL = "https://portal.ejemplo.example/"


def titled(title: str, more: str = "") -> str:
    return f"<title>{title}</title><main><h1>Bienvenidos</h1>{more}</main>"


@pytest.mark.parametrize(
    ("html", "url", "kind"),
    [
        (titled("Municipalidad de San Ejemplo"), URL, K.MUNICIPALITY),
        (titled("H. Ayuntamiento de Ejemplo 2024-2027"), URL, K.MUNICIPALITY),
        (titled("Prefeitura de Exemplo"), URL, K.MUNICIPALITY),
        (titled("Inicio"), "https://muniejemplo.gob.gt/", K.MUNICIPALITY),
        (titled("Inicio"), "https://www.alcaldia-ejemplo.example/", K.MUNICIPALITY),
        (titled("Secretaría Municipal de Salud, Alcaldía de Ejemplo"), URL, K.MUNICIPALITY),
        (titled("Ministerio de Ejemplos"), URL, K.MINISTRY),
        (titled("Ministerio Público de Ejemplo"), URL, K.OVERSIGHT),
        (titled("Secretaría de Ejemplos de la Presidencia"), URL, K.SECRETARIAT),
        (titled("Congreso de la República"), URL, K.LEGISLATIVE),
        (titled("Organismo Judicial"), URL, K.JUDICIAL),
        (titled("Contraloría General de Cuentas"), URL, K.OVERSIGHT),
        (titled("Universidad de Ejemplo"), URL, K.AUTONOMOUS),
        (titled("Instituto de Ejemplos"), URL, K.DECENTRALISED),
        (titled("Inicio") + "<footer><p>Municipalidad de Ejemplo, 2026</p></footer>", URL,
         K.MUNICIPALITY),
        (titled("Inicio", "<p>El ministerio y la secretaría firmaron.</p>"), URL, K.OTHER),
    ],
)  # fmt: skip
def test_kind_is_read_from_host_and_names(html: str, url: str, kind: InstitutionKind) -> None:
    assert kind_of_institution([visit_of(html, "")], url) is kind


def test_kind_that_was_told_is_believed() -> None:
    home = visit_of(titled("Municipalidad de San Ejemplo"), "")

    assert kind_of_institution([home], URL, K.OVERSIGHT) is K.OVERSIGHT


def test_portal_without_pages_is_of_no_known_kind_or_country() -> None:
    assert kind_of_institution([], URL) is K.OTHER
    assert country_of([], URL) == ""


GUATEMALAN = titled("Municipalidad de Ejemplo, Guatemala")


@pytest.mark.parametrize(
    ("html", "url", "country"),
    [
        (titled("Inicio"), "https://ejemplo.gob.gt/", "gt"),
        (GUATEMALAN, "https://ejemplo.example/", "gt"),
        (titled("Inicio", "<p>Decreto 57-2008, información pública.</p>"), URL, "gt"),
        (titled("Ayuntamiento de Ejemplo, México"), URL, ""),
        (GUATEMALAN, "https://ejemplo.gob.mx/", ""),
        (GUATEMALAN + '<a href="https://uno.gob.sv/">Uno</a><a href="https://dos.gob.sv/">Dos</a>',
         URL, ""),
    ],
)  # fmt: skip
def test_country_is_read_from_host_words_and_links(html: str, url: str, country: str) -> None:
    assert country_of([visit_of(html, "")], url) == country


def test_one_page_of_many_that_names_the_country_is_not_enough() -> None:
    pages = [visit_of(titled("Inicio"), "")]
    pages += [visit_of(titled(f"Noticia {n}"), f"n/{n}/") for n in range(8)]
    pages += [visit_of(titled("Visita de Guatemala"), "n/9/")]

    assert country_of(pages, URL) == ""


def test_institution_of_the_catalogue_is_of_its_country() -> None:
    assert country_of([visit_of(titled("Inicio"), "")], URL, is_of_catalogue=True) == "gt"


def test_kind_that_was_told_is_kept_in_the_archive_for_the_replay(tmp_path: Path) -> None:
    pages: Pages = {"/": page("Inicio")}

    with serve(pages) as site:
        target = Target(url=site.url(), institution="muni", kind=K.MUNICIPALITY)
        first = audit_portal(target, options(tmp_path))
    archive = first.path.parent / "pages.warc.gz"
    second = audit_portal(Target(replay=archive), options(tmp_path))

    assert open_archive(archive).info["institution-kind"] == "municipality"
    assert second.report.indicators == first.report.indicators
