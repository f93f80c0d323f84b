"""Charts by name."""

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.labels import term


def chart_name(view: ViewContext, row: Row) -> str:
    """France, App Store, top free, Productivity."""
    t, catalog = view.texts, view.catalog
    parts = [term(catalog, t, "stores", row["store"]), term(catalog, t, "charts", row["chart"])]
    return ", ".join([*parts, term(catalog, t, "categories", row["category"])])
