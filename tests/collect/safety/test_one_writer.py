"""One writer at a time in a data folder: the second is told so at once, and the first goes on unharmed."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboard.collect.__main__ import main
from tests.collect.safety import data_folders
from tests.collect.safety.fork_server import ForkServer
from tests.helpers.datasets import CHATGPT, rating, reading
from tests.helpers.files import file_claims, file_observations
from tests.store import StoreServer

SLOW = 0.5  # time that the store takes for each answer [s]
RUN = ["run", "--country", "fr"]


@pytest.fixture
def running(store: StoreServer, fork_server: ForkServer, collected: Path) -> Iterator[ForkServer]:
    """A run of another process, with half of its questions still to ask."""
    before, store.latency = len(store.asked), SLOW
    fork_server.start(collected)
    deadline = time.monotonic() + 60
    while len(store.asked) == before:
        assert time.monotonic() < deadline, fork_server.said
        time.sleep(0.01)
    yield fork_server
    store.latency = 0


def claims(tmp_path: Path) -> list[str]:
    return ["claims", str(file_claims(tmp_path / "claims"))]


def observations(tmp_path: Path) -> list[str]:
    seen = reading("2025-10-01T10:00:00Z", {1: CHATGPT}), rating("2025-03-01T10:00:00Z", CHATGPT, 100)
    return ["observations", str(file_observations(tmp_path / "archive", *seen))]


@pytest.mark.parametrize(
    "command", [lambda _: RUN, claims, observations], ids=["run", "claims", "observations"]
)
def test_a_second_writer_is_refused_at_once_and_the_first_goes_on(
    running: ForkServer,
    collected: Path,
    store: StoreServer,
    command: Callable[[Path], list[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words, asked = command(tmp_path), len(store.asked)
    assert main(words) == 2
    assert len(store.asked) - asked <= 2, "it waited"
    told = capsys.readouterr().err
    assert told.startswith("Nothing was taken.\n")
    assert f"{collected}: process {running.pid} is writing there; wait until it is done" in told
    store.latency = 0
    assert running.end() == 0
    assert data_folders.pending(collected) == []
    data_folders.check(collected)
    assert main(words) == 0


def test_a_killed_run_leaves_no_lock(running: ForkServer, collected: Path, store: StoreServer) -> None:
    running.kill()
    assert running.end() == -9
    store.latency = 0
    assert main(RUN) == 0
    data_folders.check(collected)


def test_folders_of_their_own_are_written_at_the_same_time(
    running: ForkServer, tmp_path: Path, store: StoreServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PALMARES_DATA", str(data_folders.fresh(tmp_path / "other")))
    assert main(claims(tmp_path)) == 0
    store.latency = 0
    assert running.end() == 0
