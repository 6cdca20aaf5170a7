"""How the tests of pages read a page: one thing by its selector, and it must be there."""

from bs4.element import Tag

from tests.page_client import FetchedPage


def one(page: FetchedPage | Tag, selector: str) -> Tag:
    """The first element a selector finds; fails with the selector when there is none."""
    found = (page.soup if isinstance(page, FetchedPage) else page).select_one(selector)
    assert found is not None, f"nothing is «{selector}»"
    return found
