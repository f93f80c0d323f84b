"""The pictures of the twin: each figure once for wide and once for narrow pages, and a card for previews."""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

from dashboard.site.drawing.card import Card, png
from dashboard.site.drawing.picture import svg
from dashboard.site.drawing.spec import Json

WIDE, NARROW = 720, 343  # [px]; a narrow page is 375 px wide and has margins
FOLDER = "pictures"


@dataclass(frozen=True)
class Task:
    """A picture to draw: the figure as text, so that another process can be sent it, or a card."""

    path: Path
    drawn: str | Card
    width: int = 0


def name_of(spec: Json) -> str:
    """The same figure on two pages is one file."""
    return hashlib.sha256(json.dumps(spec, sort_keys=True).encode()).hexdigest()[:16]


def of_figure(site: Path, spec: Json) -> list[Task]:
    said, name = json.dumps(spec), name_of(spec)
    return [Task(site / FOLDER / f"{name}-{width}.svg", said, width) for width in (WIDE, NARROW)]


def draw(task: Task) -> None:
    task.path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(task.drawn, Card):
        task.path.write_bytes(png(task.drawn))
    else:
        task.path.write_text(svg(json.loads(task.drawn), task.width), "utf-8")


@contextmanager
def _no_main() -> Iterator[None]:
    """A process that is started loads the main module, and Streamlit puts each page that it ran in its place."""
    main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def draw_all(tasks: Iterable[Task]) -> int:
    """Draw each picture once, on every processor; how many there are."""
    once = list({task.path: task for task in tasks}.values())
    # A forked process would inherit DuckDB's threads, which do not survive that.
    with _no_main(), ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        list(pool.map(draw, once, chunksize=8))
    return len(once)
