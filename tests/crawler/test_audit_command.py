"""The console command `audit`: what it prints and how it ends."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from canse.domain.errors import CatalogueUnavailable
from canse.domain.institution import InstitutionKind
from crawler.commands import audit
from tests.crawler.small_site import Pages, Reply, page, serve

MUNI: Pages = {"/": page("Inicio", "/tramites"), "/tramites": page("Trámites")}


@dataclass(frozen=True)
class Directory:
    """A catalogue that knows one portal."""

    url: str

    def of(self, slug: str) -> Iterable[tuple[str, str]]:
        return [(self.url, slug)] if slug == "muni" else []

    def all(self) -> Iterable[tuple[str, str]]:
        return [(self.url, "muni")]

    def due(self) -> Iterable[tuple[str, str]]:
        raise CatalogueUnavailable("La base de datos no responde.")

    def kind_of(self, slug: str) -> InstitutionKind:
        return InstitutionKind.MUNICIPALITY


@dataclass(frozen=True)
class Surroundings:
    portals: Directory
    audit_folder: Path | None = None


def run(*arguments: str, obj: Any = None) -> Result:
    return CliRunner().invoke(audit, list(arguments), obj=obj)


def reports(folder: Path) -> list[Path]:
    return sorted(folder.rglob("report.json"))


def test_one_line_is_printed_and_exit_is_0_when_all_is_done(tmp_path: Path) -> None:
    with serve(MUNI) as site:
        result = run(site.url(), "--allow-private", "--out", str(tmp_path))

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert str(reports(tmp_path)[0]) in result.stdout
    assert result.stderr == ""


def test_json_is_one_object_a_portal(tmp_path: Path) -> None:
    with serve(MUNI) as one, serve(MUNI) as two:
        result = run(one.url(), two.url(), "--allow-private", "--out", str(tmp_path), "--json")

    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [values["url"] for values in found] == [one.url(), two.url()]
    assert {values["pages_fetched"] for values in found} == {2}
    assert len(reports(tmp_path)) == 2


def test_exit_is_3_when_one_portal_does_not_answer(tmp_path: Path) -> None:
    with serve(MUNI) as site, serve({"/": Reply(status=500)}) as broken:
        result = run(site.url(), broken.url(), "--allow-private", "--out", str(tmp_path))

    titles, first, second = result.stdout.splitlines()
    assert result.exit_code == 3
    assert titles.startswith("Portal")
    assert "completa" in first
    assert "no evaluable" in second
    assert "error del servidor" in result.stderr
    assert len(reports(tmp_path)) == 2


@pytest.mark.parametrize("url", ["hola mundo", "ftp://a.gt/", "javascript:alert(1)", ""])
def test_exit_is_2_with_one_sentence_when_it_is_no_address(tmp_path: Path, url: str) -> None:
    result = run(url, "--out", str(tmp_path))

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "no es la dirección de un portal" in result.stderr
    assert reports(tmp_path) == []


def test_nothing_is_audited_when_one_of_the_addresses_is_none(tmp_path: Path) -> None:
    with serve(MUNI) as site:
        result = run(site.url(), "hola mundo", "--allow-private", "--out", str(tmp_path))

    assert result.exit_code == 2
    assert site.asked == []


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://localhost/", "http://10.0.0.1/"])
def test_private_address_is_refused_when_not_allowed(tmp_path: Path, url: str) -> None:
    result = run(url, "--out", str(tmp_path))

    assert result.exit_code == 2
    assert "--allow-private" in result.stderr


def test_exit_is_2_when_no_portal_is_chosen() -> None:
    result = run()

    assert result.exit_code == 2
    assert "--institution" in result.stderr


@pytest.mark.parametrize("choice", [["--institution", "muni"], ["--all"], ["--due"]])
def test_exit_is_2_when_there_is_no_catalogue_to_choose_from(choice: list[str]) -> None:
    result = run(*choice)

    assert result.exit_code == 2
    assert "catálogo" in result.stderr


@pytest.mark.parametrize("choice", [["--institution", "muni"], ["--all"]])
def test_portals_come_from_the_catalogue_when_asked(tmp_path: Path, choice: list[str]) -> None:
    with serve(MUNI) as site:
        surroundings = Surroundings(Directory(site.url()), tmp_path)
        result = run(*choice, "--allow-private", obj=surroundings)

    assert result.exit_code == 0
    report = json.loads(reports(tmp_path)[0].read_text(encoding="utf-8"))
    assert report["portal"]["institution"] == "muni"


def test_institution_without_portals_is_said(tmp_path: Path) -> None:
    result = run("--institution", "otra", obj=Surroundings(Directory("http://a.gt/")))

    assert result.exit_code == 2
    assert "«otra» no tiene portales" in result.stderr


def test_exit_is_1_when_the_catalogue_does_not_answer() -> None:
    result = run("--due", obj=Surroundings(Directory("http://a.gt/")))

    assert result.exit_code == 1
    assert "no responde" in result.stderr


def test_replay_needs_neither_address_nor_connection(tmp_path: Path) -> None:
    with serve(MUNI) as site:
        run(site.url(), "--allow-private", "--out", str(tmp_path / "a"))
    archive = reports(tmp_path / "a")[0].parent / "pages.warc.gz"

    result = run("--replay", str(archive), "--out", str(tmp_path / "b"))

    assert result.exit_code == 0
    assert (reports(tmp_path / "b")[0].parent / "pages.warc.gz").exists()


@pytest.mark.parametrize("content", [None, b"", b"hola"])
def test_exit_is_1_with_one_sentence_when_the_archive_is_none(
    tmp_path: Path, content: bytes | None
) -> None:
    archive = tmp_path / "a.warc.gz"
    if content is not None:
        archive.write_bytes(content)

    result = run("--replay", str(archive), "--out", str(tmp_path / "b"))

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "a.warc.gz" in result.stderr


def test_exit_is_1_when_the_folder_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "archivo"
    blocked.write_text("no soy una carpeta")

    with serve(MUNI) as site:
        result = run(site.url(), "--allow-private", "--out", str(blocked))

    assert result.exit_code == 1
    assert "No se pudo escribir" in result.stderr
    assert "no es una carpeta" in result.stderr


def test_help_is_in_spanish() -> None:
    result = run("--help")

    assert result.exit_code == 0
    assert "Audita portales" in result.stdout


def test_other_portals_are_audited_when_the_catalogue_holds_a_wrong_address(
    tmp_path: Path,
) -> None:
    @dataclass(frozen=True)
    class Flawed(Directory):
        def all(self) -> Iterable[tuple[str, str]]:
            return [("sin dirección", "otra"), (self.url, "muni")]

    with serve(MUNI) as site:
        surroundings = Surroundings(Flawed(site.url()), tmp_path)
        result = run("--all", "--allow-private", obj=surroundings)

    assert result.exit_code == 3
    assert "«sin dirección» no es la dirección" in result.stderr
    assert len(reports(tmp_path)) == 1
