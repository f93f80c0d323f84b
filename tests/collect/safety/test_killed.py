"""A run killed with SIGKILL at random instants: nothing half-visible, nothing lost, nothing twice."""

import random
import signal
import time
from pathlib import Path

import pytest

from tests.collect.safety import data_folders
from tests.collect.safety.fork_server import ForkServer
from tests.helpers.soak import at_length, seed
from tests.store import StoreServer

pytestmark = pytest.mark.soak
DEATHS = at_length(200)
ASKING, STORING = 0.4, 0.6  # of an undisturbed run's time


def all_asked(store: StoreServer, before: int) -> None:
    """Wait until a run has asked its last question."""
    deadline = time.monotonic() + 60
    while len(store.asked) < before + data_folders.QUESTIONS:
        assert time.monotonic() < deadline
        time.sleep(0.001)


class Killer:
    """Ends runs by SIGKILL at random instants; `length` is how long an undisturbed one took of late [s]."""

    def __init__(self, fork_server: ForkServer, store: StoreServer, dice: random.Random) -> None:
        self._fork_server, self._store, self._dice = fork_server, store, dice
        self.length = 0.0
        self.deaths = 0

    def leave_in_peace(self, data: Path) -> None:
        """A whole run, and how long it took: other work on the machine makes it longer or shorter."""
        begun = time.monotonic()
        self._fork_server.start(data)
        assert self._fork_server.end() == 0
        self.length = time.monotonic() - begun

    def kill(self, data: Path, share: float, *, all_asked_first: bool = False) -> None:
        """Kill a run within the first `share` of its time, or of what follows its last question."""
        before = len(self._store.asked)
        self._fork_server.start(data)
        if all_asked_first:
            all_asked(self._store, before)
        time.sleep(self._dice.uniform(0, share * self.length))
        self._fork_server.kill()
        self.deaths += self._fork_server.end() == -signal.SIGKILL

    def end(self, data: Path, *, late: bool) -> None:
        """While asking or while storing, then while what was left is taken in, then anywhere."""
        self.kill(data, STORING if late else ASKING, all_asked_first=late)
        data_folders.check(data)
        for share in (STORING, 1, STORING, 1):
            self.kill(data, share)
            data_folders.check(data)


def test_a_run_killed_at_any_instant_leaves_nothing_half_and_loses_nothing(
    store: StoreServer, fork_server: ForkServer, tmp_path: Path
) -> None:
    chosen, number = seed(), 0
    killer = Killer(fork_server, store, random.Random(chosen))
    whole = data_folders.fresh(tmp_path / "whole")
    killer.leave_in_peace(whole)
    expected = data_folders.content(whole)
    assert all(expected.values())
    while killer.deaths < DEATHS:
        so_far = f"folder {number}, {killer.deaths} deaths, a run takes {killer.length:.2f} s"
        print(f"PALMARES_SEED={chosen}, {so_far}")  # noqa: T201
        data = data_folders.fresh(tmp_path / f"killed-{number}")
        killer.end(data, late=number % 2 == 0)
        killer.leave_in_peace(data)
        data_folders.check_whole(data, expected)
        number += 1
