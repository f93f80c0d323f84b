"""A run killed with SIGKILL at random instants: nothing half-visible, nothing lost, nothing twice."""

import random
import secrets
import signal
import time
from pathlib import Path

from tests.collect.safety import places
from tests.collect.safety.nursery import Nursery
from tests.store import StoreServer

DEATHS = 200
ASKING, STORING = 0.4, 0.6  # of an undisturbed run's time


def all_asked(store: StoreServer, before: int) -> None:
    """Wait until a run has asked its last question."""
    deadline = time.monotonic() + 60
    while len(store.asked) < before + places.QUESTIONS:
        assert time.monotonic() < deadline
        time.sleep(0.001)


class Killer:
    """Ends runs by SIGKILL at random instants; `length` is how long an undisturbed one took of late [s]."""

    def __init__(self, nursery: Nursery, store: StoreServer, dice: random.Random) -> None:
        self._nursery, self._store, self._dice = nursery, store, dice
        self.length = 0.0
        self.deaths = 0

    def leave_in_peace(self, data: Path) -> None:
        """A whole run, and how long it took: other work on the machine makes it longer or shorter."""
        begun = time.monotonic()
        self._nursery.start(data)
        assert self._nursery.end() == 0
        self.length = time.monotonic() - begun

    def kill(self, data: Path, share: float, *, all_asked_first: bool = False) -> None:
        """Kill a run within the first `share` of its time, or of what follows its last question."""
        before = len(self._store.asked)
        self._nursery.start(data)
        if all_asked_first:
            all_asked(self._store, before)
        time.sleep(self._dice.uniform(0, share * self.length))
        self._nursery.kill()
        self.deaths += self._nursery.end() == -signal.SIGKILL

    def end(self, data: Path, *, late: bool) -> None:
        """While asking or while storing, then while what was left is taken in, then anywhere."""
        self.kill(data, STORING if late else ASKING, all_asked_first=late)
        places.check(data)
        for share in (STORING, 1, STORING, 1):
            self.kill(data, share)
            places.check(data)


def test_a_run_killed_at_any_instant_leaves_nothing_half_and_loses_nothing(
    store: StoreServer, nursery: Nursery, tmp_path: Path
) -> None:
    seed, number = secrets.randbits(32), 0
    killer = Killer(nursery, store, random.Random(seed))
    whole = places.fresh(tmp_path / "whole")
    killer.leave_in_peace(whole)
    expected = places.content(whole)
    assert all(expected.values())
    while killer.deaths < DEATHS:
        print(f"seed {seed}, folder {number}, {killer.deaths} deaths, a run takes {killer.length:.2f} s")  # noqa: T201
        data = places.fresh(tmp_path / f"killed-{number}")
        killer.end(data, late=number % 2 == 0)
        killer.leave_in_peace(data)
        places.check_whole(data, expected)
        number += 1
