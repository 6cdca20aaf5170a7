"""Only web addresses are linked, and a person is told the host before leaving."""

import pytest

from uniportal.presenters.outside import OutsideLink, outside_link


@pytest.mark.parametrize(
    "url",
    ["", "javascript:alert(1)", "renap.gob.gt", "http://a@b.gt/", "https://a.gt/\n", "data:,x"],
)
def test_what_is_no_web_address_is_not_linked(url: str) -> None:
    assert outside_link(url) is None


def test_link_tells_its_host() -> None:
    link = outside_link("https://www.renap.gob.gt/dpi?paso=1")

    assert link == OutsideLink(
        url="https://www.renap.gob.gt/dpi?paso=1", host="renap.gob.gt", is_front_page=False
    )


@pytest.mark.parametrize(
    ("url", "is_front_page"),
    [
        ("https://renap.gob.gt", True),
        ("https://renap.gob.gt/", True),
        ("https://renap.gob.gt/?p=12", False),
        ("https://renap.gob.gt/#tramites", False),
        ("https://renap.gob.gt/tramites", False),
    ],
)
def test_link_knows_a_front_page(url: str, is_front_page: bool) -> None:
    link = outside_link(url)

    assert link is not None
    assert link.is_front_page is is_front_page
