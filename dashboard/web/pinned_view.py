"""The banner of a pinned view: its moment, the newest data in it, and the numbers that have changed since."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.sections.view import View
from dashboard.warehouse import cache, diff
from dashboard.warehouse.diff import Change
from dashboard.web import widgets


def banner_placeholder() -> DeltaGenerator:
    """The place of the banner: above the page, though its content is known only after the page."""
    return st.container()


def before_first_ingest(view: View) -> bool:
    """True where the moment is before the first ingest, with a warning; there is nothing to draw then."""
    t, moment = view.texts, view.filters.as_of
    first = cache.warehouse().first_ingest
    if moment is None or first is None or moment >= first:
        return False
    text = t(
        "There was no data yet on {moment}; the first came on {first}.",
        moment=t.utc_datetime(moment),
        first=t.utc_datetime(first),
    )
    st.warning(text, icon=":material/history_toggle_off:")
    _unpin(view)
    return True


def banner(view: View, at: DeltaGenerator) -> None:
    """Fill the banner once the page has queried all that it needs."""
    moment = view.filters.as_of
    if moment is None:
        return
    t = view.texts
    unique = {result.key: result for result in view.results}
    changes = [
        change
        for result in unique.values()
        for change in diff.changed_numbers(result.file, result.rows, view.current_result(result).rows)
    ]
    newest = cache.warehouse(moment).newest_ingest or moment
    pinned = t(
        "**Pinned to {moment}.** Newest data in it: {newest}.",
        moment=t.utc_datetime(moment),
        newest=t.utc_datetime(newest),
    )
    with at, st.container(border=True):
        st.markdown(f":material/push_pin: {pinned}")
        text = t.count(
            "{n} number on this page has changed since.",
            "{n} numbers on this page have changed since.",
            len(changes),
        )
        st.markdown(text if changes else t("No number on this page has changed since."))
        if changes:
            with st.expander(t("Which numbers")):
                st.dataframe(_table(view, changes), hide_index=True, key="changes", placeholder="–")
        _unpin(view)


def _unpin(view: View) -> None:
    st.button(
        view.texts("Show the live view"),
        icon=":material/bolt:",
        key="unpin",
        on_click=widgets.set_filters,
        args=(view.catalog,),
        kwargs={"as_of": None},
    )


def _table(view: View, changes: list[Change]) -> pd.DataFrame:
    t = view.texts
    rows = [
        (t(change.title), " · ".join(change.where), change.column, change.then, change.now)
        for change in changes
    ]
    return pd.DataFrame(rows, columns=[t("Question"), t("Row"), t("Number"), t("Then"), t("Now")])
