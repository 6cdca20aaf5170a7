"""Writes tests/house/routes.json, the list of published addresses, from the site as it is.

    make routes

A new address enters with the access "decide": a person then writes "public" or "guarded". An
address that is no longer served stays in the list, so that the guard goes on asking for its
redirect; whoever truly retires one removes it by hand.
"""

import json
import sys
from pathlib import Path

from flask import Flask

from tests.house.tree import ROOT
from uniportal.app import create_app
from uniportal.settings import settings_for

ROUTES = ROOT / "tests/house/routes.json"
UNDECIDED = "decide"

Routes = dict[str, dict[str, str]]


def published() -> Routes:
    """The list as committed: rule → its methods and its access."""
    read: Routes = json.loads(ROUTES.read_text("utf-8")) if ROUTES.exists() else {}
    return read


def served(app: Flask) -> dict[str, str]:
    """The rules the site answers to, each with its methods."""
    methods: dict[str, set[str]] = {}
    for rule in app.url_map.iter_rules():
        methods.setdefault(rule.rule, set()).update((rule.methods or set()) - {"HEAD", "OPTIONS"})
    return {rule: " ".join(sorted(names)) for rule, names in methods.items()}


def merged(old: Routes, now: dict[str, str]) -> Routes:
    """The old list with what is new or changed; nothing is taken out."""
    added = {
        rule: {"methods": methods, "access": old.get(rule, {}).get("access", UNDECIDED)}
        for rule, methods in now.items()
    }
    return dict(sorted({**old, **added}.items()))


def main() -> int:
    """Bring the committed list up to date."""
    app = create_app(settings_for(Path("instance").absolute()))
    lines = json.dumps(merged(published(), served(app)), indent=2, ensure_ascii=False)
    ROUTES.write_text(lines + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
