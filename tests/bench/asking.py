"""`python -m tests.bench.asking ENGINE DATA`: each question's time and bytes read, in a process of its own, as JSON."""

import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from dashboard.domain.catalog import load_catalog
from dashboard.warehouse.warehouse import Warehouse
from tests.bench import questions

TURNS = 5
IO, STATUS = Path("/proc/self/io"), Path("/proc/self/status")
Told = dict[str, dict[str, float]]


def bytes_read() -> int:
    """What this process has read of files so far, from the disk or from the system's memory of it."""
    return int(IO.read_text("ascii").split()[1])


def peak_mb() -> float:
    """The most memory that this process held; what getrusage says began with the process that started it."""
    line = next(one for one in STATUS.read_text("ascii").splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def asked(ask: Callable[[], Any]) -> dict[str, float]:
    """Of one question: the first call's megabytes, the median of those after it, the rows of its answer."""
    before = bytes_read()
    rows = len(ask())
    read = bytes_read() - before
    times = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        ask()
        times.append((time.perf_counter() - begun) * 1000)
    return {"ms": statistics.median(times), "mb": read / 1e6, "rows": rows}


def palmares(data: Path) -> Mapping[str, Callable[[], Any]]:
    catalog = load_catalog(data / "catalog.toml")
    house = Warehouse(data, catalog, datetime.max)
    return {name: partial(ask, house) for name, ask in questions.asked(catalog).items()}


def pandas(data: Path) -> Mapping[str, Callable[[], Any]]:
    from tests.bench import frames  # noqa: PLC0415  the rivals are not wherever results are read

    return frames.in_pandas(frames.files(data, load_catalog(data / "catalog.toml")))


def polars(data: Path) -> Mapping[str, Callable[[], Any]]:
    from tests.bench import frames  # noqa: PLC0415

    return frames.in_polars(frames.files(data, load_catalog(data / "catalog.toml")))


ENGINES = {"Palmarès": palmares, "pandas": pandas, "polars": polars}


def measure(engine: str, data: Path) -> Told:
    """By question, and as `open` the time until the first can be asked and the peak of memory after all."""
    begun = time.perf_counter()
    asks = ENGINES[engine](data)
    opened = (time.perf_counter() - begun) * 1000
    told = {name: asked(ask) for name, ask in asks.items()}
    return {"open": {"ms": opened, "mb": peak_mb()}, **told}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))  # noqa: T201
