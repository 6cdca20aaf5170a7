"""Servers on loopback for the tests of the crawler."""

from collections.abc import Iterator

import pytest

from tests.crawler.hostile_server import HostileServer, serve_hostile


@pytest.fixture(scope="session")
def hostile() -> Iterator[HostileServer]:
    """One server of every bad manner for the whole run."""
    with serve_hostile() as server:
        yield server
