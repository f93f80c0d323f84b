"""A view pinned to a moment says so: which moment, what is newest in it, what has changed since."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.sections.view import View
from dashboard.warehouse import cache, diff
from dashboard.warehouse.diff import Change
from dashboard.web import widgets


def banner_placeholder() -> DeltaGenerator:
    """Where the banner will stand: above the page, though it is known only below it."""
    return st.container()


def before_first_ingest(view: View) -> bool:
    """Say so where the moment lies before the first ingest; there is then nothing to draw."""
    t, moment = view.texts, view.filters.as_of
    first = cache.warehouse().first_ingest
    if moment is None or first is None or moment >= first:
        return False
    said = t(
        "Nothing had been taken in by {moment}; the first data came on {first}.",
        moment=t.utc_datetime(moment),
        first=t.utc_datetime(first),
    )
    st.warning(said, icon=":material/history_toggle_off:")
    _unpin(view)
    return True


def banner(view: View, at: DeltaGenerator) -> None:
    """Fill the banner once the page has queried all that it needs."""
    moment = view.filters.as_of
    if moment is None:
        return
    t = view.texts
    once = {result.key: result for result in view.results}  # however often each was queried
    found = [
        change
        for result in once.values()
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
        told = t.count(
            "{n} number on this page has changed since.",
            "{n} numbers on this page have changed since.",
            len(found),
        )
        st.markdown(told if found else t("No number on this page has changed since."))
        if found:
            with st.expander(t("Which numbers")):
                st.dataframe(_table(view, found), hide_index=True, key="changes", placeholder="–")
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


def _table(view: View, found: list[Change]) -> pd.DataFrame:
    t = view.texts
    rows = [
        (t(change.title), " · ".join(change.where), change.column, change.then, change.now)
        for change in found
    ]
    return pd.DataFrame(rows, columns=[t("Question"), t("Row"), t("Number"), t("Then"), t("Now")])
