"""Charts by name, and those that have been read."""

from typing import Any

import pandas as pd

from dashboard.session import View
from dashboard.words import term

Row = dict[Any, Any]


def chart_name(view: View, row: Row) -> str:
    """France, App Store, top free, Productivity."""
    t, catalog = view.texts, view.catalog
    parts = [term(catalog, t, "stores", row["store"]), term(catalog, t, "charts", row["chart"])]
    return ", ".join([*parts, term(catalog, t, "categories", row["category"])])


def nearest(view: View, charts: pd.DataFrame) -> str:
    """The charts with readings that lie nearest to what was asked."""
    t, f = view.texts, view.filters
    here = charts[charts["country"] == f.country]
    pool = here if not here.empty else charts
    if pool.empty:
        return t("No chart has been read yet.")
    told = [
        f"{t.country(row['country'])}, {chart_name(view, row)} ({t.days(row['first_day'], row['last_day'])})"
        for row in pool.head(3).to_dict("records")
    ]
    return t("Read instead: {charts}.", charts=t.clauses(told))
