"""What makes a file of queries/ askable as a typed function."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec

import pandas as pd

from dashboard.warehouse.warehouse import Warehouse

Codes = Sequence[str]
P = ParamSpec("P")
Query = Callable[..., pd.DataFrame]
REGISTRY: dict[str, Query] = {}


def question(signature: Callable[P, None]) -> Callable[Concatenate[Warehouse, P], pd.DataFrame]:
    """Make the file that bears the function's name askable with the function's parameters."""

    @wraps(signature)
    def ask(house: Warehouse, /, *args: P.args, **params: P.kwargs) -> pd.DataFrame:
        lists = {key: list(value) for key, value in params.items() if isinstance(value, (list, tuple))}
        return house.query(signature.__name__, {**params, **lists})

    REGISTRY[signature.__name__] = ask
    return ask
