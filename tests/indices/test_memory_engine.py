"""The engine in memory keeps the contract."""

import pytest

from indices.memory_engine import MemoryIndex
from indices.port import Query, SearchIndex
from tests.indices.contract import SearchContract


class TestMemoryIndex(SearchContract):
    @pytest.fixture
    def empty(self) -> SearchIndex:
        return MemoryIndex()


def test_status_is_healthy_when_new() -> None:
    index = MemoryIndex()

    assert index.status().is_healthy
    assert index.search(Query(text="pasaporte")).total == 0
