"""A store for each test, with a clock that stands."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.store import StoreServer

NOON = datetime(2026, 9, 30, 12, 25, 51, tzinfo=UTC)


@pytest.fixture
def store() -> Iterator[StoreServer]:
    with StoreServer(at=NOON, day=100) as server:
        yield server
