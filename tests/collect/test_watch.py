"""Run after run: the collector on a machine of one's own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.collect.__main__ import INTERRUPTED, main
from tests.collect.collecting import MARKETING, QUICK, prepared
from tests.helpers.datasets import ROOT
from tests.store import StoreServer, faults

pytestmark = pytest.mark.slow

SECOND = str(1 / 3600)  # in hours
WATCH = ["-m", "dashboard.collect", "run", "--watch", "--every", SECOND]


def watched(data: Path, store: StoreServer, until: int) -> tuple[int, str]:
    """The exit code and the words of a watch that is stopped once the store was asked `until` times."""
    settings = {f"PALMARES_{name}": value for name, value in QUICK.items()} | store.settings
    with subprocess.Popen(
        [sys.executable, *WATCH, "--country", "fr", "--only", "charts"],
        cwd=ROOT,
        env={**os.environ, **settings, "PALMARES_DATA": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        deadline = time.monotonic() + 60
        while len(store.asked) < until and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        return process.wait(), process.stdout.read() if process.stdout else ""


def test_a_watch_runs_again_and_again_until_it_is_stopped(tmp_path: Path, store: StoreServer) -> None:
    code, said = watched(prepared(tmp_path), store, 9)
    assert code == INTERRUPTED
    assert said.count("next run at") >= 2
    assert len(store.asked) >= 9
    assert "Traceback" not in said


def test_a_watch_goes_on_after_a_run_that_got_nothing(tmp_path: Path, store: StoreServer) -> None:
    store.misbehave(MARKETING.format("fr"), faults.BadGateway(), times=3)
    _, said = watched(prepared(tmp_path), store, 12)
    assert "unreached: apple-marketing" in said
    assert said.count("next run at") >= 2


@pytest.mark.parametrize("hours", ["0", "-1", "soon", "nan"])
def test_hours_between_runs_are_a_positive_number(hours: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--watch", "--every", hours]) == 2
    assert "--every" in capsys.readouterr().err
