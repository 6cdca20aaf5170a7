"""The page of components is for whoever builds: it draws each, and is not there for citizens."""

import re
from pathlib import Path

from tests.page_client import PageClient
from uniportal.app import create_app
from uniportal.settings import Environment, settings_for

ROOT = Path(__file__).parents[3]
DRAWN = (
    "search",
    "btn",
    "chips",
    "card",
    "hits",
    "facts",
    "stage",
    "note",
    "tick",
    "steps",
    "pager",
)


def test_page_draws_every_kind(visitor: PageClient) -> None:
    page = visitor.get("/componentes")

    assert [name for name in DRAWN if not page.soup.select(f".{name}")] == []


def test_every_colour_shown_is_one_of_the_stylesheet(visitor: PageClient) -> None:
    style = (ROOT / "uniportal/static/site.css").read_text("utf-8")
    shown = [str(one["class"][0]) for one in visitor.get("/componentes").soup.select("rect[class]")]

    for name in (one.removeprefix("c-") for one in shown if one.startswith("c-")):
        assert re.search(rf"--{name}:#", style)
        assert f".c-{name}{{fill:var(--{name})}}" in style


def test_page_is_not_there_in_production(tmp_path: Path) -> None:
    settings = settings_for(
        tmp_path, environment=Environment.PRODUCTION, base_url="https://ejemplo.gob.gt"
    )

    response = create_app(settings).test_client().get("/componentes")

    assert response.status_code == 404
