"""A store that keeps this machine's time, and a data folder to fill from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.collect.collecting import Collecting
from tests.store import StoreServer


@pytest.fixture
def store() -> Iterator[StoreServer]:
    with StoreServer(day=100) as server:
        yield server


@pytest.fixture
def collecting(
    tmp_path: Path,
    store: StoreServer,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Collecting:
    return Collecting(tmp_path / "data", store, capsys, monkeypatch).prepare()
