"""Real portals, served on loopback when they are there, give a report, and again in a replay."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from crawler.audit import Audited, Options, Target, audit_portal

PORTALS = Path(__file__).resolve().parents[2].parent / "shared" / "portals"
NAMES = ("br-camara-itacambira", "co-movilidad-laceja", "mx-nicolasromero", "sv-guatajiagua")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PORTALS.is_dir(), reason="los portales reales van en ../shared/portals"),
]


@contextmanager
def served(name: str) -> Iterator[str]:
    """One real portal on loopback, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    script, site, port = PORTALS / "serve.py", PORTALS / "sites" / name, address[17:-1]
    server = subprocess.Popen(
        [sys.executable, str(script), str(site), port, "--sitemap"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except urllib.error.HTTPError as answer:
            answer.close()
            return
        except OSError:
            time.sleep(0.1)
        else:
            return


def said(audited: Audited) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(audited.path.read_text(encoding="utf-8"))
    report.pop("run")
    return report


@pytest.mark.parametrize("name", NAMES)
def test_replay_of_a_real_portal_says_the_same(name: str, tmp_path: Path) -> None:
    with served(name) as address:
        first = audit_portal(
            Target(url=address), Options(out=tmp_path / "a", allow_private=True, max_pages=60)
        )

    archive = first.path.parent / "pages.warc.gz"
    second = audit_portal(Target(replay=archive), Options(out=tmp_path / "b"))

    assert first.report.coverage.evaluable
    assert first.report.coverage.pages_fetched >= 3
    assert {page.url.split("/")[2] for page in first.report.pages} == {address[7:-1]}
    assert said(second) == said(first)
