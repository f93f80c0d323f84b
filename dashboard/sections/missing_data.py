"""Suggestions of filters under which there is something to see, in place of content that has no data."""

from typing import Any

import pandas as pd

from dashboard.domain.types import Row
from dashboard.sections.blocks import Block, FilterButton, Heading, Text
from dashboard.sections.view import View
from dashboard.text.rank import chart_name
from dashboard.warehouse import questions

OFFERED = 3
CHART = ["country", "store", "chart", "category"]


def suggest_charts(view: View, key: str, title: str, reason: str, *, complete: bool = False) -> list[Block]:
    """Why there is nothing, and the nearest charts with data; `complete`: with a whole snapshot or more."""
    t = view.texts
    read = view.query_untracked(questions.charts_available).rows
    pool = read[read["complete"] > 1] if complete else read
    text = reason if len(pool) else f"{reason} {t('No chart has been read yet.')}"
    return [Heading(title, key), Text(text, "info"), *_chart_buttons(view, key, pool)]


def _chart_buttons(view: View, key: str, pool: pd.DataFrame) -> list[Block]:
    buttons: list[Block] = []
    for number, row in enumerate(_nearest(view, pool).to_dict("records")):
        changes = {name: row[name] for name in CHART} | {"since": row["first_day"], "until": row["last_day"]}
        buttons.append(FilterButton(f"{key}-{number}", _name(view, row), changes))
    return buttons


def suggest_default_apps(view: View, key: str, **changes: Any) -> FilterButton:
    """A button to the assistants that a bare address shows, of which most is known."""
    apps = view.catalog.default_apps
    label = view.texts.join(view.app_name(app) for app in apps)
    return FilterButton(key, label, {"apps": apps} | changes)


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
