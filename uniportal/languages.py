"""The languages of the interface: their addresses, their texts, and formats that stay Guatemalan.

The language of the texts and the locale of dates, numbers and money are two things: CLDR knows
hardly anything of Guatemala's languages, and Flask-Babel fails on a language it does not know.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import flask_babel  # type: ignore[import-untyped]
from babel.support import NullTranslations, Translations
from flask import Flask, has_request_context, request

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

FORMAT_LOCALE = "es_GT"
TIME_ZONE = "America/Guatemala"
TRANSLATIONS = Path(__file__).with_name("translations")
LANGUAGE_KEY = "uniportal.language"
MOUNT_KEY = "uniportal.mount"


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language the interface speaks, under its own name."""

    code: str
    autonym: str

    @property
    def prefix(self) -> str:
        """What begins its addresses; Spanish has the plain ones."""
        return "" if self is SPANISH else f"/{self.code}"


SPANISH = Language(code="es", autonym="Español")
ENGLISH = Language(code="en", autonym="English")
LANGUAGES = (SPANISH, ENGLISH)
_BY_SEGMENT = {language.code: language for language in LANGUAGES if language is not SPANISH}


class LanguagePrefix:
    """Moves a leading language from the path to the mount point, so that links keep it.

    What is no language stays in the path and is looked up like any address: nothing here fails.
    """

    def __init__(self, application: "WSGIApplication") -> None:
        self._application = application

    def __call__(self, environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        """Answer a request under the language its address names."""
        mount, path = environ.get("SCRIPT_NAME", ""), environ.get("PATH_INFO", "")
        first, _, rest = path.removeprefix("/").partition("/")
        language = _BY_SEGMENT.get(first, SPANISH)
        environ[MOUNT_KEY] = mount
        environ[LANGUAGE_KEY] = language.code
        if language is not SPANISH:
            environ["SCRIPT_NAME"] = mount + language.prefix
            environ["PATH_INFO"] = f"/{rest}"
        return self._application(environ, start)


class InterfaceDomain(flask_babel.Domain):  # type: ignore[misc]
    """Looks texts up by the language of the interface instead of the locale of formats."""

    def get_translations(self) -> NullTranslations:
        """The texts of the current language; Spanish needs none, its texts are the messages."""
        code = interface_language()
        if code not in self.cache:
            self.cache[code] = Translations.load(TRANSLATIONS, [code])
        translations: NullTranslations = self.cache[code]
        return translations


class InterfaceBabel(flask_babel.Babel):  # type: ignore[misc]
    """Flask-Babel with texts and formats told apart."""

    @cached_property
    def domain_instance(self) -> InterfaceDomain:
        """Where every gettext call of the site looks."""
        return InterfaceDomain()


def init_languages(app: Flask) -> None:
    """Give an application its languages, texts and formats."""
    babel = InterfaceBabel()
    # Flask-Babel forgets a selector given to the constructor (flask-babel#232).
    babel.init_app(
        app,
        default_locale=FORMAT_LOCALE,
        default_timezone=TIME_ZONE,
        default_translation_directories=str(TRANSLATIONS),
        locale_selector=lambda: FORMAT_LOCALE,
    )
    app.wsgi_app = LanguagePrefix(app.wsgi_app)  # type: ignore[assignment]
    app.context_processor(_template_values)


def interface_language() -> str:
    """The code of the language of the current request; Spanish outside a request."""
    if not has_request_context():
        return SPANISH.code
    return str(request.environ.get(LANGUAGE_KEY, SPANISH.code))


def gettext(message: str, **values: object) -> str:
    """A text in the language of the interface, with `%(name)s` filled in."""
    return str(flask_babel.gettext(message, **values))


def mount() -> str:
    """Where the site is mounted, without the language: what files and links to all begin with."""
    return str(request.environ.get(MOUNT_KEY, "")) if has_request_context() else ""


def page_in(language: Language) -> str:
    """The address of the current page in another language, from the root of the host."""
    path = quote(request.path, safe="/:@!$&'()*+,;=~")
    query = request.query_string.decode("latin-1")
    return f"{mount()}{language.prefix}{path}" + (
        f"?{quote(query, safe='%&=+/:;,~')}" if query else ""
    )


def _template_values() -> dict[str, object]:
    if not has_request_context():
        return {"interface_language": SPANISH.code, "interface_languages": ()}
    return {
        "interface_language": interface_language(),
        "interface_languages": tuple(
            (language.code, language.autonym, page_in(language)) for language in LANGUAGES
        ),
    }
