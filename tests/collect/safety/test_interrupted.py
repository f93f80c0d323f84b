"""A run stopped with Ctrl-C at random instants: it says nothing of its inside, and loses nothing."""

import random
import secrets
import signal
import time
from pathlib import Path

from dashboard.collect.__main__ import INTERRUPTED
from tests.collect.safety import places
from tests.collect.safety.nursery import Nursery

STOPS = 16


def test_a_run_stopped_by_hand_ends_without_a_trace_and_the_next_one_has_all(
    nursery: Nursery, tmp_path: Path
) -> None:
    seed = secrets.randbits(32)
    dice, codes = random.Random(seed), []
    for name in ("first", "whole"):  # the first run of all is slower
        begun = time.monotonic()
        nursery.start(whole := places.fresh(tmp_path / name))
        assert nursery.end() == 0
        length = time.monotonic() - begun
    for number in range(STOPS):
        nursery.start(data := places.fresh(tmp_path / str(number)))
        time.sleep(dice.uniform(0, length))
        nursery.kill(signal.SIGINT)
        codes.append(nursery.end())
        assert codes[-1] in (0, INTERRUPTED), f"seed {seed}: {nursery.said}"
        assert "Traceback" not in nursery.said, f"seed {seed}: {nursery.said}"
    assert codes.count(INTERRUPTED) > STOPS / 4
    nursery.start(data)
    assert nursery.end() == 0
    places.check_whole(data, places.content(whole))
