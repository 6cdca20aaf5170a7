"""A whole small site for the guards: our seed, one audited portal, the index."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from tests.builders import found_service, report
from uniportal.app import create_app
from uniportal.settings import settings_for

COMMAND_SECONDS = 100


def command(instance: Path, *words: str) -> None:
    """Run the console command on an instance folder, as a person would."""
    program = Path(sys.executable).with_name("uniportal")
    inherited = {name: value for name, value in os.environ.items() if "UNIPORTAL" not in name}
    done = subprocess.run(
        [str(program), *words],
        env={**inherited, "UNIPORTAL_INSTANCE": str(instance)},
        capture_output=True,
        text=True,
        timeout=COMMAND_SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder as `uniportal init` makes it, with one report taken in."""
    folder = tmp_path_factory.mktemp("instance")
    command(folder, "init")
    handed_over = folder / "report.json"
    handed_over.write_text(json.dumps(report(found_service()).as_json()), "utf-8")
    command(folder, "intake", str(handed_over))
    command(folder, "index", "follow")
    return folder


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application, over an instance folder that nobody prepared."""
    return create_app(settings_for(tmp_path_factory.mktemp("empty")))


@pytest.fixture(scope="session")
def site(instance: Path) -> Flask:
    """The application over the prepared instance folder."""
    return create_app(settings_for(instance))
