"""Which content system makes the pages: a fact for whoever keeps the portal, not a fault."""

import re
from collections.abc import Iterable

from canse.domain.audit import Evidence
from crawler.indicators.bands import quoted, read_pages
from crawler.indicators.portal import (
    Answer,
    PortalView,
    examples,
    found,
    not_applicable,
    on,
    partly,
)
from crawler.page import Page

_MARKS = (
    ("WordPress", re.compile(r"/wp-(?:content|includes|json)/")),
    ("Drupal", re.compile(r"/sites/(?:default|all)/(?:files|themes|modules)/|/core/misc/drupal")),
    ("Joomla", re.compile(r"/(?:media/(?:jui|system)|components/com_|templates/\w+/(?:css|js))/")),
    ("Liferay", re.compile(r"/o/[\w-]+-theme/|/combo/\?|/documents/portlet_file_entry/")),
    ("SharePoint", re.compile(r"/_layouts/15/|/SiteAssets/|/_catalogs/masterpage/")),
    ("TYPO3", re.compile(r"/typo3(?:conf|temp)/")),
    ("Moodle", re.compile(r"/theme/yui_combo\.php")),
    ("Wix", re.compile(r"static\.(?:wixstatic|parastorage)\.com")),
    ("Google Sites", re.compile(r"//sites\.google\.com/|gstatic\.com/_/atari/")),
    ("Blogger", re.compile(r"//www\.blogger\.com/static/|\.blogspot\.com/")),
    ("Next.js", re.compile(r"/_next/static/")),
    ("Nuxt", re.compile(r"/_nuxt/")),
    ("ASP.NET", re.compile(r"/(?:WebResource|ScriptResource)\.axd")),
)


def check_system(portal: PortalView) -> Answer:
    """U-12: the pages name their generator; or, in part, the paths of what they load do.

    Saying nothing is no fault: a version that nobody knows is harder to attack.
    """
    named: dict[str, Evidence] = {}
    guessed: dict[str, Evidence] = {}
    for visit, page in read_pages(portal):
        if page.generator and page.generator not in named:
            words = f"generator: {quoted(page.generator)}"
            named[page.generator] = on(visit, "meta[name=generator]", words, "generador")
        for name, url in _by_path(page, guessed):
            guessed[name] = on(visit, "script, link, img", f"carga {url[:200]}", f"ruta-{name}")
    if named:
        return found(named.values(), examples(named))
    if guessed:
        return partly(guessed.values(), examples(guessed))
    return not_applicable("las páginas no dan señal de su sistema de contenidos")


def _by_path(page: Page, known: Iterable[str]) -> list[tuple[str, str]]:
    """The systems not known yet whose paths a page loads from, with the address."""
    rest = [(name, mark) for name, mark in _MARKS if name not in known]
    urls = [resource.url for resource in page.markup.resources]
    return [(n, url) for n, mark in rest if (url := next(filter(mark.search, urls), ""))]
