"""The shape of one row of a query's result."""

from typing import Any

Row = dict[Any, Any]  # column name to cell, as pandas' to_dict("records") gives it
