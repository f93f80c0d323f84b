"""The axes of a panel: their ends, ticks, grid and names."""

import math
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import (
    FixedFormatter,
    FixedLocator,
    FuncFormatter,
    MaxNLocator,
    NullFormatter,
    NullLocator,
)

from dashboard.site.drawing.spec import Json, column, on_axis
from dashboard.site.drawing.words import INK, PALE, PIXEL, plain

LETTER = 0.62  # width of a letter, of its height


def lay(axes: Axes, x: Json, y: Json, *, dated: bool, width: float) -> None:
    """Draw both axes; `dated`: this panel bears the labels of the horizontal one, `width` wide [px]."""
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_axisbelow(True)
    _scale(axes, "x", x)
    _scale(axes, "y", y)
    _ticks(axes.xaxis, axes, x, "x", _every(x, width))
    _ticks(axes.yaxis, axes, y, "y")
    above = x.get("side") == "top"
    shown = dated and x.get("showticklabels", True)
    look: dict[str, Any] = {"length": 0, "labelcolor": INK, "pad": 3}
    axes.tick_params(
        axis="x",
        **look,
        labelsize=size(x) * PIXEL,
        labeltop=above and shown,
        labelbottom=shown and not above,
        rotation=90 if turned(x, width) else 0,
    )
    axes.tick_params(axis="y", **look, labelsize=size(y) * PIXEL, labelleft=y.get("showticklabels", True))
    title = (x.get("title") or {}).get("text")
    if title and shown:
        axes.set_xlabel(plain(title), color=INK, fontsize=13 * PIXEL)


def size(axis: Json) -> float:
    """Height of the letters of an axis [px]."""
    return float(axis.get("tickfont", {}).get("size", 13))


def labels(axis: Json) -> list[str]:
    """The labels of an axis, where the figure says them."""
    said = axis.get("ticktext") or (axis.get("categories") if axis.get("type") == "category" else None)
    return [plain(str(one)) for one in column(said or axis.get("tickvals"))]


def longest(axis: Json) -> float:
    """Width of the widest label of an axis [px]."""
    words = [line for label in labels(axis) for line in label.split("\n")]
    return max((len(word) for word in words), default=0) * size(axis) * LETTER


def turned(axis: Json, width: float) -> bool:
    """Whether names above a figure `width` wide [px] stand on end."""
    return axis.get("side") == "top" and _crowded(axis, width)


def _crowded(axis: Json, width: float) -> bool:
    return bool(labels(axis)) and longest(axis) > width / len(labels(axis))


def _every(axis: Json, width: float) -> int:
    """1 where all labels have room in `width` [px], 2 where only each second one has, and so on."""
    if axis.get("side") == "top" or axis.get("type") == "log" or not labels(axis):
        return 1
    return math.ceil(longest(axis) * 1.15 / (width / len(labels(axis))))


def _scale(axes: Axes, way: str, axis: Json) -> None:
    log = axis.get("type") == "log"
    getattr(axes, f"set_{way}scale")("log" if log else "linear")
    ends = axis.get("range")
    set_ends, get_ends = getattr(axes, f"set_{way}lim"), getattr(axes, f"get_{way}lim")
    if ends:
        shown = [10.0**end for end in ends] if log else on_axis(ends, axis)
        set_ends(*shown)
    elif axis.get("autorange") == "reversed":
        set_ends(*reversed(get_ends()))
    elif axis.get("rangemode") == "tozero" or (way == "y" and axis.get("zeroline")):
        set_ends(0, get_ends()[1])


def _ticks(one: Axis, axes: Axes, axis: Json, way: Literal["x", "y"], every: int = 1) -> None:
    if axis.get("type") == "category":
        one.set_major_locator(FixedLocator(list(range(len(axis["categories"])))))
        one.set_major_formatter(FixedFormatter(labels(axis)))
    elif axis.get("tickvals") is not None:
        one.set_major_locator(FixedLocator(on_axis(axis["tickvals"], axis)[::every]))
        one.set_major_formatter(FixedFormatter(labels(axis)[::every]))
    else:
        one.set_major_locator(MaxNLocator(axis.get("nticks", 6), integer=axis.get("tickformat") == "d"))
        one.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}".replace(",", "\u202f")))
    one.set_minor_locator(NullLocator())
    one.set_minor_formatter(NullFormatter())
    if axis.get("showgrid", True) and axis.get("type") != "category":
        axes.grid(visible=True, axis=way, color=PALE, linewidth=1 * PIXEL, linestyle=(0, (1, 2)))
