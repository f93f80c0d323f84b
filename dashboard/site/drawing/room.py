"""Where the panels of a figure lie, and which of them bears the labels of a shared axis."""

from collections.abc import Iterator

from dashboard.site.drawing.axes import longest, turned
from dashboard.site.drawing.spec import Json, axis, column, pairs

LINE = 17  # height of a line of labels [px]
Box = tuple[float, float, float, float]  # left, bottom, width, height [px]
Pair = tuple[str, str]


def traces(spec: Json, pair: tuple[str, str]) -> Iterator[Json]:
    return (one for one in spec["data"] if (one.get("xaxis", "x"), one.get("yaxis", "y")) == pair)


def axes_of(spec: Json, pair: tuple[str, str]) -> tuple[Json, Json]:
    """Both axes of a panel; one whose ends are names knows them, one whose values are dates says so."""
    x, y = (axis(spec["layout"], name) for name in pair)
    for trace in traces(spec, pair):
        for one, name in ((x, "x"), (y, "y")):
            if one.get("type") == "category":
                one["categories"] = list(dict.fromkeys(column(trace[name])))
    return x, y


def dated(spec: Json) -> set[tuple[str, str]]:
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


def room(spec: Json, width: int, height: int) -> Box:
    """Where the panels lie: within the margins, with room for the labels outside of them."""
    margin = spec["layout"]["margin"]
    every = [axes_of(spec, pair) for pair in pairs(spec)]
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


def domain(within: Box, x: Json, y: Json) -> Box:
    """Where one panel lies in the room."""
    left, bottom, wide, high = within
    (x0, x1), (y0, y1) = x.get("domain", (0, 1)), y.get("domain", (0, 1))
    return left + wide * x0, bottom + high * y0, wide * (x1 - x0), high * (y1 - y0)
