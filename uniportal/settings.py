"""The settings of the site, read once from the environment into one frozen object."""

import os
import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from environs import Env

from canse.domain.errors import BadInput
from canse.domain.naming import is_web_address

PREFIX = "UNIPORTAL_"
SHORTEST_SECRET = 32
MOST_PROXIES = 5
MOST_PAGE_SECONDS = 60
"""As long as anybody may keep a page without asking (uniportal/headers.py)."""
DEFAULT_PORT = 8000
WEIGHTS_2012 = (7, 24, 30, 39)
"""What the four stages weigh in the United Nations survey of 2012, as remembered: unconfirmed."""
HEAVIEST = 1_000
DEVELOPMENT_SECRET = "development-only-never-in-production"
INDEX_SCHEMES = ("whoosh", "memory")
DATABASE_SCHEMES = ("sqlite", "postgresql", "postgresql+psycopg")

Choice = TypeVar("Choice", bound=StrEnum)


class Environment(StrEnum):
    """Where the site runs; everything is optional in development only."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


class LogFormat(StrEnum):
    """How log lines are written: for a person or for a machine."""

    PLAIN = "plain"
    JSON = "json"


PAGE_SECONDS_OF = {Environment.DEVELOPMENT: 0, Environment.PRODUCTION: 30}
"""Who develops wants to see each change at once."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything the environment decides; docs/running.md explains each.

    `base_url` is the public address without a final slash, empty when the address of each request
    is to be used. `proxies` counts the trusted proxies in front of the site. `stage_weights` says
    what each of the four stages weighs when the points of a portal are added up. `page_seconds` is
    for how long a page already sent, and the lists on it, may be sent again from memory.
    """

    instance: Path
    environment: Environment = Environment.DEVELOPMENT
    database_url: str = field(repr=False)
    index_url: str = "whoosh:"
    secret_key: str = field(default=DEVELOPMENT_SECRET, repr=False)
    lite_host: str = ""
    base_url: str = ""
    trusted_hosts: tuple[str, ...] = ()
    proxies: int = 0
    port: int = DEFAULT_PORT
    stage_weights: tuple[int, ...] = WEIGHTS_2012
    log_format: LogFormat = LogFormat.PLAIN
    robot_contact: str = ""
    page_seconds: int = 0

    @property
    def is_development(self) -> bool:
        """Whether safe defaults may stand in for what production must name."""
        return self.environment is Environment.DEVELOPMENT

    @property
    def index_folder(self) -> Path:
        """Where the embedded index lives: what follows `whoosh:`, else beside the database."""
        path = self.index_url.partition(":")[2]
        return Path(path) if path else self.instance / "index"


def settings_for(instance: Path, **changes: Any) -> Settings:
    """Settings of an embedded catalogue in a folder, every other field open to change."""
    return replace(Settings(instance=instance, database_url=sqlite_url(instance)), **changes)


def sqlite_url(instance: Path) -> str:
    """The address of the embedded database of an instance folder."""
    return f"sqlite:///{instance / 'uniportal.db'}"


def read_settings() -> Settings:
    """Read the environment; BadInput names the variable that cannot be used and why."""
    env = Env(prefix=PREFIX)
    instance = Path(_text(env, "INSTANCE") or "instance").absolute()
    environment = _word(env, "ENVIRONMENT", Environment)
    base_url = _web_address(env, "BASE_URL")
    lite_host = _text(env, "LITE_HOST").lower()
    return Settings(
        instance=instance,
        environment=environment,
        database_url=_url(env, "DATABASE_URL", DATABASE_SCHEMES, sqlite_url(instance)),
        index_url=_url(env, "INDEX_URL", INDEX_SCHEMES, "whoosh:"),
        secret_key=_secret_key(env, "SECRET_KEY", environment),
        lite_host=lite_host,
        base_url=base_url,
        trusted_hosts=_words(env, "TRUSTED_HOSTS") or _hosts_of(base_url, lite_host),
        proxies=_number(env, "PROXIES", 0, MOST_PROXIES, 0),
        port=_number(Env(), "PORT", 1, 65535, DEFAULT_PORT),
        log_format=_word(env, "LOG_FORMAT", LogFormat),
        robot_contact=_contact(env, "ROBOT_CONTACT"),
        stage_weights=_weights(env, "STAGE_WEIGHTS"),
        page_seconds=_number(
            env, "PAGE_SECONDS", 0, MOST_PAGE_SECONDS, PAGE_SECONDS_OF[environment]
        ),
    )


def speak(known: Collection[str], default: str) -> str:
    """Make console messages speak the language of the environment, or the default one.

    Both gettext and click look at the environment each time they say something, so what is chosen
    is left there for them.
    """
    env = Env()
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    asked = next((text for name in names if (text := _text(env, name))), "")[:2].lower()
    chosen = asked if asked in known else default
    os.environ["LANGUAGE"] = chosen
    return chosen


def _text(env: Env, name: str) -> str:
    return str(env.str(name, default="")).strip()


def _word(env: Env, name: str, choices: type[Choice]) -> Choice:
    first = next(iter(choices))
    text = _text(env, name) or first.value
    try:
        return choices(text)
    except ValueError as error:
        raise BadInput(
            "La variable {variable} dice «{text}» y solo puede decir: {choices}.",
            variable=PREFIX + name,
            text=text,
            choices=", ".join(choices),
        ) from error


def _number(env: Env, name: str, least: int, most: int, default: int) -> int:
    text = _text(env, name) or str(default)
    if not (text.isdecimal() and len(text) <= len(str(most)) and least <= int(text) <= most):
        raise BadInput(
            "La variable {variable} debe ser un número entre {least} y {most}.",
            variable=(env._prefix or "") + name,
            least=least,
            most=most,
        )
    return int(text)


def _weights(env: Env, name: str) -> tuple[int, ...]:
    text = _text(env, name)
    if not text:
        return WEIGHTS_2012
    parts = [part.strip() for part in text.split("/")]
    are_numbers = all(part.isdecimal() and len(part) <= len(str(HEAVIEST)) for part in parts)
    weights = tuple(int(part) for part in parts) if are_numbers else ()
    if len(weights) != len(WEIGHTS_2012) or max(weights) > HEAVIEST or not sum(weights):
        raise BadInput(
            "La variable {variable} debe traer cuatro números, como 7/24/30/39.",
            variable=PREFIX + name,
        )
    return weights


def _contact(env: Env, name: str) -> str:
    """An address of mail or of the web that may stand in a header of HTTP as it is."""
    contact = _text(env, name)
    is_plain = bool(re.fullmatch(r"[!-~]{3,120}", contact)) and not re.search(r"[();,<>]", contact)
    is_mail = re.fullmatch(r"[^@]+@[^@]+\.[^@]+", contact) is not None
    if contact and not (is_plain and (is_mail or is_web_address(contact))):
        raise BadInput(
            "La variable {variable} debe ser un correo o una dirección como "
            "https://ejemplo.gob.gt/robot.",
            variable=PREFIX + name,
        )
    return contact


def _web_address(env: Env, name: str) -> str:
    address = _text(env, name).rstrip("/")
    if address and not is_web_address(address):
        raise BadInput(
            "La variable {variable} debe ser una dirección como https://ejemplo.gob.gt.",
            variable=PREFIX + name,
        )
    return address


def _url(env: Env, name: str, schemes: tuple[str, ...], default: str) -> str:
    url = _text(env, name) or default
    if ":" not in url or url.partition(":")[0] not in schemes:
        raise BadInput(
            "La variable {variable} debe empezar por {choices}.",
            variable=PREFIX + name,
            choices=" o ".join(f"{scheme}:" for scheme in schemes),
        )
    return url


def _secret_key(env: Env, name: str, environment: Environment) -> str:
    key = _text(env, name)
    if environment is Environment.DEVELOPMENT:
        return key or DEVELOPMENT_SECRET
    if len(key) < SHORTEST_SECRET:
        raise BadInput(
            "Falta la variable {variable}: fuera de desarrollo debe tener {least} letras o más.",
            variable=PREFIX + name,
            least=SHORTEST_SECRET,
        )
    return key


def _words(env: Env, name: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in _text(env, name).split(",") if word.strip())


def _hosts_of(base_url: str, lite_host: str) -> tuple[str, ...]:
    """The hosts that the public addresses name; none when the site has no address of its own."""
    if not base_url:
        return ()
    hosts = (urlsplit(base_url).hostname or "", lite_host.partition(":")[0])
    return tuple(host for host in hosts if host)
