"""What stands in and around the panels of a figure: bands, words, the key of its marks."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from dashboard.site.drawing.marks import MARKERS
from dashboard.site.drawing.room import Box
from dashboard.site.drawing.spec import Json, colour, on_axis
from dashboard.site.drawing.words import INK, PIXEL, write

INCH = 100  # [px]
LIFT = 2  # of words above a mark [px]


def shapes(layout: Json, panels: dict[tuple[str, str], Axes]) -> None:
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


def annotations(layout: Json, panels: dict[tuple[str, str], Axes], figure: Figure, room: Box) -> None:
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


def key(spec: Json, figure: Figure, width: int) -> None:
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
