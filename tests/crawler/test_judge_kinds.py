"""Each kind of page offers what it should, at its own address and at one that tells nothing."""

from dataclasses import replace

import pytest

from crawler.capabilities import read_capabilities
from crawler.offers import find_offers
from crawler.parse import parse_page
from tests.crawler.kinds.case import Case
from tests.crawler.kinds.lists import LISTS
from tests.crawler.kinds.national import NATIONAL
from tests.crawler.kinds.other_languages import OTHER_LANGUAGES
from tests.crawler.kinds.sheets import SHEETS
from tests.crawler.kinds.stages import STAGES
from tests.crawler.kinds.varied import VARIED
from tests.crawler.kinds.whole_pages import WHOLE_PAGES
from tests.crawler.kinds.without_service import WITHOUT_SERVICE
from tests.crawler.pages import PORTAL

CASES = (
    *SHEETS,
    *NATIONAL,
    *STAGES,
    *LISTS,
    *OTHER_LANGUAGES,
    *VARIED,
    *WHOLE_PAGES,
    *WITHOUT_SERVICE,
)
MUTE_PATH = "index.php?id=12"


def seen(case: Case) -> dict[str, tuple[int, int]]:
    """The services on the page of a case, with the stages declared and confirmed."""
    page = parse_page(case.html, url=PORTAL + case.path)
    found = {}
    for offer in find_offers(page):
        proven = read_capabilities(offer, page, portal_url=PORTAL)
        declared, confirmed = proven.rung_declared(), proven.rung_confirmed()
        found[offer.name] = (int(declared.level.stage), int(confirmed.level.stage))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_page_offers_what_its_kind_offers(case: Case) -> None:
    assert seen(case) == case.services


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_words_decide_where_the_address_tells_nothing(case: Case) -> None:
    assert seen(replace(case, path=MUTE_PATH)) == case.services


def test_kinds_are_many_and_each_has_its_name() -> None:
    names = [case.name for case in CASES]

    assert len(names) == len(set(names)) >= 190
    assert sum(not case.services for case in CASES) >= 40
