"""Spanish and other languages of the portal: by the words of the pages, not by what they claim."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from canse.domain.audit import Evidence
from canse.domain.naming import same_address_key
from crawler.hosts import is_same_site
from crawler.indicators.bands import Tally, fresh_read_pages, quoted, read_pages
from crawler.indicators.page_languages import (
    SPANISH,
    declared_language,
    language_name,
    languages_of,
    speech_of,
)
from crawler.indicators.portal import (
    Answer,
    PortalView,
    examples,
    found,
    missing,
    not_evaluable,
    on,
    partly,
)
from crawler.language_detection import ENOUGH_WORDS
from crawler.lexicon import folded
from crawler.main_text import main_text
from crawler.page import Page
from crawler.visit import Visit
from crawler.words_of_languages import FUNCTION_WORDS, MAYA_FAMILY, NATIONAL_LANGUAGES

TOO_SHORT = "ninguna página tiene texto bastante para reconocer su idioma"
_HOME_TONGUES = frozenset(NATIONAL_LANGUAGES) | {MAYA_FAMILY}
_SWITCHES = {
    "english": "en", "ingles": "en", "english version": "en", "en": "en", "eng": "en",
    "portugues": "pt", "pt": "pt", "italiano": "it", "it": "it", "ita": "it", "francais": "fr",
    "frances": "fr", "fr": "fr", "espanol": "es", "castellano": "es", "es": "es", "esp": "es",
}  # fmt: skip
_PATH_CODE = re.compile(r"/([a-z]{2})(?:-[a-z]{2})?(?:/|$)", re.I)
_TRANSLATORS = re.compile(
    r"translate\.google(?:apis)?\.com|translate_a/element|gtranslate|//translate\.goog|weglot\.com"
    r"|conveythis\.com|google-language-translator|microsofttranslator\.com",
    re.I,
)


def check_spanish(portal: PortalView) -> Answer:
    """L-01: the words of the pages are Spanish; pages that are translations by name do not count.

    A page with too few words tells nothing and does not count.
    """
    pages = [entry for entry in languages_of(portal) if entry[2]]
    own = [entry for entry in pages if not is_translation(entry[1])] or pages
    tally = Tally(subject="páginas con texto en español", rule="idioma-del-texto")
    for visit, page, code in own:
        words = f"texto en {language_name(code)}: {quoted(main_text(page))}"
        tally.add(code == SPANISH, visit, "main", words)
    return tally.answer() if tally.total else not_evaluable(TOO_SHORT)


def is_translation(page: Page) -> bool:
    """Whether the address says that the page is the portal in another language: "/en/…"."""
    code = path_language(page.url)
    return bool(code) and code != SPANISH and declared_language(page) in ("", code)


def path_language(url: str) -> str:
    """The language that the first part of a path names; empty for none."""
    match = _PATH_CODE.match(urlsplit(url).path)
    code = match[1].lower() if match else ""
    return code if code in FUNCTION_WORDS else ""


def check_other_language(portal: PortalView) -> Answer:
    """L-02: pages whose words are in a second language and that are offered as such.

    An address that is announced and was not read, or whose words are those of the first language,
    counts in part.
    """
    pages = [entry for entry in _told_pages(portal) if entry[2] not in _HOME_TONGUES]
    if not pages:
        return not_evaluable(TOO_SHORT)
    main = Counter(code for _, _, code in pages).most_common(1)[0][0]
    offer = _Offer(portal, main)
    others = [entry for entry in pages if entry[2] != main and offer.holds(entry[1], entry[2])]
    if others:
        pieces = (
            on(v, "main", f"texto en {language_name(code)}: {quoted(main_text(p))}", "otro-idioma")
            for v, p, code in others
        )
        return found(pieces, examples(language_name(code) for _, _, code in others))
    promises = list(_promises(portal, main))
    if promises:
        return partly(promises, "se anuncia otro idioma, pero no se leyó texto propio en él")
    return missing()


def _told_pages(portal: PortalView) -> Iterator[tuple[Visit, Page, str]]:
    """The pages whose words alone tell their language, whatever they declare."""
    for visit, page, code in languages_of(portal):
        if code and speech_of(page).words >= ENOUGH_WORDS:
            yield visit, page, code


class _Offer:
    """Which pages a portal offers as another language: by address, by link, or by declaring it.

    A template left in English declares English everywhere: a declaration counts only where most
    pages declare the first language.
    """

    def __init__(self, portal: PortalView, main: str) -> None:
        declared: Counter[str] = Counter()
        self._announced: set[tuple[str, str]] = set()
        for _, page in read_pages(portal):
            declared[declared_language(page)] += 1
        for _, page in fresh_read_pages(portal):
            self._announced |= {
                (code, same_address_key(url)) for code, url, _ in _announced(page) if code
            }
        self._is_declared = declared.most_common(1)[0][0] == main

    def holds(self, page: Page, code: str) -> bool:
        """Whether the page is offered as one in this language."""
        is_declared = self._is_declared and declared_language(page) == code
        is_announced = (code, same_address_key(page.url)) in self._announced
        return is_declared or is_announced or path_language(page.url) == code


def _promises(portal: PortalView, main: str) -> Iterator[Evidence]:
    """What announces another language at an address of the portal's own that is not dead."""
    done: set[str] = set()
    for visit, page in fresh_read_pages(portal):
        for code, url, selector in _announced(page):
            if code in ("", "x", main) or url in done:
                continue
            done.add(url)
            is_own = is_same_site(url, portal.url) and not portal.targets.is_dead(url)
            if is_own and same_address_key(url) != same_address_key(page.url):
                words = f"anuncia {language_name(code)} en {url[:150]}"
                yield on(visit, selector, words, "anuncio-de-idioma")


def _announced(page: Page) -> Iterator[tuple[str, str, str]]:
    """Language, address and place of each link to another language that a page offers."""
    for link in page.links:
        yield switch_language(link.text), link.url, link.selector
    for code, url in page.alternates:
        yield code.partition("-")[0], url, "link[hreflang]"


def switch_language(text: str) -> str:
    """The language a link of a few letters switches to: "English", "PT"; empty for other words."""
    return _SWITCHES.get(folded(text).strip(" |/·"), "")


def check_translator(portal: PortalView) -> Answer:
    """L-04: a machine that translates the page is at hand; it helps, and is no translation."""
    pieces = []
    for visit, page in read_pages(portal):
        addresses = [r.url for r in page.markup.resources] + [link.url for link in page.links]
        # One search over all of them: most pages have none.
        if not _TRANSLATORS.search("\n".join(addresses)):
            continue
        address = next((a for a in addresses if _TRANSLATORS.search(a)), "")
        if address:
            words = f"traductor automático: {address[:200]}"
            pieces.append(on(visit, "script, a", words, "traductor"))
    return found(pieces, f"en {len(pieces)} páginas") if pieces else missing()
