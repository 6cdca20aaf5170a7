"""Servers on loopback for the tests of the crawler."""

from collections.abc import Iterator

import pytest

from tests.crawler.hostile.bombs import brotli_bomb
from tests.crawler.hostile.manners import serve_manners
from tests.crawler.hostile.raw_server import RawSite


@pytest.fixture(scope="session")
def hostile() -> Iterator[RawSite]:
    """One server of every bad manner for the whole run."""
    # Packed before anybody waits for it: on a busy machine it takes longer than a silence may last.
    brotli_bomb()
    with serve_manners() as server:
        yield server
