"""`make soak`: readers at work for ten minutes while snapshots are merged, spoilt and removed and the server restarts.

Every answer is held against what the same link showed when all was sound: the same findings, or fewer of
them and a plain sentence. QUICK=1 takes one minute; SESSIONS= and MINUTES= say otherwise.
"""

import asyncio
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from dashboard.collect.storage.compact import compact
from tests.bench.load import p95
from tests.bench.page_session import PageSession, Shown
from tests.bench.servers import SUBJECTS, Server, started
from tests.browser.conftest import ROOT, free_port
from tests.helpers.datasets import reading, store_rows

THINK = 10.0  # mean time that a reader reads [s]
LINKS = [
    (page, f"lang={lang}&country={country}&category=productivity&from=2026-09-15&to=2026-10-08")
    for page in ("rank", "launch", "competitors")
    for lang in ("en", "fr")
    for country in ("fr", "us", "de")
]
NOTHING = re.compile(r"\D*$")  # beside the sentence that there is no file, a heading may say no number
HUMBLE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()


@dataclass
class Phase:
    """What was seen while one thing was so: times [ms], memory [MB], and the kinds of answers."""

    name: str
    times: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    whole: int = 0
    told: int = 0
    wrong: list[str] = field(default_factory=list)

    def judge(self, truth: Shown, shown: Shown) -> None:
        if shown.exceptions:
            self.wrong.append(f"exception: {shown.exceptions[0]}")
        elif shown.headings == truth.headings and not shown.errors:
            self.whole += 1
        elif shown.errors and all(map(NOTHING.match, set(shown.headings) - set(truth.headings))):
            self.told += 1
        else:
            self.wrong.append(f"{sorted(set(shown.headings) - set(truth.headings))} {shown.errors}")


@dataclass
class Soak:
    """The server, its data, and the phase that runs."""

    data: Path
    port: int
    phases: list[Phase] = field(default_factory=lambda: [Phase("sound")])
    between: Phase = field(default_factory=lambda: Phase("across a change"))
    truth: dict[tuple[str, str], Shown] = field(default_factory=dict)
    server: Server | None = None
    lost: int = 0
    _running: ExitStack = field(default_factory=ExitStack)

    def start(self) -> None:
        subject = replace(SUBJECTS[0], command=(*HUMBLE, *SUBJECTS[0].command))
        self.server, _ = self._running.enter_context(started(subject, self.data, self.port))

    def stop(self) -> None:
        self._running.close()

    @property
    def snapshots(self) -> Path:
        return self.data / "snapshots"

    @contextmanager
    def without(self, dataset: str, spoilt: bool) -> Iterator[None]:
        """A dataset's snapshots cut short or gone, and then restored."""
        kept = {path: path.read_bytes() for path in self.snapshots.glob(f"{dataset}-*.parquet")}
        for path, content in kept.items():
            path.write_bytes(content[:-400]) if spoilt else path.unlink()
        yield
        for path, content in kept.items():
            path.write_bytes(content)

    @contextmanager
    def unreadable(self) -> Iterator[None]:
        self.snapshots.chmod(0)
        yield
        self.snapshots.chmod(0o755)

    @contextmanager
    def merged(self) -> Iterator[None]:
        """New rows of a country that nobody looks at, then all of the month in one file."""
        for day in ("2025-03-01", "2025-03-02"):
            rows = reading(f"{day}T12:00:00", {1: "1"}, country="no")
            store_rows(self.data, rows, now=datetime(2026, 11, 24, 12))
        list(compact(self.snapshots, datetime(2026, 11, 24, 13), running=True))
        yield

    @contextmanager
    def restarted(self) -> Iterator[None]:
        self.stop()
        self.start()
        yield


async def _use(soak: Soak, until: float) -> None:
    witness = PageSession(soak.port)
    await asyncio.sleep(random.random() * THINK)
    while time.monotonic() < until:
        link, phase, begun = random.choice(LINKS), soak.phases[-1], time.perf_counter()
        shown = await witness.ask(*link)
        seen_in = phase if phase is soak.phases[-1] else soak.between
        seen_in.times.append((time.perf_counter() - begun) * 1000)
        seen_in.judge(soak.truth[link], shown)
        await asyncio.sleep(THINK * (0.5 + random.random()))
    soak.lost += witness.lost
    await witness.close()


async def _break(soak: Soak, seconds: float) -> None:
    """The faults in their order, each for an eighth of the time, mended in between."""
    faults: list[tuple[str, Callable[[], AbstractContextManager[None]]]] = [
        ("merged", soak.merged),
        ("spoilt", lambda: soak.without("charts", True)),
        ("removed", lambda: soak.without("charts", False)),
        ("unreadable", soak.unreadable),
        ("restarted", soak.restarted),
    ]
    await asyncio.sleep(seconds * 2 / 8)
    for name, fault in faults:
        soak.phases.append(Phase(name))
        with ExitStack() as state:  # entered and left beside the sessions, which go on
            await asyncio.to_thread(state.enter_context, fault())
            await asyncio.sleep(seconds / 8)
    soak.phases.append(Phase("sound again"))


async def _watch(soak: Soak, until: float) -> None:
    while time.monotonic() < until:
        with suppress(psutil.Error):  # it restarts
            soak.phases[-1].memory.append(soak.server.memory_mb() if soak.server else 0)
        await asyncio.sleep(5)


async def _learn(soak: Soak) -> None:
    """What each link shows when all is sound."""
    witness = PageSession(soak.port)
    for link in LINKS:
        soak.truth[link] = await witness.ask(*link)
    await witness.close()


async def _run(soak: Soak, sessions: int, seconds: float) -> None:
    await _learn(soak)
    until = time.monotonic() + seconds
    await asyncio.gather(
        *(_use(soak, until) for _ in range(sessions)), _break(soak, seconds), _watch(soak, until)
    )


def main() -> int:
    sessions = int(os.environ.get("SESSIONS", "100"))
    seconds = 60.0 if os.environ.get("QUICK") else 60 * float(os.environ.get("MINUTES", "10"))
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data", data := Path(folder) / "data")
        soak = Soak(data, free_port())
        soak.start()
        try:
            asyncio.run(_run(soak, sessions, seconds))
        finally:
            soak.stop()
    return _report(soak)


def _report(soak: Soak) -> int:
    """Say it; returns 1 where an answer was neither right nor a plain sentence."""
    table = Table("state", "answers", "whole", "told plainly", "wrong", "p95 [ms]", "memory [MB]", box=None)
    for phase in [*soak.phases, soak.between]:
        memory = f"{min(phase.memory):.0f}-{max(phase.memory):.0f}" if phase.memory else "-"
        row = (len(phase.times), phase.whole, phase.told, len(phase.wrong))
        table.add_row(phase.name, *map(str, row), f"{p95(phase.times):.0f}", memory)
    console = Console(width=120)
    console.print(table)
    console.print(f"connections lost, all opened anew: {soak.lost}")
    wrong = [what for phase in [*soak.phases, soak.between] for what in phase.wrong]
    for what in wrong[:10]:
        console.print(what, markup=False)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
