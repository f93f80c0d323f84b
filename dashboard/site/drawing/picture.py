"""A whole figure: panels within margins, words between them, a key."""

import io
from collections.abc import Iterator
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from dashboard.site.drawing.axes import lay, longest, turned
from dashboard.site.drawing.marks import DRAWN, MARKERS
from dashboard.site.drawing.spec import Json, axis, colour, column, on_axis, pairs
from dashboard.site.drawing.words import INK, PALE, PIXEL, write

INCH = 100  # [px]
SETTINGS: Any = {"svg.fonttype": "none", "svg.hashsalt": "palmares", "font.family": "DejaVu Sans"}
FONTS = "'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif"
# Within an <img> the reader's light or dark page still decides.
STYLE = (
    f"<style>:root{{--ink:{INK};--pale:{PALE}}}"
    "@media (prefers-color-scheme:dark){:root{--ink:#E6E8EA;--pale:#41474D}}</style>"
)
LIFT = 2  # of words above a mark [px]
LINE = 17  # height of a line of labels [px]
Box = tuple[float, float, float, float]  # left, bottom, width, height [px]


def svg(spec: Json, width: int) -> str:
    """The figure as SVG, `width` wide [px]; its words stay words, and it follows light and dark."""
    with mpl.rc_context(SETTINGS):
        figure, text = drawn(spec, width), io.StringIO()
        figure.savefig(text, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    written = text.getvalue()
    for said, variable in ((INK, "var(--ink)"), (PALE, "var(--pale)")):
        written = written.replace(said.lower(), variable)
    written = written.replace("'DejaVu Sans'", FONTS)
    start = written.index("<defs>")
    return written[written.index("<svg") : start] + STYLE + written[start:]


def drawn(spec: Json, width: int) -> Figure:
    """The figure as the app sent it, `width` wide and as high as it says [px]."""
    layout, height = spec["layout"], spec["layout"]["height"]
    figure = Figure((width / INCH, height / INCH), dpi=INCH)
    room = _room(spec, width, height)
    panels = {}
    for pair in pairs(spec):
        x, y = _axes_of(spec, pair)
        left, bottom, wide, high = _domain(room, x, y)
        axes = figure.add_axes((left / width, bottom / height, wide / width, high / height))
        axes.patch.set_alpha(0)
        panels[pair] = axes
        for trace in _traces(spec, pair):
            DRAWN[trace["type"]](axes, trace, x, y)
        lay(axes, x, y, dated=pair in _dated(spec), width=wide)
    _shapes(layout, panels)
    _annotations(layout, panels, figure, room)
    _key(spec, figure, width)
    return figure


def _traces(spec: Json, pair: tuple[str, str]) -> Iterator[Json]:
    return (one for one in spec["data"] if (one.get("xaxis", "x"), one.get("yaxis", "y")) == pair)


def _axes_of(spec: Json, pair: tuple[str, str]) -> tuple[Json, Json]:
    """Both axes of a panel; one whose ends are names knows them, one whose values are dates says so."""
    x, y = (axis(spec["layout"], name) for name in pair)
    for trace in _traces(spec, pair):
        for one, name in ((x, "x"), (y, "y")):
            if one.get("type") == "category":
                one["categories"] = list(dict.fromkeys(column(trace[name])))
    return x, y


def _dated(spec: Json) -> set[tuple[str, str]]:
    """Of the panels that share a horizontal axis, or whose axes match, the one that bears its labels."""
    layout = spec["layout"]
    found: dict[str, tuple[float, tuple[str, str]]] = {}
    for pair in pairs(spec):
        x = axis(layout, pair[0])
        shared = pair[0] if x.get("showticklabels", True) else x.get("matches", pair[0])
        if x.get("showticklabels", True):
            low = axis(layout, pair[1]).get("domain", [0, 1])[0]
            found[shared] = min(found.get(shared, (low, pair)), (low, pair))
    return {pair for _, pair in found.values()}


def _room(spec: Json, width: int, height: int) -> Box:
    """Where the panels lie: within the margins, with room for the labels outside of them."""
    margin = spec["layout"]["margin"]
    every = [_axes_of(spec, pair) for pair in pairs(spec)]
    upright = max(longest(y) + 8 if y.get("showticklabels", True) else 0 for _, y in every)
    left, right = max(margin["l"], upright), margin["r"] + 6
    wide = width - left - right
    over, under = margin["t"], margin["b"]
    for x, _ in every:
        if x.get("showticklabels", True):
            needed = longest(x) + 10 if turned(x, wide) else LINE * _lines(x) + 6
            needed += LINE if (x.get("title") or {}).get("text") else 0
            over, under = (max(over, needed), under) if x.get("side") == "top" else (over, max(under, needed))
    return left, under, wide, height - over - under


def _lines(x: Json) -> int:
    said = [str(one) for one in column(x.get("ticktext"))]
    return 1 + max((one.count("<br>") for one in said), default=0)


def _domain(room: Box, x: Json, y: Json) -> Box:
    """Where one panel lies in the room."""
    left, bottom, wide, high = room
    (x0, x1), (y0, y1) = x.get("domain", (0, 1)), y.get("domain", (0, 1))
    return left + wide * x0, bottom + high * y0, wide * (x1 - x0), high * (y1 - y0)


def _shapes(layout: Json, panels: dict[tuple[str, str], Axes]) -> None:
    """Bands across a panel."""
    for shape in layout.get("shapes", []):
        pair = (shape["xref"].split(" ")[0], shape["yref"])
        axes = panels.get(pair)
        if axes is not None:
            low, high = sorted((shape["y0"], shape["y1"]))
            across = axes.get_yaxis_transform()
            fill = colour(shape["fillcolor"])
            axes.add_patch(
                Rectangle((0, low), 1, high - low, transform=across, facecolor=fill, lw=0, zorder=0)
            )


def _annotations(layout: Json, panels: dict[tuple[str, str], Axes], figure: Figure, room: Box) -> None:
    for said in layout.get("annotations", []):
        names = tuple(said.get(ref, ref[0]).split(" ")[0] for ref in ("xref", "yref"))
        axes = panels.get((names[0], names[1])) or next(iter(panels.values()))
        at, coordinates = _place(said, axes, figure, room)
        sides = (said.get("xanchor", "center"), said.get("yanchor", "middle"))
        font = said.get("font", {})
        shift = (said.get("xshift", 0), said.get("yshift", 0) + (LIFT if sides[1] == "bottom" else 0))
        look = {
            "coordinates": coordinates,
            "shift": shift,
            "colour": font.get("color"),
            "size": font.get("size"),
        }
        look["room"] = figure.bbox.width - room[0] if sides[0] == "left" else None
        write(axes, said["text"], at, sides, **look)


def _place(said: Json, axes: Axes, figure: Figure, room: Box) -> tuple[tuple[float, float], Any]:
    """The point of an annotation, each of its coordinates a number, a part of the panel or of all of them."""
    point: list[float] = []
    systems: list[Any] = []
    for way, start, extent in (("x", room[0], room[2]), ("y", room[1], room[3])):
        ref, value = said.get(f"{way}ref", way), said[way]
        if ref == "paper":
            systems.append(figure.dpi_scale_trans)
            point.append((start + float(value) * extent) / INCH)
        elif ref.endswith("domain"):
            systems.append(axes.transAxes)
            point.append(float(value))
        else:
            kind = "date" if isinstance(value, str) else None
            systems.append(axes.transData)
            point.append(on_axis([value], {"type": kind})[0])
    return (point[0], point[1]), tuple(systems)


def _key(spec: Json, figure: Figure, width: int) -> None:
    """The names of marks above the panels, where the figure asks for them."""
    if not spec["layout"].get("showlegend"):
        return
    shown = [one for one in spec["data"] if one.get("showlegend", True) and one.get("name")]
    marks = [
        Line2D(
            [], [], linestyle="none", marker=MARKERS[one["marker"]["symbol"]], color=one["marker"]["color"]
        )
        for one in shown
    ]
    names, columns = [one["name"] for one in shown], max(1, width // 130)
    look: dict[str, Any] = {"frameon": False, "fontsize": 12 * PIXEL, "labelcolor": INK, "handletextpad": 0.2}
    figure.legend(
        marks, names, loc="upper left", ncols=columns, bbox_to_anchor=(0, 1), borderaxespad=0, **look
    )
