"""A run stopped with Ctrl-C at random instants: it says nothing of its inside, and loses nothing."""

import random
import signal
import time
from pathlib import Path

import pytest

from dashboard.collect.__main__ import INTERRUPTED
from tests.collect.safety import data_folders
from tests.collect.safety.fork_server import ForkServer
from tests.helpers.soak import at_length, seed

pytestmark = pytest.mark.soak
STOPS = at_length(40)


def test_a_run_stopped_by_hand_ends_without_a_trace_and_the_next_one_has_all(
    fork_server: ForkServer, tmp_path: Path
) -> None:
    chosen, codes = seed(), list[int]()
    dice = random.Random(chosen)
    for name in ("first", "whole"):  # the first run of all is slower
        begun = time.monotonic()
        fork_server.start(whole := data_folders.fresh(tmp_path / name))
        assert fork_server.end() == 0
        length = time.monotonic() - begun
    for number in range(STOPS):
        fork_server.start(data := data_folders.fresh(tmp_path / str(number)))
        time.sleep(dice.uniform(0, length))
        fork_server.kill(signal.SIGINT)
        codes.append(fork_server.end())
        assert codes[-1] in (0, INTERRUPTED), f"PALMARES_SEED={chosen}: {fork_server.said}"
        assert "Traceback" not in fork_server.said, f"PALMARES_SEED={chosen}: {fork_server.said}"
    assert codes.count(INTERRUPTED) > STOPS / 4
    fork_server.start(data)
    assert fork_server.end() == 0
    data_folders.check_whole(data, data_folders.content(whole))
