"""The language of each page of a portal by its words, and the names of languages for a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from crawler.indicators.bands import read_pages
from crawler.indicators.portal import PortalView
from crawler.language_detection import language_of_words, words_of
from crawler.main_text import main_text
from crawler.page import Page
from crawler.visit import Visit

TEXTS_REMEMBERED = 1000  # four questions are put to the same texts
SPANISH = "es"
_NAMES = {
    "es": "español", "en": "inglés", "pt": "portugués", "it": "italiano", "fr": "francés",
    "quc": "k'iche'", "kek": "q'eqchi'", "cak": "kaqchikel", "mam": "mam", "kjb": "q'anjob'al",
    "poh": "poqomchi'", "poc": "poqomam", "acr": "achi", "ixl": "ixil", "tzj": "tz'utujil",
    "knj": "akateko", "cac": "chuj", "jac": "popti'", "agu": "awakateko", "caa": "ch'orti'",
    "quv": "sakapulteko", "usp": "uspanteko", "qum": "sipakapense", "ttc": "tektiteko",
    "mop": "mopan", "itz": "itza'", "cab": "garífuna", "xin": "xinka",
    "myn": "un idioma maya que no se pudo distinguir",
}  # fmt: skip


@dataclass(frozen=True)
class Speech:
    """How many words a text has, the language they are in, and the one they tell by themselves.

    `language` may rest on what the page declares where the words alone leave it open.
    """

    words: int
    language: str
    alone: str


def language_name(code: str) -> str:
    """The Spanish name of a language; its code where the list does not hold it."""
    return _NAMES.get(code, code)


def languages_of(portal: PortalView) -> Iterator[tuple[Visit, Page, str]]:
    """Each page with the language of its own words; empty where the words do not tell."""
    for visit, page in read_pages(portal):
        yield visit, page, language_of(page)


def language_of(page: Page) -> str:
    """The language of one page's own words, its menu aside."""
    return speech_of(page).language


def speech_of(page: Page) -> Speech:
    """What one page's own words tell of their language."""
    return _listen(main_text(page), page.language)


def declared_language(page: Page) -> str:
    """What the page says of itself, without the country: "es-gt" → "es"."""
    return page.language.partition("-")[0]


@lru_cache(maxsize=TEXTS_REMEMBERED)
def _listen(text: str, declared: str) -> Speech:
    words = words_of(text)
    alone = language_of_words(words)
    return Speech(len(words), language_of_words(words, declared) if declared else alone, alone)
