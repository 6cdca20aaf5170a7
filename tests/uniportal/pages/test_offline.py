"""The worker, the manifest and the scripts: right addresses, right keeping, few bytes."""

import json
import re
from pathlib import Path

from tests.page_client import PageClient

STATIC = Path(__file__).parents[3] / "uniportal" / "static"
MOST_SCRIPT_BYTES = 8 * 1024


def test_worker_names_files_that_are_there_and_is_asked_about_each_time(
    visitor: PageClient,
) -> None:
    client = visitor.app.test_client()

    with client.get("/sw.js") as response:
        script = response.get_data(as_text=True)
        assert response.mimetype == "text/javascript"
        assert response.headers["Cache-Control"] == "no-cache"

    values = dict(re.findall(r"^const ([A-Z]+) = (.*);$", script, re.MULTILINE)[:4])
    for path in (*json.loads(values["FILES"]), *json.loads(values["OFFLINE"])):
        with client.get(path) as response:
            assert response.status_code == 200


def test_worker_serves_only_what_it_may(visitor: PageClient) -> None:
    with visitor.app.test_client().get("/sw.js") as response:
        policy = response.headers["Content-Security-Policy"]

    assert "connect-src 'self'" in policy
    assert "sandbox" not in policy


def test_manifest_names_icons_that_are_there(visitor: PageClient) -> None:
    client = visitor.app.test_client()
    manifest = json.loads(client.get("/manifest.webmanifest").get_data(as_text=True))

    for icon in manifest["icons"]:
        with client.get(icon["src"]) as response:
            assert response.mimetype == "image/png"
    assert client.get(manifest["start_url"]).status_code == 200


def test_script_of_pages_is_small() -> None:
    assert (STATIC / "site.js").stat().st_size < MOST_SCRIPT_BYTES


def test_lite_view_has_no_worker(visitor: PageClient) -> None:
    html = visitor.app.test_client().get("/l/").get_data(as_text=True)

    assert "script" not in html
    assert "manifest" not in html
