"""The traces of a figure: lines, marks, areas, bars, cells, words."""

import math
from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgba
from matplotlib.patches import Rectangle
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
FINE = 1001  # shades of a scale, so that its steps are sharp
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
        _errors(axes, trace, xs, ys, way)
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


def _errors(axes: Axes, trace: Json, xs: list[float], ys: list[float], way: str) -> None:
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


def bar(axes: Axes, trace: Json, x: Json, y: Json) -> None:
    xs, ys = on_axis(trace.get("x"), x), on_axis(trace.get("y"), y)
    level = trace.get("orientation") == "h"
    count, marker = len(xs), trace.get("marker", {})
    edge = marker.get("line", {})
    bases, fills = each(trace.get("base", 0), count), each(marker.get("color"), count)
    edges, widths = each(edge.get("color"), count), each(trace.get("width", 0.8), count)
    for at, (base, thick) in enumerate(zip(bases, widths, strict=True)):
        length, middle = (xs[at], ys[at]) if level else (ys[at], xs[at])
        start, across = float(base or 0), middle - thick / 2
        box = ((start, across), length, thick) if level else ((across, start), thick, length)
        fill = to_rgba(colour(fills[at]))
        look: dict[str, Any] = {"facecolor": (*fill[:3], fill[3] * marker.get("opacity", 1.0))}
        look["edgecolor"] = colour(edges[at]) if edges[at] and edge.get("width") else NONE
        axes.add_patch(Rectangle(*box, linewidth=edge.get("width", 0) * PIXEL, **look))
        axes.update_datalim([box[0], (box[0][0] + box[1], box[0][1] + box[2])])
    _errors(axes, trace, xs, ys, "error_x")


def heatmap(axes: Axes, trace: Json, x: Json, y: Json) -> None:
    """A cell for each pair of names, with its words."""
    scale = LinearSegmentedColormap.from_list("", [(stop, one) for stop, one in trace["colorscale"]], N=FINE)
    gap, font = 0.06, trace.get("textfont", {})
    for row, (values, words) in enumerate(zip(column(trace["z"]), column(trace["text"]), strict=True)):
        for place, (value, text) in enumerate(zip(values, words, strict=True)):
            if value is not None and not math.isnan(value):
                corner = (place - 0.5 + gap / 2, row - 0.5 + gap / 2)
                axes.add_patch(Rectangle(corner, 1 - gap, 1 - gap, facecolor=scale(value), edgecolor=NONE))
                write(
                    axes,
                    text,
                    (place, row),
                    ("center", "middle"),
                    colour=font.get("color"),
                    size=font.get("size"),
                )
    axes.set_xlim(-0.5, len(column(trace["x"])) - 0.5)
    axes.set_ylim(-0.5, len(column(trace["y"])) - 0.5)


DRAWN = {"scatter": scatter, "bar": bar, "heatmap": heatmap}
