"""Audits of small sites, and what their reports say, for the tests of the whole inspector."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from crawler.audit import Audited, Options, Target, audit_portal
from crawler.fetch import Patience
from tests.crawler.small_site import Pages, Reply, SmallSite, page, serve

HASTE = Patience(total=2.0, silent=1.0)


def options(folder: Path, **changes: Any) -> Options:
    return replace(Options(out=folder / "informes", allow_private=True, patience=HASTE), **changes)


def audit(pages: Pages, folder: Path, **changes: Any) -> tuple[Audited, SmallSite]:
    with serve(pages) as site:
        return audit_portal(Target(url=site.url()), options(folder, **changes)), site


def read_json(audited: Audited) -> dict[str, Any]:
    found = json.loads(audited.path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def outcomes(audited: Audited) -> dict[str, str]:
    """The outcome of each path tried."""
    return {re.sub(r"^https?://[^/]+", "", one.url): one.outcome for one in audited.report.pages}


def without_run(report: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in report.items() if name != "run"}


MUNI: Pages = {
    "/": page("Inicio", "/tramites", "/noticias", "http://otra.gob.gt/", "/boleta.pdf"),
    "/tramites": page("Trámites", "/tramites/boleto", "/perdida"),
    "/tramites/boleto": page("Boleto de ornato", "/", "/tramites"),
    "/noticias": page("Noticias"),
    "/boleta.pdf": Reply(body=b"%PDF-1.4 hola", kind="application/pdf"),
    "/robots.txt": Reply(body=b"User-agent: *\nDisallow: /noticias\n", kind="text/plain"),
    "/sitemap.xml": Reply(
        body=b"<urlset><url><loc>/huerfana</loc></url></urlset>", kind="application/xml"
    ),
    "/huerfana": page("Huérfana"),
}
