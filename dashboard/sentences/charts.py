"""Charts by name."""

from dashboard.domain.types import Row
from dashboard.view_context import ViewContext
from dashboard.words import term


def chart_name(view: ViewContext, row: Row) -> str:
    """France, App Store, top free, Productivity."""
    t, catalog = view.texts, view.catalog
    parts = [term(catalog, t, "stores", row["store"]), term(catalog, t, "charts", row["chart"])]
    return ", ".join([*parts, term(catalog, t, "categories", row["category"])])
