"""Answers as plain tuples, to stand beside the expected ones."""

from typing import Any

import pandas as pd

from dashboard.warehouse.warehouse import Warehouse

Rows = list[tuple[Any, ...]]


def view_rows(house: Warehouse, view: str, columns: str, keep: str = "true") -> Rows:
    """Columns of a view as `house` lays it, in the order of those columns."""
    return house.table(view).filter(keep).project(columns).order("all").fetchall()


def tuples(answer: pd.DataFrame, columns: str) -> Rows:
    """Columns of an answer in the answer's own order; None where a value is missing."""
    chosen = answer[columns.split(", ")].astype(object)
    return list(chosen.where(chosen.notna(), None).itertuples(index=False, name=None))
