"""Sentences on ratings in a store."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.labels import code_label
from dashboard.text.translator import Translator


def growth_hover(row: Row, t: Translator) -> str:
    """What came between two readings, in words."""
    weekly = t("{n} a week", n=t.number(round(row["new_per_week"])))
    change = t.count("{n} rating more", "{n} ratings more", int(row["new_ratings"]))
    return f"{weekly}<br>{change}, {t.days(row['since_at'], row['observed_at'])}"


MAX_GAP_DAYS = 60  # most days between two readings that a line joins


def reading_hover(row: Row, t: Translator) -> str:
    """One reading in words."""
    ratings = t.count("{n} rating", "{n} ratings", int(row["rating_count"]))
    if pd.isna(row["rating_average"]):
        return f"{ratings}<br>{t.utc_datetime(row['observed_at'])}"
    stars = t("average {stars} of 5", stars=t.number(round(row["rating_average"], 2)))
    return f"{ratings}, {stars}<br>{t.utc_datetime(row['observed_at'])}"


def title(view: ViewContext, rows: pd.DataFrame) -> str:
    """The newest reading of each app, by the measure that the reader chose."""
    t, last = view.texts, newest_rows(view, rows)
    days = [row["observed_at"].date() for row in last]
    return t(
        "{country}, {days}: {list}",
        country=t.country(view.filters.country),
        days=t.days(min(days), max(days)),
        list=t.join_semicolons(_describe_newest(view, row) for row in last),
    )


def newest_rows(view: ViewContext, rows: pd.DataFrame) -> list[Row]:
    """The newest reading of each app, in the reader's order."""
    last = rows.drop_duplicates("app", keep="last").set_index("app", drop=False)
    return [last.loc[app].to_dict() for app in view.filters.apps if app in last.index]


def _describe_newest(view: ViewContext, row: Row) -> str:
    """One app's newest number: ratings and their pace, an average, or the pace alone."""
    t, name = view.texts, view.app_name(row["app"])
    if view.filters.rating == "average":
        return t("{app} {stars} stars of 5", app=name, stars=average_text(view, row))
    if view.filters.rating == "weekly":
        return f"{name} {pace_text(view, row)}"
    return f"{name} {rating_count(view, row)} ({pace_text(view, row)})"


def rating_count(view: ViewContext, row: Row) -> str:
    """How many ratings there are."""
    return view.texts.count("{n} rating", "{n} ratings", int(row["rating_count"]))


def average_text(view: ViewContext, row: Row) -> str:
    """An average with two decimals."""
    t, mean = view.texts, row["rating_average"]
    return t("no") if pd.isna(mean) else t.number(round(mean, 2))


def pace_text(view: ViewContext, row: Row) -> str:
    """How many ratings came since the reading before, and in how many days: as counted, not scaled to a week."""
    t, new = view.texts, row["new_ratings"]
    if pd.isna(new):
        return t("first reading")
    days = t.number(round((row["observed_at"] - row["since_at"]) / pd.Timedelta(days=1), 1))
    if new < 0:
        return t("{n} fewer in {days} days", n=t.number(-int(new)), days=days)
    return t("{n} new in {days} days", n=t.number(int(new)), days=days)


def panel_titles(view: ViewContext, rows: pd.DataFrame) -> dict[str, str]:
    """The words above each panel of new ratings: the newest pace and the days that it holds for."""
    t, paced = view.texts, rows[rows["new_per_week"].notna()]
    return {
        row["app"]: f"<b>{view.app_name(row['app'])}</b> {pace_text(view, row)}<br>"
        + t.days(row["since_at"].date(), row["observed_at"].date())
        for row in newest_rows(view, paced)
    }


def alt(view: ViewContext, rows: pd.DataFrame) -> str:
    """For each app its first and its newest reading, and the least and the most it had a week."""
    t = view.texts
    told = []
    for row in newest_rows(view, rows):
        mine = rows[rows["app"] == row["app"]]
        ends = [_describe_reading(view, one) for one in (mine.iloc[0].to_dict(), row)]
        paces = (
            t(
                "{least} to {most} new a week",
                least=t.number(round(mine["new_per_week"].min())),
                most=t.number(round(mine["new_per_week"].max())),
            )
            if mine["new_per_week"].notna().any()
            else pace_text(view, row)
        )
        told.append(f"{view.app_name(row['app'])} {t.join(dict.fromkeys(ends))}, {paces}")
    return t.join_semicolons(told)


def _describe_reading(view: ViewContext, row: Row) -> str:
    t = view.texts
    mean = t("{stars} stars of 5", stars=average_text(view, row))
    return f"{rating_count(view, row)}, {mean} ({t.day(row['observed_at'])})"


def source_line(view: ViewContext, rows: pd.DataFrame) -> str:
    """Who recorded the readings, when, how many, and how they are drawn."""
    t = view.texts
    parts = [
        code_label(t, "observed").capitalize(),
        t("store pages, recorded by {who}", who=t.join(sorted(rows["collection"].unique()))),
        t("read {days}", days=t.days(rows["observed_at"].min().date(), rows["observed_at"].max().date())),
        t.count("{n} reading of an assistant", "{n} readings of an assistant", len(rows)),
    ]
    return " · ".join([*parts, *_drawing_notes(view, rows)])


def _drawing_notes(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """How the readings are drawn, and which of them cannot be."""
    t = view.texts
    if view.filters.rating == "weekly":
        return [t("each block spans the true time between two readings; each panel has its own scale")]
    joined = t("a line joins readings of one source at most {days} days apart", days=t.number(MAX_GAP_DAYS))
    if view.filters.rating == "average":
        unrated = int(rows["rating_average"].isna().sum())
        left = t.count(
            "{n} reading before anybody had rated", "{n} readings before anybody had rated", unrated
        )
        narrow = t("the axis shows a part of the 5 stars")
    else:
        unrated = int((rows["rating_count"] == 0).sum())
        left = t.count("{n} reading of no rating", "{n} readings of no rating", unrated)
        narrow = t("logarithmic axis")
    return [joined, narrow, *([t("not drawn: {list}", list=left)] if unrated else [])]


def empty_message(view: ViewContext, read: pd.DataFrame) -> str:
    """Why there is nothing to draw, and where ratings were read."""
    t, f = view.texts, view.filters
    here = read[(read["country"] == f.country) & (read["store"] == f.store)]
    if read.empty:
        return t("No rating has been read yet.")
    if here.empty:
        return t("Ratings of this store in {country} have not been read.", country=t.country(f.country))
    return t("No rating of these assistants was read in these days.")


def available_readings(view: ViewContext, row: Row) -> str:
    """A place where ratings were read: of whom, how often, when."""
    t = view.texts
    names = t.join(view.app_name(app) for app in row["apps"].split(";"))
    readings = t.count("{n} reading", "{n} readings", int(row["readings"]))
    days = t.days(row["first_day"], row["last_day"])
    return t.label(f"{t.country(row['country'])}, {names}", f"{readings}, {days}")
