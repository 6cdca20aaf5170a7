"""Guard: every setting, command and term is documented, and the map of rooms is true."""

import inspect
import re
from dataclasses import fields
from importlib import import_module
from pathlib import Path, PurePosixPath

import click
import pytest

from tests.house.tree import PACKAGED, ROOT, files, python_files, source
from uniportal.commands import main
from uniportal.settings import Settings, read_settings

DOCS = ROOT / "docs"
WITHOUT_PREFIX = {"port": "PORT"}
DATA_FOLDERS = ("crawler/samples", "uniportal/translations", "docs/pictures", "docs/adr")
DOMAIN = [path for path in python_files("canse") if path.parts[:2] == ("canse", "domain")]


def read(name: str) -> str:
    """The text of one document."""
    return (DOCS / name).read_text("utf-8")


def command_names(command: click.Command, path: str = "uniportal") -> list[str]:
    """Each command in full words: "uniportal index rebuild"."""
    if not isinstance(command, click.Group):
        return [path]
    return [
        name
        for word, inner in command.commands.items()
        for name in command_names(inner, f"{path} {word}")
    ]


@pytest.mark.parametrize("setting", [field.name for field in fields(Settings)])
def test_setting_is_documented(setting: str) -> None:
    variable = WITHOUT_PREFIX.get(setting, f"UNIPORTAL_{setting.upper()}")

    assert f"`{variable}`" in read("running.md")
    assert f'"{variable.removeprefix("UNIPORTAL_")}"' in inspect.getsource(read_settings)


def test_only_settings_that_exist_are_documented() -> None:
    known = {f"UNIPORTAL_{field.name.upper()}" for field in fields(Settings)} | {"UNIPORTAL_CI"}

    documented = set(re.findall(r"UNIPORTAL_[A-Z_]+", read("running.md")))

    assert documented - known == set()


def test_only_the_settings_read_the_environment() -> None:
    reading = re.compile(r"os\.environ|getenv\(|import environs|from environs")

    readers = {
        path.as_posix()
        for path in python_files("canse", "crawler", "indices", "uniportal")
        if reading.search(source(path))
    }

    assert readers == {"uniportal/settings.py"}


def test_every_command_is_documented() -> None:
    text = read("running.md")

    assert [name for name in command_names(main) if f"`{name}" not in text] == []


def test_only_commands_that_exist_are_documented() -> None:
    groups = {name.rsplit(" ", 1)[0] for name in command_names(main)}
    known = set(command_names(main)) | groups

    for words in re.findall(r"^\| `(uniportal [a-z ]+[a-z])", read("running.md"), re.M):
        assert words in known


@pytest.mark.parametrize("path", DOMAIN, ids=str)
def test_domain_terms_are_in_the_glossary(path: Path) -> None:
    module = import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
    glossary = read("glossary.md")

    terms = [
        name
        for name, item in vars(module).items()
        if inspect.isclass(item) and item.__module__ == module.__name__
    ]

    assert [name for name in terms if f"`{name}`" not in glossary] == []


def test_make_targets_are_in_the_manual() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")

    targets = re.findall(r"^\.PHONY: (\S+)", makefile, re.M)

    assert [
        name for name in targets if not re.search(rf"^{name}:.*## .+ \| .+", makefile, re.M)
    ] == []


def test_map_shows_every_room() -> None:
    drawn = set(re.findall(r"`([a-z_./]+/)`", read("house.md")))
    rooms = {
        f"{path.parent.as_posix()}/"
        for path in files()
        if path.parts[0] in (*PACKAGED, "tests", "docs")
        and not path.as_posix().startswith(tuple(f"{folder}/" for folder in DATA_FOLDERS))
    }

    assert rooms - drawn == set()


def test_map_shows_only_what_exists() -> None:
    drawn = re.findall(r"`([a-zA-Z_./-]+/[a-zA-Z_./-]*)`", read("house.md"))

    missing = [name for name in drawn if not (ROOT / name).exists() and not name.startswith("/")]

    assert missing == []


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for path in files():
        if path.suffix == ".md" and path.parts[0] not in PACKAGED:
            for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", source(path)):
                if "://" not in target and not (ROOT / path.parent / target).exists():
                    broken.append(f"{path}: {target}")

    assert broken == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(
        int(PurePosixPath(path).name[:4])
        for path in files()
        if path.parts[:2] == ("docs", "adr") and path.name != "README.md"
    )

    assert numbers == list(range(1, len(numbers) + 1))
