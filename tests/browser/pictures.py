"""Takes the pictures of the pages, in three widths, light and dark. Run by `make pictures`.

    .venv/bin/python -m tests.browser.pictures

All are for looking at and go to build/pictures, whole pages. The first screen of some goes to
docs/pictures; the README shows three of these.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from canse.catalogue import Catalogue
from canse.database.migrating import migrate
from canse.database.session import Database
from canse.intake import take_in
from canse.seeding import seed
from indices.memory_engine import MemoryIndex
from indices.port import Query
from indices.rebuild import rebuild
from tests.browser.serving import browser_path, launched, served
from tests.builders import found_service, report
from tests.house.tree import ROOT
from uniportal.app import create_app
from uniportal.settings import settings_for
from uniportal.wiring import Rooms

Scheme = Literal["light", "dark"]

ALL = ROOT / "build" / "pictures"
FOR_DOCUMENTS = ROOT / "docs" / "pictures"
KEPT = {"inicio", "resultados", "servicio", "institucion", "etapas", "nada"}
WIDTHS = (360, 768, 1280)
HEIGHTS = {360: 740, 768: 900, 1280: 800}
"""Of the first screen: a small telephone, a tablet, a desk."""
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def prepared(folder: Path) -> Rooms:
    """The rooms of the site over the product's data, one audited portal and an index."""
    settings = settings_for(folder)
    database, now = Database(settings.database_url), datetime.now(UTC)
    migrate(database)
    seed(database, now)
    take_in(database, report(found_service()), now)
    index = MemoryIndex()
    rebuild(index, Catalogue(database))
    return Rooms(settings, database=database, index=index)


def addresses(rooms: Rooms) -> dict[str, str]:
    """The pages to be seen; the first answer to "pasaporte" stands for every service."""
    first = rooms.index.search(Query(text="pasaporte", page_size=1)).hits[0]
    owner = rooms.catalogue.service(first.slug).institution
    return {
        "inicio": "/",
        "resultados": "/buscar?q=pasaporte",
        "servicio": f"/servicio/{first.slug}",
        "institucion": f"/institucion/{owner.slug}" if owner else "/instituciones",
        "etapas": "/etapas",
        "nada": "/buscar?q=zzzzqqqq",
        "filtros": "/buscar?q=certificado&en_linea=si&publico=persona",
        "corregido": "/buscar?q=pasporte",
        "parecido": "/buscar?q=carta+de+amor+para+el+perro",
        "camino": "/camino/abrir-un-restaurante",
        "caminos": "/caminos",
        "a-z": "/a-z?letra=p",
        "cartel": f"/servicio/{first.slug}/cartel",
        "plazo": "/servicio/reposicion-dpi/plazo",
        "reportar": f"/servicio/{first.slug}/reportar",
        "idiomas": "/idiomas",
        "sin-filtro": "/buscar?q=pasaporte&gratis=si&institucion=inab",
    }


def take(browser: Browser, url: str, width: int, scheme: Scheme, target: Path) -> None:
    """One picture: the whole page, or its first screen where it is for the README."""
    size = ViewportSize(width=width, height=HEIGHTS[width])
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="es-GT")
    page = context.new_page()
    page.goto(url)
    page.screenshot(path=target.with_suffix(".png"), full_page=target.parent == ALL)
    context.close()


def take_all(browser: Browser, site: str, pages: dict[str, str]) -> Iterator[Path]:
    """Every page in every width and scheme; gives the path of each picture taken."""
    for (name, path), width, scheme in product(pages.items(), WIDTHS, SCHEMES):
        target = ALL / f"{name}-{width}-{scheme}"
        take(browser, site + path, width, scheme, target)
        yield target
        if name in KEPT:
            kept = FOR_DOCUMENTS / target.name
            take(browser, site + path, width, scheme, kept)
            yield kept


def main() -> int:
    """Take them all; 1 when there is no browser to take them with."""
    path = browser_path()
    if path is None:
        sys.stderr.write("No hay un navegador Chromium: pruebe make browser.\n")
        return 1
    shutil.rmtree(ALL, ignore_errors=True)
    for folder in (ALL, FOR_DOCUMENTS):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as instance, sync_playwright() as playwright:
        rooms = prepared(Path(instance))
        with served(create_app(rooms=rooms)) as site:
            taken = list(take_all(launched(playwright, path), site, addresses(rooms)))
        rooms.close()
    sys.stdout.write(
        f"{len(taken)} imágenes en {ALL.relative_to(ROOT)} y {FOR_DOCUMENTS.relative_to(ROOT)}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
