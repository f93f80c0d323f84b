"""Charts by name."""

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.labels import catalog_label


def chart_name(view: ViewContext, row: Row) -> str:
    """France, App Store, top free, Productivity."""
    t, catalog = view.texts, view.catalog
    parts = [
        catalog_label(catalog, t, "stores", row["store"]),
        catalog_label(catalog, t, "charts", row["chart"]),
    ]
    return ", ".join([*parts, catalog_label(catalog, t, "categories", row["category"])])
