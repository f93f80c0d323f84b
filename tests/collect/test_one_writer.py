"""One writer at a time in a data folder: the second is told so at once, and the first goes on unharmed."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.collect.__main__ import main
from tests.collect import places
from tests.collect.nursery import Nursery
from tests.helpers.files import file_claims, file_observations
from tests.helpers.given import CHATGPT, reading
from tests.store import StoreServer

SOON = 3.0  # a refusal waits for nothing; an answer of the slow store takes longer [s]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PALMARES_DATA", str(tmp_path / "data"))
    return places.fresh(tmp_path / "data")


@pytest.fixture
def running(store: StoreServer, nursery: Nursery, data: Path) -> Iterator[Nursery]:
    """A run that is asking, and is kept waiting for its answer until the test is done."""
    before = len(store.asked)
    store.latency = 600
    nursery.start(data)
    while len(store.asked) == before:
        time.sleep(0.01)
    yield nursery
    store.latency = 0


def commands(tmp_path: Path) -> dict[str, list[str]]:
    folder = file_observations(tmp_path / "archive", reading("2025-10-01T10:00:00Z", {1: CHATGPT}))
    file_claims(tmp_path / "claims")
    return {
        "run": ["run", "--country", "fr"],
        "claims": ["claims", str(tmp_path / "claims")],
        "observations": ["observations", str(folder)],
    }
