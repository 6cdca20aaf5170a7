"""Asks Lighthouse what it thinks of the pages, as a phone of its mobile profile sees them.

    make lighthouse

It is a program of Node, fetched into build/lighthouse the first time. Ends with 1 where a page
scores less than asked.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.browser.pictures import addresses, prepared
from tests.browser.serving import NO_SANDBOX, QUIET, browser_path, served
from tests.house.tree import ROOT
from uniportal.app import create_app

PROGRAM = ROOT / "build" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
ASKED = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least score of each category, of 100."""
PAGES = ("inicio", "resultados", "servicio")
LONGEST_SECONDS = 180


def main() -> int:
    """Score every page; 1 when one is below what is asked, 2 when there is nothing to ask with."""
    browser = browser_path()
    if browser is None or not PROGRAM.exists():
        sys.stderr.write("Falta un Chromium o Lighthouse: pruebe make lighthouse.\n")
        return 2
    is_good = True
    with tempfile.TemporaryDirectory() as folder:
        rooms = prepared(Path(folder) / "instance")
        with served(create_app(rooms=rooms)) as site:
            found = addresses(rooms)
            for name in PAGES:
                report = scored(browser, site + found[name], Path(folder) / "report.json")
                lines = list(verdict(name, report))
                is_good = is_good and len(lines) == 1
                sys.stdout.write("\n".join(lines) + "\n")
        rooms.close()
    return 0 if is_good else 1


def scored(browser: Path, url: str, report: Path) -> Mapping[str, Any]:
    """The report on one page, as Lighthouse writes it."""
    flags = " ".join([*QUIET, NO_SANDBOX, "--disable-dev-shm-usage"])
    subprocess.run(
        [
            str(PROGRAM), url, "--quiet", f"--chrome-flags={flags}",
            f"--only-categories={','.join(ASKED)}", "--output=json", f"--output-path={report}",
        ],
        check=True,
        timeout=LONGEST_SECONDS,
        env={**os.environ, "CHROME_PATH": str(browser)},
    )  # fmt: skip
    told: Mapping[str, Any] = json.loads(report.read_text("utf-8"))
    return told


def verdict(name: str, report: Mapping[str, Any]) -> Iterator[str]:
    """A line of scores, and a line for each thing that keeps a category below what is asked."""
    scores = {key: round(100 * report["categories"][key]["score"]) for key in ASKED}
    yield f"{name}: " + ", ".join(f"{key} {score}" for key, score in scores.items())
    for key, least in ASKED.items():
        if scores[key] < least:
            yield from _failed(report, key)


def _failed(report: Mapping[str, Any], category: str) -> Iterator[str]:
    for item in report["categories"][category]["auditRefs"]:
        audit = report["audits"][item["id"]]
        if item["weight"] and audit["score"] is not None and audit["score"] < 1:
            yield f"    {category}: {audit['title']} ({audit['score']})"


if __name__ == "__main__":
    sys.exit(main())
