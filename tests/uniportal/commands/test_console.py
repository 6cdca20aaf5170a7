"""The console speaks the language of whoever asks, and expected faults are one sentence."""

from pathlib import Path

import click
import pytest

from canse.domain.errors import CatalogueUnavailable
from indices.port import IndexUnavailable
from tests.uniportal.commands.conftest import Run
from uniportal.commands.console import COMMANDS
from uniportal.commands.speaking import Console, sentence

EXPECTED = (
    *("init", "audit", "intake", "refresh", "index", "search", "import", "export"),
    *("serve", "demo", "doctor"),
)


@pytest.mark.parametrize("name", EXPECTED)
def test_command_of_the_contract_exists_and_explains_itself(run: Run, name: str) -> None:
    result = run(name, "--help")

    assert result.exit_code == 0
    assert name in {command.name for command in COMMANDS}
    assert result.stdout.startswith("Uso: uniportal ")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("", ("Uso:", "Revisa los ajustes", "Construye y cuida el índice")),
        ("es_GT.UTF-8", ("Uso:", "Revisa los ajustes", "Construye y cuida el índice")),
        ("xx", ("Uso:", "Revisa los ajustes", "Construye y cuida el índice")),
        ("en_US.UTF-8", ("Usage:", "Checks the settings", "Builds and looks after the index")),
    ],
)
def test_help_is_in_the_language_asked_for(run: Run, language: str, words: tuple[str, ...]) -> None:
    text = run("--help", language=language).stdout

    assert [word for word in words if word not in text] == []


def test_wrong_usage_ends_with_two_and_says_why_in_spanish(run: Run) -> None:
    for words in (("nada",), ("search",), ("serve", "--port", "x"), ("--nada",)):
        result = run(*words)

        assert result.exit_code == 2
        assert "Uso: uniportal" in result.stderr
        assert result.stdout == ""


def test_setting_that_cannot_be_used_is_one_sentence(run: Run) -> None:
    result = run("doctor", "--json", UNIPORTAL_ENVIRONMENT="casa")
    refused = run("index", "status", UNIPORTAL_ENVIRONMENT="casa")

    assert result.exit_code == 1
    assert "UNIPORTAL_ENVIRONMENT" in result.stdout
    assert refused.exit_code == 1
    assert "UNIPORTAL_ENVIRONMENT" in refused.stderr
    assert "Traceback" not in refused.output


def test_setting_that_cannot_be_used_does_not_keep_help_away(run: Run) -> None:
    assert run("index", "--help", UNIPORTAL_ENVIRONMENT="casa").exit_code == 0


def test_instance_that_is_a_file_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "instance").write_text("no soy una carpeta")

    result = run("init")

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("fault", "exit_code"),
    [
        (CatalogueUnavailable("Otro proceso está escribiendo."), 1),
        (IndexUnavailable("El índice está dañado."), 1),
        (OSError(28, "No space left on device", "/x/y"), 1),
        (KeyboardInterrupt(), 1),
    ],
    ids=repr,
)
def test_expected_fault_ends_with_one_and_no_traceback(
    fault: BaseException, exit_code: int, run: Run
) -> None:
    @click.command()
    def fail() -> None:
        raise fault

    console = Console(commands={"fail": fail})
    result = click.testing.CliRunner().invoke(console, ["fail"])

    assert result.exit_code == exit_code
    assert "Traceback" not in result.output
    assert result.stdout == ""
    assert result.stderr.count("\n") == (0 if isinstance(fault, KeyboardInterrupt) else 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("index", "rebuild"), "uniportal init"),
        (("search", "pasaporte"), "uniportal init"),
        (("intake", "nada.json"), "nada.json"),
        (("import", "catalogo", "nada.csv"), "nada.csv"),
        (("export", "--format", "csv"), "uniportal init"),
    ],
    ids=" ".join,
)
def test_command_of_any_room_that_is_refused_ends_with_one_sentence(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    result = run(*words)

    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_reason_of_the_system_is_told_in_plain_words() -> None:
    assert "espacio" in sentence(OSError(28, "No space left on device", "/x/y"))
    assert "/x/y" in sentence(OSError(13, "Permission denied", "/x/y"))
    assert "rare" in sentence(OSError(9999, "rare"))
