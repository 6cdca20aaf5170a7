"""Guard: nothing in the repository names one machine, one registry, or work left undone."""

import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files, python_files, source

TEXTS = {".py", ".html", ".css", ".js", ".md", ".cfg", ".toml", ".txt", ".yaml", ".yml", ".json"}
TEXTS |= {".csv", ".po", ".pot", ".xml", ".svg", ".sh", ".ini", ".mako", ""}

# A letter in brackets keeps this file from finding itself.
MACHINE_PATHS = re.compile(r"(?<![\w./:-])/(?:wor[k]|roo[t]|tmp/brie[f]|home/\w+)\b")
REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian|archive\.ubuntu"
    r"|proxy\.golang|crates\.io|--(?:extra-)?index-ur[l]|--find-link[s]"
)
UNDONE = re.compile(r"\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")
SAMPLES = ("crawler", "samples")


def texts() -> list[Path]:
    """The files a person reads or writes."""
    return [path for path in files() if path.suffix in TEXTS and path.name != "LICENSE"]


def offenders(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Where a pattern occurs: file, line, words."""
    return [
        f"{path}:{number}: {found.group()}"
        for path in paths
        for number, line in enumerate(source(path).splitlines(), start=1)
        if (found := pattern.search(line))
    ]


@pytest.mark.parametrize("pattern", [MACHINE_PATHS, REGISTRIES], ids=["paths", "registries"])
def test_repository_names_no_machine(pattern: re.Pattern[str]) -> None:
    assert offenders(pattern, texts()) == []


def test_code_leaves_nothing_undone() -> None:
    suffixes = {".py", ".html", ".css", ".js", ".cfg", ".toml"}
    code = [p for p in texts() if p.suffix in suffixes and p.parts[:2] != SAMPLES]

    assert offenders(UNDONE, code) == []


def test_texts_are_utf8_with_unix_line_ends() -> None:
    wrong = [str(path) for path in python_files() if b"\r" in (ROOT / path).read_bytes()]

    assert wrong == []


def test_no_file_of_the_official_catalogue_or_real_portals_is_committed() -> None:
    forbidden = re.compile(r"catalogo_tramites_gt|portals/sites|cambios_bolivia")

    assert [str(path) for path in files() if forbidden.search(path.as_posix())] == []
