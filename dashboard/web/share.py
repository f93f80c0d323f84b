"""The link to the view: live, which follows new data, or pinned to a moment."""

from dataclasses import replace

import streamlit as st

from dashboard.domain.filters import page_url
from dashboard.sections.view import View
from dashboard.warehouse import cache


def button(view: View) -> None:
    """Draw the button with the link to copy; in an embed the link opens the whole app."""
    t = view.texts
    with st.popover(t("Copy link"), icon=":material/link:", key="share"):
        kinds = {"live": t("Live: follows new data"), "pinned": t("Pinned: shows these numbers for good")}
        default = "pinned" if view.filters.as_of else "live"
        kind = st.radio(
            t("What the link shows"),
            list(kinds),
            format_func=kinds.__getitem__,
            index=list(kinds).index(default),
        )
        st.code(address(view, pinned=kind == "pinned"), language=None, wrap_lines=True)
        st.caption(t("The button at the right of the link copies it."))


def address(view: View, *, pinned: bool) -> str:
    """The address of the page with every value of the filters."""
    # Pinned to its newest data, a live view has the same numbers.
    moment = view.filters.as_of or cache.warehouse().newest_ingest
    chosen = replace(view.filters, as_of=moment if pinned else None)
    return page_url((st.context.url or "").partition("?")[0], chosen, view.catalog)
