"""The pictures of the static site: each figure once for wide and once for narrow pages, and a card for previews.

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
TABS = 2  # figures drawn in parallel
GRID = "#EBF0F8"  # lines of Plotly's white template
TRACE = re.compile(r"\btrace[0-9a-f]{6}\b")
UID = re.compile(r'id="defs-([0-9a-f]{6})"')
# Within an <img> the reader's light or dark theme still applies.
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
    """File name by content, so that a figure on two pages is one file."""
    return hashlib.sha256(json.dumps(spec, sort_keys=True).encode()).hexdigest()[:16]


def figure_jobs(site: Path, spec: Json) -> list[ImageJob]:
    name = figure_name(spec)
    return [ImageJob(site / FOLDER / f"{name}-{width}.svg", spec, width) for width in (WIDE, NARROW)]


def draw_all(jobs: Iterable[ImageJob]) -> tuple[int, list[str]]:
    """Draw each picture once; the number of pictures, and an error for each that failed. Raises NoBrowserError."""
    unique = {job.path: job for job in jobs}
    for path in unique:
        path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        insets = {job.path: Path(folder) / job.path.name for job in unique.values()}
        orders = [order for job in unique.values() if (order := _kaleido_order(job, insets[job.path]))]
        errors = _render_in_thread(orders) if orders else []
        for job in unique.values():
            _finish(job, insets[job.path])
    return len(unique), errors


def _kaleido_order(job: ImageJob, inset: Path) -> Json | None:
    """Kaleido's order for a picture; None for a card without a figure."""
    if isinstance(job.drawn, Card):
        return preview_card.inset_order(job.drawn, inset)
    transparent = dict.fromkeys(("paper_bgcolor", "plot_bgcolor"), "rgba(0,0,0,0)")
    figure = spec_on_paper({"data": job.drawn["data"], "layout": job.drawn["layout"] | transparent})
    size = {"width": job.width, "height": job.drawn["layout"].get("height")}
    return {"fig": figure, "path": str(job.path), "opts": {"format": "svg", **size}}


def _render_in_thread(orders: list[Json]) -> list[str]:
    """Render in a thread of its own: the caller may run an event loop already."""
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


def _finish(job: ImageJob, inset: Path) -> None:
    if isinstance(job.drawn, Card):
        job.path.write_bytes(preview_card.draw_card(job.drawn, inset if inset.exists() else None))
    elif job.path.exists():
        job.path.write_text(follow_theme(job.path.read_text("utf-8")), "utf-8")


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
