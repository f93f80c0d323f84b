"""Every question with a value for each of its parameters."""

import inspect
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, get_type_hints

import pandas as pd

from dashboard.warehouse import questions

Ask = Callable[..., pd.DataFrame]
ASKS: dict[str, Ask] = {ask.__name__: ask for ask in questions.ALL_QUERIES}
DAYS = {"since": date(2025, 10, 1), "until": date(2025, 10, 2)}
_SOME: dict[Any, Any] = {
    str: "fr",
    int: 1000,
    datetime: datetime(2025, 10, 1, 10),
    questions.Codes: ["le-chat"],
    Sequence[int]: [1000],
}
_NAMED = {
    "store": "app_store",
    "chart": "top-free",
    "category": "all",
    "countries": ["fr", "de"],
    "each": "readings",
    "day0": "press",
    "platform": "all",
    "scope": "world",
    "step": "week",
}


def some(name: str) -> dict[str, Any]:
    """A value for every parameter of the question `name`."""
    hints = get_type_hints(inspect.unwrap(ASKS[name]))
    kinds = {one: kind for one, kind in hints.items() if one != "return" and one not in DAYS}
    days = {one: day for one, day in DAYS.items() if one in hints}
    return {one: _NAMED.get(one, _SOME.get(kind)) for one, kind in kinds.items()} | days
