"""`python -m tests.bench.collect`: one run for forty countries against the local store, without its pauses.

Time and memory are those of the run's own process; sizes are those of a first day's and a second day's files.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dashboard.domain.catalog import load_catalog
from dashboard.warehouse.snapshots import list_snapshots
from tests.store import StoreServer

ROOT = Path(__file__).parents[2]
COUNTRIES = 40
MB = 1_000_000  # [bytes]


def command(data: Path) -> list[str]:
    countries = load_catalog(data / "catalog.toml").storefronts[:COUNTRIES]
    asked = [word for country in countries for word in ("--country", country)]
    return [sys.executable, "-m", "dashboard.collect", "run", *asked]


def run(store: StoreServer, data: Path) -> tuple[float, float, int]:
    """Wall time and processor time [s] of one run, and its questions; stops where it did not go well."""
    settings = store.settings | {"PALMARES_PACE": "0", "PALMARES_DATA": str(data)}
    asked, begun, before = len(store.asked), time.monotonic(), _processor()
    subprocess.run(
        command(data), cwd=ROOT, env={**os.environ, **settings}, check=True, stdout=subprocess.DEVNULL
    )
    return time.monotonic() - begun, _processor() - before, len(store.asked) - asked


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def sizes(folder: Path, known: set[str]) -> dict[str, int]:
    """Bytes by dataset of the snapshots that are not `known`."""
    found: defaultdict[str, int] = defaultdict(int)
    for file in list_snapshots(folder):
        if file.path.name not in known:
            found[file.dataset] += file.path.stat().st_size
    return found


def measure(data: Path) -> None:
    shutil.copy(ROOT / "data" / "catalog.toml", data)
    snapshots = data / "snapshots"
    table = Table("run", "asked", "time [s]", "processor [s]", "new snapshots [kB]", "all [kB]", box=None)
    with StoreServer(day=1) as store:
        store.at -= timedelta(minutes=55)  # the second day follows within the hour that a run believes
        for day in ("first day", "next day"):
            known = {path.name for path in snapshots.glob("*")}
            wall, processor, asked = run(store, data)
            new = sizes(snapshots, known)
            told = ", ".join(f"{dataset} {size / 1000:.0f}" for dataset, size in new.items())
            row = (
                day,
                f"{asked}",
                f"{wall:.1f}",
                f"{processor:.1f}",
                told,
                f"{sum(new.values()) / 1000:.0f}",
            )
            table.add_row(*row)
            store.at += timedelta(minutes=55)
            store.day += 1
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / MB  # Linux counts in kB
    raw = sum(path.stat().st_size for path in (data / "raw").rglob("*.gz")) / MB
    console = Console(width=120)
    console.print(table)
    console.print(f"peak memory of a run: {peak:.0f} MB; raw answers of both days: {raw:.1f} MB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder))
