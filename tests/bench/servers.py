"""The pages that are compared, each behind its own server, and what a server costs.

A server is started as its own users start it; its processes are found as the children of the one started.
"""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

import psutil

from tests.browser.conftest import ROOT, free_port

MB = 1024 * 1024
APP = str(ROOT / ".venv" / "bin")  # the app's own environment, as `make run` makes it
BENCH = str(Path(sys.executable).parent)
ALTERNATIVES = "tests/bench/alternatives"
DAYS = "from=2024-10-01&to=2026-10-10"


@dataclass(frozen=True)
class Subject:
    """One page under test: how it is started, where it says it is healthy, which address is the page."""

    name: str
    command: tuple[str, ...]
    health: str
    page: str
    folder: Path = ROOT  # where it is started; a bare page knows nothing of our settings

    def on(self, port: int) -> list[str]:
        return [part.replace("PORT", str(port)) for part in self.command]


STREAMLIT = ("--server.port", "PORT")
SUBJECTS = (
    Subject(
        "Palmarès",
        (f"{APP}/streamlit", "run", "dashboard/app.py", *STREAMLIT),
        "_stcore/health",
        f"rank?lang=en&country=fr&category=productivity&{DAYS}",
    ),
    Subject(
        "bare Streamlit",
        (f"{APP}/streamlit", "run", "hello.py", "--server.headless", "true", *STREAMLIT),
        "_stcore/health",
        "",
        ROOT / ALTERNATIVES,
    ),
    Subject(
        "Dash",
        (
            f"{BENCH}/gunicorn",
            *("--workers", "2", "--threads", "4", "--keep-alive", "60", "--bind", "127.0.0.1:PORT"),
            "tests.bench.alternatives.dash_page:server",
        ),
        "",
        "",
    ),
    Subject(
        "Panel",
        (f"{BENCH}/panel", "serve", f"{ALTERNATIVES}/panel_page.py", "--port", "PORT", "--liveness"),
        "liveness",
        "panel_page",
    ),
)


@dataclass(frozen=True)
class Server:
    """A running page."""

    subject: Subject
    port: int
    process: psutil.Process

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/{self.subject.page}"

    def _all(self) -> list[psutil.Process]:
        return [self.process, *self.process.children(recursive=True)]

    def cpu_ms(self) -> float:
        """Processor time of all its processes so far [ms]."""
        return float(sum(sum(one.cpu_times()[:2]) for one in self._all()) * 1000)

    def memory_mb(self) -> float:
        """Memory of all its processes, what they share counted once where the system tells [MB]."""
        told = (one.memory_full_info() for one in self._all())
        return float(sum(getattr(info, "pss", info.uss) for info in told)) / MB


@contextmanager
def started(subject: Subject, data: Path, port: int | None = None) -> Iterator[tuple[Server, float]]:
    """A running server, and how long it took to be healthy [ms]."""
    port = port or free_port()
    env = {**os.environ, "PALMARES_DATA": str(data), "PYTHONPATH": str(ROOT)}
    begun = time.perf_counter()
    with (
        TemporaryFile() as log,
        subprocess.Popen(
            subject.on(port), cwd=subject.folder, env=env, stdout=log, stderr=log, start_new_session=True
        ) as process,
    ):
        try:
            if not _healthy(f"http://127.0.0.1:{port}/{subject.health}", process):
                log.seek(0)
                raise RuntimeError(f"{subject.name} never answered: {log.read().decode()[-2000:]}")
            took = (time.perf_counter() - begun) * 1000
            yield Server(subject, port, psutil.Process(process.pid)), took
        finally:
            _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:  # an open session keeps some servers from leaving
        os.killpg(process.pid, signal.SIGKILL)


def _healthy(address: str, process: "subprocess.Popen[bytes]") -> bool:
    """Wait for an answer; False where the server ends or does not answer in two minutes."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.01)
    return False
