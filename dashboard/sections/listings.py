"""The store's own page of each assistant: ratings, version, price, languages, or that there is none."""

from typing import Any

from dashboard.sections.blocks import Block, Heading, ResultTable, Text, TextTable
from dashboard.sections.features import WIDEST
from dashboard.sections.view import View
from dashboard.text import listings as listings_text
from dashboard.warehouse import questions


def listings(view: View) -> list[Block]:
    """The newest snapshot of each chosen assistant's page in the chosen country; no block without one."""
    t, f = view.texts, view.filters
    place: dict[str, Any] = {"country": f.country, "store": f.store}
    result = view.query(questions.latest_listings, apps=f.apps, **place, **f.published_params())
    title, rows = t("Store listings"), result.rows
    if rows.empty:
        return []
    return [
        Heading(listings_text.title(view, rows), "listings"),
        Text(listings_text.source_line(view, rows), "caption"),
        TextTable(listings_text.build_table(view, rows), title, WIDEST),
        ResultTable("listings", result, t("Data, CSV and SQL")),
    ]
