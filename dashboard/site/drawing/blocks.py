"""The traces made of rectangles: bars, and cells with words."""

import math
from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgba
from matplotlib.patches import Rectangle

from dashboard.site.drawing.marks import NONE, errors
from dashboard.site.drawing.spec import Json, colour, column, each, on_axis
from dashboard.site.drawing.words import PIXEL, write

FINE = 1001  # shades of a scale, so that its steps are sharp


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
    errors(axes, trace, xs, ys, "error_x")


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
