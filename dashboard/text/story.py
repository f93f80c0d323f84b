"""Sentences on what is known of a launch (columns: see queries/launch_story.sql)."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.claims import source_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_plain
from dashboard.text.labels import code_label
from dashboard.text.reports import report_days
from dashboard.text.translator import Translator


def title(view: ViewContext, app: str, country: str, rows: pd.DataFrame) -> str:
    """The number of independent reports of no. 1, and the downloads by their day."""
    t, name = view.texts, view.app_name(app)
    reports, floors = (rows[rows["lane"] == lane] for lane in ("rank", "downloads"))
    parts = []
    if len(reports):
        text = t.count("no. 1 by {n} report", "no. 1 by {n} independent reports", len(reports))
        parts.append(text)
    if len(floors):
        parts.append(_floor(view, floors.iloc[0].to_dict()))
    where = f"{name}, {t.country(country)}"
    return t.label(where, t.join_semicolons(parts)) if parts else where


def _floor(view: ViewContext, row: Row) -> str:
    t = view.texts
    return t("at least {n} downloads by {day}", n=t.floor(row["value"]), day=t.day(row["last_day"]))


def row_text(view: ViewContext, country: str, row: Row) -> str:
    """What one mark stands for, without its source."""
    t = view.texts
    match row["lane"]:
        case "rank":
            return t("no. 1 {days}, says {who}", days=report_days(t, row), who=str(row["stated_by"]))
        case "downloads":
            return t.label(_floor(view, row), t("says {who}", who=str(row["stated_by"])))
        case "snapshots":
            return snapshots_text(view, country, row)
        case "store_release":
            day = t.day(row["first_day"], "d MMM")
            what = t("release date in the App Store, {country}", country=t.country(country))
            return t.label(day, what)
        case _:
            return t.label(_days(t, row), t.localized(row, "title"))


def _days(t: Translator, row: Row) -> str:
    if row["first_day"] == row["last_day"]:
        return t.day(row["first_day"], "d MMM")
    return report_days(t, row)


def snapshots_text(view: ViewContext, country: str, row: Row) -> str:
    """How many of the days have a snapshot of the country's charts; where none has, which is the nearest."""
    t, where = view.texts, view.texts.country(country)
    if row["value"]:
        return t.count(
            "{country}: {n} of these days with a chart snapshot",
            "{country}: {n} of these days with chart snapshots",
            int(row["value"]),
            country=where,
        )
    before: str = "" if pd.isna(row["first_day"]) else t.day(row["first_day"])
    after: str = "" if pd.isna(row["last_day"]) else t.day(row["last_day"])
    if before and after:
        text = t("no chart snapshot between {before} and {after}", before=before, after=after)
    elif after:
        text = t("no chart snapshot before {after}", after=after)
    else:
        text = t("no chart snapshot of these days")
    return t.label(where, text)


def source_text(view: ViewContext, row: Row) -> str:
    """Where a mark's text was read, and on how many pages more; empty for snapshots."""
    t = view.texts
    if not isinstance(row["publisher"], str):
        return ""
    name = source_name(t, row["publisher"])
    if row["copies"] <= 1:
        return name
    return t.count("{page} and {n} more page", "{page} and {n} more pages", int(row["copies"]) - 1, page=name)


def alt(view: ViewContext, country: str, rows: pd.DataFrame) -> str:
    """Alternative text: every mark with its source."""
    return " ".join(
        escape_plain(f"{row_text(view, country, row)}, {source_text(view, row)}".rstrip(", ")) + "."
        for row in rows.to_dict("records")
    )


def source_line(view: ViewContext, rows: pd.DataFrame) -> str:
    """Source line: how to read the marks."""
    t = view.texts
    return " · ".join(
        [
            code_label(t, "reported").capitalize(),
            t("triangle: what happened"),
            t("brackets: no. 1 at some time between them, as reported"),
            t("arrow: reached by that day, perhaps before"),
        ]
    )
