"""Maya languages, Garífuna and Xinka: own content, not a flag, a greeting or the name alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from canse.domain.audit import Evidence
from canse.domain.naming import same_address_key
from crawler.files import is_file
from crawler.hosts import is_same_site
from crawler.indicators.bands import fresh_read_pages, quoted, read_pages
from crawler.indicators.page_languages import (
    declared_language,
    language_name,
    language_of,
    speech_of,
)
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on, partly
from crawler.lexicon import folded
from crawler.main_text import main_text
from crawler.page import Link, Page
from crawler.visit import Visit
from crawler.words_of_languages import FUNCTION_WORDS, MAYA_FAMILY, NATIONAL_LANGUAGES

CONTENT_WORDS = 30
NAME_WORDS = 3
_CODES = {name: code for code, names in NATIONAL_LANGUAGES.items() for name in names}
_BY_LENGTH = sorted(_CODES, key=len, reverse=True)
_NAMES = "|".join(map(re.escape, _BY_LENGTH))
# "Mam" alone, or "información en idioma Mam"; a festival of the Kaqchikel people is neither.
_ALONE = re.compile(rf"(?:idioma |lengua |version |en )*(?:maya )?({_NAMES})")
_WITHIN = re.compile(
    rf"\b(?:en|al|idioma|lengua|version)(?: el)?(?: idioma)?(?: maya)? ({_NAMES})\b"
)
_RECORDING = re.compile(r"\.(?:mp3|ogg|wav|m4a|mp4|webm)(?:[?#]|$)|youtu\.?be|vimeo\.com", re.I)


@dataclass(kw_only=True)
class _Seen:
    """What speaks for a national language, by how much it proves."""

    content: dict[str, list[Evidence]]
    partial: list[Evidence]
    languages: list[str]


def check_national_languages(portal: PortalView) -> Answer:
    """L-03: pages whose words are in a national language other than Spanish.

    A document or a recording alone counts in part, and so does an announced page nobody could read.
    """
    seen = _Seen(content={}, partial=[], languages=[])
    followed: set[str] = set()
    read = {same_address_key(v.final_url or v.url): p for v, p in read_pages(portal)}
    for visit, page in read_pages(portal):
        _look_at_page(seen, visit, page)
    for visit, page in fresh_read_pages(portal):
        for link in page.links:
            code = named_language(link.text)
            if code and link.url not in followed:
                followed.add(link.url)
                _look_at_link(seen, portal, read, visit, link, code)
    if seen.content:
        pieces = [piece for pieces in seen.content.values() for piece in pieces]
        return found(pieces, examples(map(language_name, sorted(seen.content))))
    if seen.partial:
        return partly(seen.partial, examples(map(language_name, sorted(set(seen.languages)))))
    return missing()


def named_language(text: str) -> str:
    """The national language that the text of a link offers; empty for none."""
    plain = " ".join(re.findall(r"[a-z0-9]+", folded(text)))
    alone = _ALONE.fullmatch(plain) if plain.count(" ") < NAME_WORDS else None
    match = alone or _WITHIN.search(plain)
    return _CODES[match[1]] if match else ""


def content_language(page: Page, code: str = "") -> str:
    """The national language of a page's own words; empty for none.

    `code` is what somebody calls it: the page itself or a link to it. That word is taken for pages
    long enough whose words are of no language known to the detector.
    """
    written = language_of(page)
    if written == MAYA_FAMILY and (code or declared_language(page)) in NATIONAL_LANGUAGES:
        return code or declared_language(page)
    if written in NATIONAL_LANGUAGES or written == MAYA_FAMILY:
        return written
    is_foreign = written in FUNCTION_WORDS
    named = code or declared_language(page)
    is_long = speech_of(page).words >= CONTENT_WORDS
    return named if named in NATIONAL_LANGUAGES and is_long and not is_foreign else ""


def _look_at_page(seen: _Seen, visit: Visit, page: Page) -> None:
    code = content_language(page)
    if code:
        words = f"texto en {language_name(code)}: {quoted(main_text(page))}"
        seen.content.setdefault(code, []).append(on(visit, "main", words, "idioma-nacional"))


def _look_at_link(
    seen: _Seen, portal: PortalView, read: Mapping[str, Page], visit: Visit, link: Link, code: str
) -> None:
    words = f"{quoted(link.text)} lleva a {link.url[:150]}"
    target = read.get(same_address_key(link.url)) if link.url else None
    if target is not None:
        written = content_language(target, code)
        if written:
            piece = on(visit, link.selector, words, "enlace-a-idioma-nacional")
            seen.content.setdefault(written, []).append(piece)
        return
    if not link.url.startswith("http") or portal.targets.is_dead(link.url):
        return
    is_record = is_file(link.url) or bool(_RECORDING.search(link.url))
    is_own = is_same_site(link.url, portal.url)
    if is_record or (is_own and "#" not in link.raw[:1]):
        seen.partial.append(on(visit, link.selector, words, "documento-o-enlace"))
        seen.languages.append(code)
