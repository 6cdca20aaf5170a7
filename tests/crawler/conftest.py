"""Servers on loopback for the tests of the crawler."""

from collections.abc import Iterator

import pytest

from tests.crawler.hostile.manners import serve_manners
from tests.crawler.hostile.raw_server import RawSite


@pytest.fixture(scope="session")
def hostile() -> Iterator[RawSite]:
    """One server of every bad manner for the whole run."""
    with serve_manners() as server:
        yield server
