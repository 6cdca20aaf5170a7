"""A console to speak to, in a language, over an instance folder of the test's own."""

import gettext
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from uniportal.commands import main

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept_logging: None) -> Iterator[Run]:
    """Run a command line; the language of the process is put back afterwards."""
    domain = gettext.textdomain()
    folder = gettext.bindtextdomain(domain)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "UNIPORTAL_ENVIRONMENT", "UNIPORTAL_SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("UNIPORTAL_INSTANCE", str(tmp_path / "instance"))

    def command(*words: str, language: str = "", **variables: str) -> Result:
        monkeypatch.setenv("LANGUAGE", language)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return CliRunner().invoke(main, words, prog_name="uniportal")

    yield command
    gettext.textdomain(domain)
    gettext.bindtextdomain(domain, folder)
