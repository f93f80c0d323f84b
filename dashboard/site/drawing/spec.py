"""A Plotly figure as JSON: its numbers, its axes with what holds for each, its colours."""

import base64
import re
from typing import Any

import numpy as np
import pandas as pd

Json = dict[str, Any]
Colour = tuple[float, float, float, float] | str
_RGBA = re.compile(r"rgba?\(([^)]*)\)")
FULL = 255
EPOCH = pd.Timestamp(0)


def column(values: Any) -> list[Any]:
    """A trace's values as a list, also where Plotly packed numbers as bytes."""
    if isinstance(values, dict):
        packed = np.frombuffer(base64.b64decode(values["bdata"]), dtype=values["dtype"])
        shape = [int(one) for one in str(values.get("shape", packed.size)).split(",")]
        return list(packed.reshape(shape).tolist())
    return [] if values is None else list(values)


def on_axis(values: Any, axis: Json) -> list[float]:
    """Values as numbers of the axis: days for dates, positions for names; what is missing is NaN."""
    listed = column(values)
    if axis.get("type") == "date":
        days = pd.to_datetime(pd.Series(listed, dtype="object"), format="ISO8601")
        return [float("nan") if pd.isna(day) else (day - EPOCH) / pd.Timedelta(days=1) for day in days]
    if axis.get("type") == "category":
        names = list(dict.fromkeys(listed))
        return [float(names.index(name)) for name in listed]
    return [float("nan") if value is None else float(value) for value in listed]


def axis(layout: Json, reference: str) -> Json:
    """The axis that a trace calls x, y2 or the like."""
    name = f"{reference[0]}axis{reference[1:]}"
    return dict(layout.get(name, {}))


def pairs(figure: Json) -> list[tuple[str, str]]:
    """The axes that stand together in one panel, in the order of traces."""
    return list(dict.fromkeys((one.get("xaxis", "x"), one.get("yaxis", "y")) for one in figure["data"]))


def colour(text: str) -> Colour:
    """A colour of CSS as Matplotlib takes it."""
    found = _RGBA.fullmatch(text)
    if not found:
        return text
    red, green, blue, *alpha = (float(part) for part in found[1].split(","))
    return red / FULL, green / FULL, blue / FULL, alpha[0] if alpha else 1.0


def each(value: Any, count: int) -> list[Any]:
    """One value a point, where a trace may hold one for all of them."""
    listed = column(value) if isinstance(value, (list, dict)) else [value] * count
    return listed + [listed[-1]] * (count - len(listed)) if listed else [None] * count
