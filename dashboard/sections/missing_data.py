"""Notices in the place of data whose snapshots are gone (it cannot be read, never: there is none), and suggestions."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.domain.types import Row
from dashboard.sections.view import View
from dashboard.text.labels import code_label
from dashboard.text.rank import chart_name
from dashboard.warehouse import cache, questions
from dashboard.web import widgets

CLAIMS = ("launches", "milestones", "reported_ranks", "events", "features", "sources")


def missing_data_notice(view: View, title: str, *datasets: str) -> bool:
    """Say under `title` that one of `datasets` is gone; False, and nothing is drawn, where all are there."""
    t, missing = view.texts, view.warehouse.missing
    gone = [code_label(t, name) for name in missing if name in datasets]
    if gone:
        st.subheader(title)
        st.info(
            t("These data cannot be read: their files are missing ({names}).", names=t.join(gone)),
            icon=":material/database_off:",
        )
    return bool(gone)


OFFERED = 3
CHART = ["country", "store", "chart", "category"]


def suggest_charts(view: View, key: str, title: str, why: str, *, complete: bool = False) -> None:
    """Say why there is nothing, and offer the nearest charts read; `complete`: with a whole reading or more."""
    t = view.texts
    read = view.query_untracked(questions.charts_available).rows
    pool = read[read["complete"] > 1] if complete else read
    st.subheader(title, anchor=key)
    st.info(why if len(pool) else f"{why} {t('No chart has been read yet.')}", icon=":material/info:")
    for number, row in enumerate(_nearest(view, pool).to_dict("records")):
        chart = {part: row[part] for part in CHART}
        days = {"since": row["first_day"], "until": row["last_day"]}
        filter_button(view, f"{key}-{number}", _name(view, row), **chart, **days)


def days(view: View) -> list[dict[str, Any]]:
    """The chosen days, and then all days of the data."""
    first, last = cache.date_range(view.filters.as_of)
    return [view.filters.day_params(), {"since": first, "until": last}]


def dated(view: View, name: str, found: dict[str, Any]) -> str:
    """A place to go to, with its days where they are other than the chosen ones."""
    t = view.texts
    other = found != view.filters.day_params()
    return t.label(name, t.days(found["since"], found["until"])) if other else name


def suggest_default_apps(view: View, key: str, **changes: Any) -> None:
    """Draw a button to the assistants that a bare address shows, of which most is known."""
    apps = view.catalog.default_apps
    filter_button(view, key, view.texts.join(view.app_name(app) for app in apps), apps=apps, **changes)


def filter_button(view: View, key: str, name: str, **changes: Any) -> None:
    """Draw a button that changes the filters to where there is something to see."""
    st.button(
        name,
        key=f"nearest-{key}",
        icon=":material/arrow_forward:",
        on_click=widgets.set_filters,
        args=(view.catalog,),
        kwargs=changes,
    )


def _nearest(view: View, read: pd.DataFrame) -> pd.DataFrame:
    """Charts of the same country first, then those that share most with what was asked."""
    wanted = view.filters.chart_params()
    shared = sum((read[part] == wanted[part]).astype("int") for part in CHART)
    ranked = read.assign(here=read["country"] == wanted["country"], shared=shared)
    return ranked.sort_values(["here", "shared", "days"], ascending=False, kind="stable").head(OFFERED)


def _name(view: View, row: Row) -> str:
    t = view.texts
    days = t.count("{n} day read", "{n} days read", int(row["days"]))
    span = t.days(row["first_day"], row["last_day"])
    return t.label(f"{t.country(row['country'])}, {chart_name(view, row)}", f"{days}, {span}")
