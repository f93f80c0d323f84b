"""The app as a user starts it, and a browser to open it."""

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

ROOT = Path(__file__).parents[2]
STARTED = re.compile(r"Local URL")
expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong [ms]


@dataclass(frozen=True)
class Served:
    """A running app: its address, and the file that its output goes to."""

    url: str
    log: Path

    def output(self) -> str:
        return self.log.read_text("utf-8")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(
    log: Path,
    data: Path | None = None,
    settings: Mapping[str, str] | None = None,
    port: int | None = None,
    under: Sequence[str] = (),
) -> Iterator[Served]:
    """`make run`, on a free port where none is asked for, started by the command `under`."""
    port = port or free_port()
    asked = {"PALMARES_DATA": str(data)} if data else {}
    with log.open("w") as stream:
        process = subprocess.Popen(
            [*under, "make", "run", f"PORT={port}"],
            cwd=ROOT,
            env={**os.environ, **asked, **(settings or {})},
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait(process, log)
            yield Served(f"http://localhost:{port}", log)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)


def _wait(process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 120
    while not STARTED.search(log.read_text("utf-8")):
        assert process.poll() is None, log.read_text("utf-8")
        assert time.monotonic() < deadline, log.read_text("utf-8")
        time.sleep(0.2)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serve(tmp_path_factory.mktemp("served") / "log.txt")


@pytest.fixture
def living(data: Path, tmp_path: Path) -> Iterator[Served]:
    """The app over `data`, for one test alone."""
    yield from serve(tmp_path / "log.txt", data)
