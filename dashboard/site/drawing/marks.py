"""The traces that join points: lines, marks, outlines, words."""

import math
from typing import Any

from matplotlib.axes import Axes
from matplotlib.path import Path

from dashboard.site.drawing.spec import Json, colour, column, each, on_axis
from dashboard.site.drawing.words import PIXEL, write

DASHES: dict[str, Any] = {"dot": (0, (1, 1.6)), "dash": (0, (4, 2)), "solid": "solid"}
# Two triangles that meet, level and upright.
BOWTIE = Path([(-1, -1), (-1, 1), (1, -1), (1, 1), (-1, -1)])
HOURGLASS = Path([(-1, -1), (1, -1), (-1, 1), (1, 1), (-1, -1)])
MARKERS: dict[str, Any] = {
    "circle": "o",
    "square": "s",
    "diamond": "D",
    "diamond-tall": "d",
    "cross": "P",
    "x": "X",
    "star": "*",
    "pentagon": "p",
    "hexagon": "h",
    "hexagram": (6, 1, 0),
    "hourglass": HOURGLASS,
    "bowtie": BOWTIE,
    "line-ns": "|",
    "line-ew": "_",
    "triangle-up": "^",
    "triangle-down": "v",
    "triangle-left": "<",
    "triangle-right": ">",
    "arrow-up": "^",
    "arrow-right": ">",
}
NONE = (0.0, 0.0, 0.0, 0.0)
BESIDE = 4  # between a mark and its words [px]


def scatter(axes: Axes, trace: Json, x: Json, y: Json) -> None:
    xs, ys = on_axis(trace.get("x"), x), on_axis(trace.get("y"), y)
    mode, line = trace.get("mode", "lines"), trace.get("line", {})
    if trace.get("fill") == "toself":
        _areas(axes, trace, xs, ys)
    elif "lines" in mode:
        axes.plot(
            xs,
            ys,
            color=colour(line["color"]),
            linewidth=line.get("width", 2) * PIXEL,
            linestyle=DASHES[line.get("dash", "solid")],
            drawstyle="steps-post" if line.get("shape") == "hv" else "default",
            alpha=trace.get("opacity"),
        )
    for way in ("error_x", "error_y"):
        errors(axes, trace, xs, ys, way)
    if "markers" in mode:
        _markers(axes, trace, xs, ys)
    if "text" in mode:
        _texts(axes, trace, xs, ys)


def _areas(axes: Axes, trace: Json, xs: list[float], ys: list[float]) -> None:
    """Each closed outline filled; outlines are apart by a missing point."""
    line, opacity = trace.get("line", {}), trace.get("opacity", 0.5)
    outline: list[tuple[float, float]] = []
    for x, y in [*zip(xs, ys, strict=True), (math.nan, math.nan)]:
        if not math.isnan(y):
            outline.append((x, y))
        elif outline:
            width = line.get("width", 1) * PIXEL
            fill = colour(trace.get("fillcolor") or line["color"])
            style = DASHES[line.get("dash", "solid")]
            edge = colour(line["color"])
            axes.fill(
                *zip(*outline, strict=True), facecolor=fill, edgecolor=edge, alpha=opacity, lw=width, ls=style
            )
            outline = []


def errors(axes: Axes, trace: Json, xs: list[float], ys: list[float], way: str) -> None:
    error = trace.get(way)
    if not error:
        return
    over, under = column(error["array"]), column(error.get("arrayminus") or error["array"])
    look: dict[str, Any] = {"fmt": "none", "ecolor": colour(error.get("color") or trace["marker"]["color"])}
    look["xerr" if way == "error_x" else "yerr"] = [under, over]
    look |= {"elinewidth": error.get("thickness", 1) * PIXEL, "capsize": error.get("width", 4) * PIXEL}
    axes.errorbar(xs, ys, **look)


def _markers(axes: Axes, trace: Json, xs: list[float], ys: list[float]) -> None:
    marker = trace.get("marker", {})
    looks = zip(
        *(each(marker.get(name), len(xs)) for name in ("symbol", "size", "color")),
        strict=True,
    )
    groups: dict[tuple[Any, ...], list[int]] = {}
    for number, look in enumerate(looks):
        groups.setdefault(look, []).append(number)
    for (symbol, size, paint), members in groups.items():
        if size == 0:
            continue
        name = str(symbol or "circle")
        shown = colour(paint)
        axes.plot(
            [xs[one] for one in members],
            [ys[one] for one in members],
            linestyle="none",
            marker=MARKERS[name.removesuffix("-open")],
            markersize=(size or 6) * PIXEL,
            markerfacecolor=NONE if name.endswith("-open") else shown,
            markeredgecolor=shown,
            markeredgewidth=1.2 if name.endswith("-open") else 0.3,
            alpha=trace.get("opacity"),
        )


def _texts(axes: Axes, trace: Json, xs: list[float], ys: list[float]) -> None:
    font = trace.get("textfont", {})
    places = each(trace.get("textposition", "middle center"), len(xs))
    for x, y, text, place in zip(xs, ys, each(trace.get("text"), len(xs)), places, strict=True):
        if text and not math.isnan(y):
            across, upright, shift = _beside(place)
            look = {"colour": font.get("color"), "size": font.get("size"), "shift": shift}
            write(axes, text, (x, y), (across, upright), **look)


def _beside(place: str) -> tuple[str, str, tuple[float, float]]:
    """Which side of the words is at the mark, and how far off, for a position in Plotly's terms."""
    upright, across = place.split(" ")
    sides = {"left": "right", "right": "left", "center": "center"}
    over = {"top": "bottom", "bottom": "top", "middle": "middle"}
    off = {"top": BESIDE, "bottom": -BESIDE, "middle": 0}
    aside = {"left": -BESIDE, "right": BESIDE, "center": 0}
    return sides[across], over[upright], (aside[across], off[upright])
