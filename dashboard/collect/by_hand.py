"""Ctrl-C, whatever it meets."""

import os
import signal
import sys
from types import FrameType

from dashboard.collect.saying import console

INTERRUPTED = 130  # the exit code a shell gives Ctrl-C


def stopped_at_once() -> None:
    """After this Ctrl-C ends the process where it stands.

    A run may end at any instant and nothing is lost. DuckDB would make an error of its own of a KeyboardInterrupt
    that meets a question, and a run that goes on after errors would go on after this one.
    """
    signal.signal(signal.SIGINT, _stop)


def _stop(_number: int, _frame: FrameType | None) -> None:
    console().show_cursor()
    sys.stdout.flush()
    os._exit(INTERRUPTED)
