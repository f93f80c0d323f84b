"""A store near real time, for a run believes no clock that is an hour off, and runs that begin at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.collect.safety import data_folders
from tests.collect.safety.fork_server import ForkServer
from tests.store import StoreServer


@pytest.fixture(scope="module")
def store() -> Iterator[StoreServer]:
    with StoreServer(day=3) as server:
        server.at = server.at  # it stands, so that runs in the same hour are told the same
        yield server


@pytest.fixture(scope="module")
def fork_server(store: StoreServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForkServer]:
    environment, log = store.settings | {"PALMARES_PACE": "0"}, tmp_path_factory.mktemp("said") / "log.txt"
    with ForkServer(environment, ["run", "--country", "fr"], log) as ready:
        yield ready


@pytest.fixture
def collected(tmp_path: Path, store: StoreServer, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh data folder that the collector fills from `store`, in this process."""
    folder = data_folders.fresh(tmp_path / "data")
    for name, value in (store.settings | {"PALMARES_PACE": "0", "PALMARES_DATA": str(folder)}).items():
        monkeypatch.setenv(name, value)
    return folder
