"""What the environment may say, and the sentence that names the variable when it may not."""

from pathlib import Path

import pytest

from canse.domain.errors import BadInput
from uniportal.settings import (
    Environment,
    LogFormat,
    read_settings,
    settings_for,
    speak,
    sqlite_url,
)

LONG_SECRET = "x" * 40


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An environment that says nothing of us, in a folder of its own."""
    for name in (
        "INSTANCE",
        "ENVIRONMENT",
        "DATABASE_URL",
        "INDEX_URL",
        "SECRET_KEY",
        "LITE_HOST",
        "BASE_URL",
        "TRUSTED_HOSTS",
        "PROXIES",
        "LOG_FORMAT",
        "PAGE_SECONDS",
        "ROBOT_CONTACT",
        "STAGE_WEIGHTS",
    ):
        monkeypatch.delenv(f"UNIPORTAL_{name}", raising=False)
    monkeypatch.delenv("PORT", raising=False)
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def test_everything_is_embedded_when_nothing_is_set(tmp_path: Path) -> None:
    settings = read_settings()

    assert settings.instance == tmp_path / "instance"
    assert settings.database_url == sqlite_url(tmp_path / "instance")
    assert settings.index_folder == tmp_path / "instance" / "index"
    assert settings.is_development
    assert settings.trusted_hosts == ()


def test_every_variable_is_read_when_set(bare_environment: pytest.MonkeyPatch) -> None:
    for name, value in {
        "UNIPORTAL_INSTANCE": "/srv/datos",
        "UNIPORTAL_ENVIRONMENT": "production",
        "UNIPORTAL_DATABASE_URL": "postgresql+psycopg://u:p@db/uniportal",
        "UNIPORTAL_INDEX_URL": "whoosh:/srv/indice",
        "UNIPORTAL_SECRET_KEY": LONG_SECRET,
        "UNIPORTAL_LITE_HOST": "Ligero.Example.GT",
        "UNIPORTAL_BASE_URL": "https://servicios.example.gt/",
        "UNIPORTAL_PROXIES": "1",
        "UNIPORTAL_LOG_FORMAT": "json",
        "UNIPORTAL_ROBOT_CONTACT": "robot@catalogo.example",
        "PORT": "8080",
    }.items():
        bare_environment.setenv(name, value)

    settings = read_settings()

    assert settings.environment is Environment.PRODUCTION
    assert settings.log_format is LogFormat.JSON
    assert settings.robot_contact == "robot@catalogo.example"
    assert settings.index_folder == Path("/srv/indice")
    assert settings.base_url == "https://servicios.example.gt"
    assert settings.trusted_hosts == ("servicios.example.gt", "ligero.example.gt")
    assert (settings.proxies, settings.port) == (1, 8080)


def test_trusted_hosts_are_those_named_when_named(bare_environment: pytest.MonkeyPatch) -> None:
    bare_environment.setenv("UNIPORTAL_TRUSTED_HOSTS", "a.example, .b.example,")

    assert read_settings().trusted_hosts == ("a.example", ".b.example")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("UNIPORTAL_ENVIRONMENT", "casa"),
        ("UNIPORTAL_DATABASE_URL", "mysql://x/y"),
        ("UNIPORTAL_DATABASE_URL", "sqlite"),
        ("UNIPORTAL_INDEX_URL", "solr:x"),
        ("UNIPORTAL_BASE_URL", "servicios.example.gt"),
        ("UNIPORTAL_BASE_URL", "http://["),
        ("UNIPORTAL_PROXIES", "muchos"),
        ("UNIPORTAL_PROXIES", "99"),
        ("UNIPORTAL_LOG_FORMAT", "xml"),
        ("UNIPORTAL_PAGE_SECONDS", "61"),
        ("UNIPORTAL_PAGE_SECONDS", "-1"),
        ("UNIPORTAL_ROBOT_CONTACT", "nadie"),
        ("UNIPORTAL_ROBOT_CONTACT", "a@b.example\r\nX-Otra: 1"),
        ("UNIPORTAL_ROBOT_CONTACT", "a@b.example) Otro/1.0 (c"),
        ("UNIPORTAL_ROBOT_CONTACT", "ñandú@b.example"),
        ("PORT", "0"),
        ("PORT", "1e3"),
        ("PORT", "9" * 5000),
    ],
)
def test_sentence_names_the_variable_when_it_cannot_be_used(
    bare_environment: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    bare_environment.setenv(variable, value)

    with pytest.raises(BadInput, match=variable):
        read_settings()


@pytest.mark.parametrize("secret", ["", "corto"])
def test_secret_is_required_outside_development(
    bare_environment: pytest.MonkeyPatch, secret: str
) -> None:
    bare_environment.setenv("UNIPORTAL_ENVIRONMENT", "production")
    bare_environment.setenv("UNIPORTAL_SECRET_KEY", secret)

    with pytest.raises(BadInput, match="UNIPORTAL_SECRET_KEY"):
        read_settings()


def test_secrets_are_not_shown_when_settings_are_printed(tmp_path: Path) -> None:
    settings = settings_for(
        tmp_path, secret_key=LONG_SECRET, database_url="postgresql://ana:clave@db/x"
    )

    assert LONG_SECRET not in repr(settings)
    assert "clave" not in repr(settings)


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("en_US.UTF-8", "en"), ("en", "en"), ("es_GT.UTF-8", "es"), ("C.UTF-8", "es"), ("", "es")],
)
def test_console_speaks_what_the_environment_asks(
    bare_environment: pytest.MonkeyPatch, asked: str, spoken: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        bare_environment.setenv(name, "")
    bare_environment.setenv("LANG", asked)

    assert speak({"es", "en"}, "es") == spoken


def test_stages_weigh_what_the_environment_says(bare_environment: pytest.MonkeyPatch) -> None:
    assert read_settings().stage_weights == (7, 24, 30, 39)

    bare_environment.setenv("UNIPORTAL_STAGE_WEIGHTS", " 1 / 0/ 2/3 ")

    assert read_settings().stage_weights == (1, 0, 2, 3)


@pytest.mark.parametrize(
    "text", ["7", "1/2/3", "1/2/3/4/5", "a/b/c/d", "-1/2/3/4", "0/0/0/0", "1001/1/1/1", "²/1/1/1"]
)
def test_weights_that_cannot_be_used_are_refused(
    bare_environment: pytest.MonkeyPatch, text: str
) -> None:
    bare_environment.setenv("UNIPORTAL_STAGE_WEIGHTS", text)

    with pytest.raises(BadInput, match="STAGE_WEIGHTS"):
        read_settings()
