"""Guard: what is installed is exactly what setup.cfg asks for, each file known by its hash."""

import re
from configparser import ConfigParser

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT

Locked = dict[str, tuple[str, int]]


def asked(section: str, option: str) -> list[Requirement]:
    """The requirements that setup.cfg lists under an option."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = (line.split("#")[0].strip() for line in config[section][option].splitlines())
    return [Requirement(line) for line in lines if line]


def locked(name: str) -> Locked:
    """What a lock file holds: name → version and number of hashes."""
    text = (ROOT / name).read_text("utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.M)
    found: Locked = {}
    for entry in entries:
        if pin := re.match(r"([A-Za-z0-9._-]+)==([^\s;\\]+)", entry):
            found[canonicalize_name(pin[1])] = (pin[2], entry.count("--hash=sha256:"))
    return found


@pytest.mark.parametrize(
    ("lock", "section", "option"),
    [
        ("requirements.txt", "options", "install_requires"),
        ("requirements-dev.txt", "options", "install_requires"),
        ("requirements-dev.txt", "options.extras_require", "dev"),
    ],
)
def test_lock_holds_what_is_asked(lock: str, section: str, option: str) -> None:
    held = locked(lock)

    for requirement in asked(section, option):
        version, _ = held[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"run make lock: {requirement}"


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_a_hash(lock: str) -> None:
    assert [name for name, (_, hashes) in locked(lock).items() if not hashes] == []


def test_development_adds_to_what_runs_and_changes_nothing() -> None:
    running, development = locked("requirements.txt"), locked("requirements-dev.txt")

    differing = {name for name, pin in running.items() if development.get(name) != pin}

    assert differing == set()


def test_only_one_whoosh_is_installed() -> None:
    assert not {"whoosh", "whoosh3", "whoosh-community"} & set(locked("requirements-dev.txt"))
