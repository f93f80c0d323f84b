"""The pictures of the twin: each figure once for wide and once for narrow pages, and a card for previews.

Kaleido draws them: Plotly itself, in the system's Chrome or Chromium.
"""

import asyncio
import hashlib
import json
import re
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from choreographer.errors import ChromeNotFoundError
from kaleido import Kaleido

from dashboard.charts.standalone import INK, spec_on_paper
from dashboard.export.site import preview_card
from dashboard.export.site.preview_card import Card

WIDE, NARROW = 720, 343  # [px]; a narrow page is 375 px wide and has margins
FOLDER = "pictures"
TABS = 2  # figures drawn at the same time
GRID = "#EBF0F8"  # lines of Plotly's white template
TRACE = re.compile(r"\btrace[0-9a-f]{6}\b")
UID = re.compile(r'id="defs-([0-9a-f]{6})"')
# Within an <img> the reader's light or dark page still decides.
STYLE = (
    f"<style>:root{{--ink:{INK};--grid:{GRID}}}"
    "@media (prefers-color-scheme:dark){:root{--ink:#E6E8EA;--grid:#41474D}}</style>"
)
Json = dict[str, Any]


class NoBrowserError(RuntimeError):
    """There is no Chrome or Chromium to draw with."""


@dataclass(frozen=True)
class ImageJob:
    """A picture to draw: a figure as JSON at a width [px], or a card."""

    path: Path
    drawn: Json | Card
    width: int = 0


def figure_name(spec: Json) -> str:
    """The same figure on two pages is one file."""
    return hashlib.sha256(json.dumps(spec, sort_keys=True).encode()).hexdigest()[:16]


def figure_jobs(site: Path, spec: Json) -> list[ImageJob]:
    name = figure_name(spec)
    return [ImageJob(site / FOLDER / f"{name}-{width}.svg", spec, width) for width in (WIDE, NARROW)]


def draw_all(tasks: Iterable[ImageJob]) -> tuple[int, list[str]]:
    """Draw each picture once: how many there are, and what could not be drawn; raises NoBrowser."""
    once = {task.path: task for task in tasks}
    for path in once:
        path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        insets = {task.path: Path(folder) / task.path.name for task in once.values()}
        orders = [order for task in once.values() if (order := _kaleido_order(task, insets[task.path]))]
        errors = _in_own_loop(orders) if orders else []
        for task in once.values():
            _finish(task, insets[task.path])
    return len(once), errors


def _kaleido_order(task: ImageJob, inset: Path) -> Json | None:
    """What Kaleido is to draw for a picture; None for a card of words alone."""
    if isinstance(task.drawn, Card):
        return preview_card.inset_order(task.drawn, inset)
    clear = dict.fromkeys(("paper_bgcolor", "plot_bgcolor"), "rgba(0,0,0,0)")
    figure = spec_on_paper({"data": task.drawn["data"], "layout": task.drawn["layout"] | clear})
    size = {"width": task.width, "height": task.drawn["layout"].get("height")}
    return {"fig": figure, "path": str(task.path), "opts": {"format": "svg", **size}}


def _in_own_loop(orders: list[Json]) -> list[str]:
    """Render in a thread of its own: whoever calls may run an event loop already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(_render(orders))).result()


async def _render(orders: list[Json]) -> list[str]:
    async def each() -> AsyncIterator[Json]:
        for order in orders:
            yield order

    try:
        async with Kaleido(n=TABS, mathjax=False) as kaleido:
            failed = await kaleido.write_fig_from_object(each(), cancel_on_error=False)
    except ChromeNotFoundError as error:
        raise NoBrowserError(
            "pictures are drawn by Chrome or Chromium, and there is none: install one"
        ) from error
    return [str(error) for error in failed or ()]


def _finish(task: ImageJob, inset: Path) -> None:
    if isinstance(task.drawn, Card):
        task.path.write_bytes(preview_card.draw_card(task.drawn, inset if inset.exists() else None))
    elif task.path.exists():
        task.path.write_text(follow_theme(task.path.read_text("utf-8")), "utf-8")


def follow_theme(svg: str) -> str:
    """The picture with its ink and grid as variables of the reader's theme, and without Plotly's random ids."""
    for colour, variable in ((INK, "var(--ink)"), (GRID, "var(--grid)")):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        svg = svg.replace(f"rgb({red}, {green}, {blue})", variable)
    if uid := UID.search(svg):
        svg = svg.replace(uid[1], "figure")
    svg = TRACE.sub("trace", svg)
    start = svg.index(">") + 1
    return svg[:start] + STYLE + svg[start:]
