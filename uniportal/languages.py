"""The languages of the interface: their addresses, their texts, and formats that stay Guatemalan.

The language of the texts and the locale of dates, numbers and money are two things: CLDR knows
hardly anything of Guatemala's languages, and Flask-Babel fails on a language it does not know.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

import flask_babel  # type: ignore[import-untyped]
from babel.support import NullTranslations, Translations
from flask import Flask, Response, g, has_request_context, request

from uniportal.fallback_texts import PageTemplate, SpanishTexts
from uniportal.language_registry import (
    BY_CODE,
    COMPLETE,
    DRAFTS,
    ENGLISH,
    LANGUAGES,
    SPANISH,
    TRANSLATIONS,
    Language,
)

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

__all__ = ["ENGLISH", "LANGUAGES", "SPANISH", "TRANSLATIONS", "Language"]

FORMAT_LOCALE = "es_GT"
TIME_ZONE = "America/Guatemala"
LANGUAGE_KEY = "uniportal.language"
MOUNT_KEY = "uniportal.mount"


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
        language = BY_CODE.get(first, SPANISH)
        environ[MOUNT_KEY] = mount
        environ[LANGUAGE_KEY] = language.code
        if language.prefix:
            environ["SCRIPT_NAME"] = mount + language.prefix
            environ["PATH_INFO"] = f"/{rest}"
        return self._application(environ, start)


class InterfaceDomain(flask_babel.Domain):  # type: ignore[misc]
    """Looks texts up by the language of the interface instead of the locale of formats.

    With `marks`, a text that a language lacks says that it is Spanish; only templates ask for that.
    """

    def __init__(self, *, marks: bool = False) -> None:
        super().__init__()
        self._marks = marks

    def get_translations(self) -> NullTranslations:
        """The texts of the current language; Spanish needs none, its texts are the messages."""
        code = interface_language()
        if code not in self.cache:
            self.cache[code] = self._load(code)
        translations: NullTranslations = self.cache[code]
        return translations

    def _load(self, code: str) -> NullTranslations:
        texts = Translations.load(TRANSLATIONS, [code] if code in BY_CODE else [])
        if self._marks and code != SPANISH.code:
            texts.add_fallback(SpanishTexts())
        return texts


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
    _mark_fallbacks(app)
    app.wsgi_app = LanguagePrefix(app.wsgi_app)  # type: ignore[assignment]
    app.context_processor(_template_values)
    app.add_template_filter(grouped)
    app.add_template_global(site_root)
    app.add_template_global(language_alternates)
    app.after_request(_keep_drafts_out_of_indexes)


def _mark_fallbacks(app: Flask) -> None:
    domain = InterfaceDomain(marks=True)

    def texts() -> NullTranslations:
        # Asked for some hundred times a page.
        if "texts" not in g:
            g.texts = domain.get_translations()
        return g.texts  # type: ignore[no-any-return]

    app.jinja_env.template_class = PageTemplate
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda message: texts().ugettext(message),
        ngettext=lambda one, many, number: texts().ungettext(one, many, number),
        newstyle=True,
        pgettext=lambda context, message: texts().upgettext(context, message),
        npgettext=lambda context, one, many, number: texts().unpgettext(context, one, many, number),
    )


def _keep_drafts_out_of_indexes(response: Response) -> Response:
    if current_language().is_draft:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


def interface_language() -> str:
    """The code of the language of the current request; Spanish outside a request."""
    if not has_request_context():
        return SPANISH.code
    return str(request.environ.get(LANGUAGE_KEY, SPANISH.code))


def current_language() -> Language:
    """The language of the current request, Spanish when it is none of ours."""
    return BY_CODE.get(interface_language(), SPANISH)


def gettext(message: str, **values: object) -> str:
    """A text in the language of the interface, with `%(name)s` filled in."""
    return str(flask_babel.gettext(message, **values))


def mount() -> str:
    """Where the site is mounted, without the language: what files and links to all begin with."""
    return str(request.environ.get(MOUNT_KEY, "")) if has_request_context() else ""


def page_in(language: Language) -> str:
    """The address of the current page in another language, from the root of the host."""
    return f"{mount()}{language.prefix}{_rest_of_address()}"


def grouped(number: int) -> str:
    """A whole number as Guatemala writes it: 1,250; some dozens stand beside every search."""
    return f"{number:,}"


def site_root() -> str:
    """The scheme and host at which the site is asked, without a final slash."""
    return request.host_url.removesuffix("/")


def language_alternates(address: str) -> tuple[tuple[str, str], ...]:
    """An address of ours in every complete language, with that for whoever speaks none of them."""
    base = f"{site_root()}{mount()}"
    rest = address.removeprefix(f"{base}{current_language().prefix}")
    pages = {one.code: f"{base}{one.prefix}{rest}" for one in COMPLETE}
    return (*pages.items(), ("x-default", pages[SPANISH.code]))


def _rest_of_address() -> str:
    path = quote(request.path, safe="/:@!$&'()*+,;=~")
    query = request.query_string.decode("latin-1")
    return path + (f"?{quote(query, safe='%&=+/:;,~')}" if query else "")


def _template_values() -> dict[str, object]:
    if not has_request_context():
        return {
            "interface_language": SPANISH.code,
            "interface_languages": (),
            "draft_languages": (),
            "is_draft": False,
            "spanish_page": "",
        }
    root, rest = mount(), _rest_of_address()
    pages = {language: f"{root}{language.prefix}{rest}" for language in LANGUAGES}
    return {
        "interface_language": interface_language(),
        "interface_languages": tuple((one.code, one.name, pages[one]) for one in COMPLETE),
        "draft_languages": tuple((one, pages[one]) for one in DRAFTS),
        "is_draft": current_language().is_draft,
        "spanish_page": request.host_url.removesuffix("/") + pages[SPANISH],
    }
