"""The app as a user starts it, and a browser to open it."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.helpers.datasets import DATA

ROOT = Path(__file__).parents[2]
# Root reads what it has no right to read, unless it gives that power up.
HUMBLE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
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


@pytest.fixture(scope="session")
def _living(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    folder = tmp_path_factory.mktemp("living")
    (data := folder / "data").mkdir()
    _renew(data)
    for served in serve(folder / "log.txt", data, under=HUMBLE):
        yield served, data


@pytest.fixture
def living(_living: tuple[Served, Path]) -> Served:
    """The app over `living_data`; one server for all tests."""
    return _living[0]


@pytest.fixture
def living_data(_living: tuple[Served, Path]) -> Iterator[Path]:
    """The frozen data, anew for each test, which may change and damage it under the server."""
    data = _living[1]
    _renew(data)
    yield data
    data.chmod(0o755)
    (data / "snapshots").chmod(0o755)


def _renew(data: Path) -> None:
    for path in data.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(DATA, data, dirs_exist_ok=True, copy_function=shutil.copyfile)  # with times of their own
