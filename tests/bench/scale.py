"""The same questions at a million, ten and a hundred million synthetic places, beside pandas and polars."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.bench import synthetic_charts
from tests.bench.asking import ENGINES

TYPICAL = {
    "rank_history": "one country, five assistants, a year",
    "coverage_by_day": "days read of one chart, a year",
    "movers": "who climbed and fell between two readings",
    "top_10": "days in the top 10, all countries, a year",
}
BLOCK = 1 << 20  # [bytes]
Told = dict[str, dict[str, dict[str, float]]]  # by engine, question, and ms, mb or rows


def measure(sizes: Iterable[str]) -> dict[str, Any]:
    """By size what each engine was told, and how fast the files can be read at all [MB/s]."""
    found: dict[str, Any] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            data = synthetic_charts.write_months(Path(folder), synthetic_charts.SIZES[size])
            told: Told = {engine: _asked(engine, data) for engine in ENGINES}
            _alike(told)
            found[size] = {"told": told, "mb_per_s": _bandwidth(data), "files_mb": _size(data)}
    return found


def _asked(engine: str, data: Path) -> dict[str, dict[str, float]]:
    command = [sys.executable, "-m", "tests.bench.asking", engine, str(data)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ)
    told: dict[str, dict[str, float]] = json.loads(done.stdout)
    return told


def _alike(told: Told) -> None:
    """Engines that answer otherwise are no rivals."""
    for question in TYPICAL:
        rows = {engine: answers[question]["rows"] for engine, answers in told.items()}
        if (
            question != "rank_history" and len(set(rows.values())) > 1
        ):  # only Palmarès says "outside the list"
            raise ValueError(f"{question}: {rows}")


def _size(data: Path) -> float:
    return sum(path.stat().st_size for path in synthetic_charts.files(data)) / 1e6


def _bandwidth(data: Path) -> float:
    """Megabytes a second at which the files are read and thrown away, after they were read once."""
    begun = time.perf_counter()
    for path in synthetic_charts.files(data):
        with path.open("rb", buffering=0) as stream:
            while stream.read(BLOCK):
                pass
    return _size(data) / (time.perf_counter() - begun)


def table(found: dict[str, Any]) -> str:
    """Milliseconds of each typical question by size and engine; in brackets the megabytes read for it."""
    titles = [f"{size} {engine}" for size in found for engine in ENGINES]
    lines = ["| | " + " | ".join(titles) + " | limit |", "| --- |" + " ---: |" * (len(titles) + 1)]
    for question, title in TYPICAL.items():
        cells = [_cell(one["told"][engine][question]) for one in found.values() for engine in ENGINES]
        lines.append(f"| {title}, ms (MB) | " + " | ".join([*cells, _limit(found, question)]) + " |")
    memory = [f"{one['told'][engine]['open']['mb']:,.0f}" for one in found.values() for engine in ENGINES]
    lines.append("| peak memory, MB | " + " | ".join([*memory, "–"]) + " |")
    return "\n".join(lines)


def _cell(told: dict[str, float]) -> str:
    return f"{told['ms']:,.0f} ({told['mb']:,.1f})"


def _limit(found: dict[str, Any], question: str) -> str:
    """The fewest bytes of the files that answered it at the largest size, at the speed they can be read at [ms]."""
    largest = list(found.values())[-1]
    told = largest["told"]  # Palmarès has read what it needs when it opens
    touched = min(told[engine][question]["mb"] for engine in told if engine != "Palmarès")
    return f"{touched / largest['mb_per_s'] * 1000:,.1f}"


def slowest(found: dict[str, Any], most: float = 20) -> str:
    """At the largest size, the questions of the pages that take longer than `most` [ms]."""
    size, largest = list(found.items())[-1]
    told = {name: one["ms"] for name, one in largest["told"]["Palmarès"].items() if name != "open"}
    slow = sorted((ms, name) for name, ms in told.items() if ms > most)
    names = ", ".join(f"`{name}` {ms:,.0f}" for ms, name in reversed(slow)) or "none"
    return f"Of {len(told)} questions at {size} places, those over {most:.0f} ms: {names}."
