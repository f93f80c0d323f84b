"""The store's own page of each assistant: ratings, version, price, languages, or that there is none."""

from typing import Any

import streamlit as st

from dashboard.sections.features import WIDEST
from dashboard.sections.view import View
from dashboard.text import listings as listings_text
from dashboard.warehouse import questions
from dashboard.web import render


def draw(view: View) -> None:
    """The newest reading of each chosen assistant's page in the chosen country, side by side."""
    t, f = view.texts, view.filters
    place: dict[str, Any] = {"country": f.country, "store": f.store}
    result = view.query(questions.latest_listings, apps=f.apps, **place, **f.day_params())
    rows = result.rows
    if rows.empty:
        st.subheader(t("Pages in the store"), anchor="listings")
        st.info(listings_text.empty_message(view), icon=":material/info:")
        return
    st.subheader(listings_text.title(view, rows), anchor="listings")
    st.caption(listings_text.source_line(view, rows))
    st.table(listings_text.build_table(view, rows), width=WIDEST, alt=t("Pages in the store"))
    render.data_expander(view, "listings", result)
