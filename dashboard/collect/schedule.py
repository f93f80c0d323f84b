"""Run after run on a machine of one's own, at the cadence of the sources."""

import time
from collections.abc import Callable

from rich.console import Console

RETRY = 3600.0  # after a run that missed something [s]
STEP = 60.0  # a sleeping machine wakes late; the wall clock is looked at this often [s]


def watch(run: Callable[[], int], hours: float, console: Console) -> None:
    """Run now and then every `hours`; an hour later where a run did not get everything. Never returns."""
    while True:
        began = time.time()
        wait = hours * 3600 if run() == 0 else min(RETRY, hours * 3600)
        due = time.localtime(began + wait)
        console.print(f"next run at {time.strftime('%Y-%m-%d %H:%M:%S %Z', due)}")
        # A clock that jumps back must not put the next run off for longer than the cadence.
        while 0 <= time.time() - began < wait:
            time.sleep(min(STEP, wait))
