"""Sentences on ratings in a store."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.provenance import observed_line
from dashboard.text.translator import Translator

MAX_GAP_DAYS = 60  # most days between two readings that a line joins


def growth_hover(row: Row, t: Translator) -> str:
    """Hover text of the ratings gained between two readings."""
    weekly = t("{n} a week", n=t.number(round(row["new_per_week"])))
    change = t.count("{n} rating more", "{n} ratings more", int(row["new_ratings"]))
    return f"{weekly}<br>{change}, {t.days(row['since_at'], row['observed_at'])}"


def reading_hover(row: Row, t: Translator) -> str:
    """Hover text of one reading."""
    text = t.count("{n} rating", "{n} ratings", int(row["rating_count"]))
    if pd.notna(row["rating_average"]):
        text += ", " + t("average {stars} of 5", stars=t.number(round(row["rating_average"], 2)))
    return f"{text}<br>{t.utc_datetime(row['observed_at'])}"


def title(view: ViewContext, rows: pd.DataFrame) -> str:
    """The newest reading of each app, by the measure that the reader chose."""
    t, readings = view.texts, newest_rows(view, rows)
    days = [row["observed_at"].date() for row in readings]
    return t(
        "Ratings, {country} only, {days}: {list}",
        country=t.country(view.filters.country),
        days=t.days(min(days), max(days)),
        list=t.join_semicolons(_describe_newest(view, row) for row in readings),
    )


def lead(view: ViewContext) -> str:
    """What ratings are, and the scale of the axis."""
    t, chosen = view.texts, view.filters.rating
    axis = {
        "count": t("logarithmic axis"),
        "average": t("the axis shows a part of the 5 stars"),
        "weekly": t("each panel has its own scale"),
    }
    return t(
        "Ratings in the store of {country}, independent of its charts; {axis}.",
        country=t.country(view.filters.country),
        axis=axis[chosen],
    )


def newest_rows(view: ViewContext, rows: pd.DataFrame) -> list[Row]:
    """The newest reading of each app, in the reader's order."""
    newest = rows.drop_duplicates("app", keep="last").set_index("app", drop=False)
    return [newest.loc[app].to_dict() for app in view.filters.apps if app in newest.index]


def _describe_newest(view: ViewContext, row: Row) -> str:
    """One app's newest number: ratings and their growth, an average, or the growth alone."""
    t, name = view.texts, view.app_name(row["app"])
    if view.filters.rating == "average":
        return t("{app} {stars} stars of 5", app=name, stars=average_text(view, row))
    if view.filters.rating == "weekly":
        return f"{name} {pace_text(view, row)}"
    return f"{name} {rating_count(view, row)} ({pace_text(view, row)})"


def rating_count(view: ViewContext, row: Row) -> str:
    """The number of ratings."""
    return view.texts.count("{n} rating", "{n} ratings", int(row["rating_count"]))


def average_text(view: ViewContext, row: Row) -> str:
    """An average with two decimals."""
    t, average = view.texts, row["rating_average"]
    return t("no") if pd.isna(average) else t.number(round(average, 2))


def pace_text(view: ViewContext, row: Row) -> str:
    """Ratings gained since the previous reading, and the days in between; not scaled to a week."""
    t, new_ratings = view.texts, row["new_ratings"]
    if pd.isna(new_ratings):
        return t("first reading")
    days = t.number(round((row["observed_at"] - row["since_at"]) / pd.Timedelta(days=1), 1))
    if new_ratings < 0:
        return t("{n} fewer in {days} days", n=t.number(-int(new_ratings)), days=days)
    return t("{n} new in {days} days", n=t.number(int(new_ratings)), days=days)


def panel_titles(view: ViewContext, rows: pd.DataFrame) -> dict[str, str]:
    """Title of each panel of new ratings: the newest growth and its days."""
    t, with_pace = view.texts, rows[rows["new_per_week"].notna()]
    return {
        row["app"]: f"<b>{view.app_name(row['app'])}</b> {pace_text(view, row)}<br>"
        + t.days(row["since_at"].date(), row["observed_at"].date())
        for row in newest_rows(view, with_pace)
    }


def alt(view: ViewContext, rows: pd.DataFrame) -> str:
    """Alternative text: first and newest reading of each app, least and most new ratings a week."""
    t = view.texts
    parts = []
    for row in newest_rows(view, rows):
        app_rows = rows[rows["app"] == row["app"]]
        ends = [_describe_reading(view, reading) for reading in (app_rows.iloc[0].to_dict(), row)]
        pace = _pace_range(t, app_rows["new_per_week"]) or pace_text(view, row)
        parts.append(f"{view.app_name(row['app'])} {t.join(dict.fromkeys(ends))}, {pace}")
    return t.join_semicolons(parts)


def _pace_range(t: Translator, paces: "pd.Series[float]") -> str:
    """The least and the most new ratings a week; empty where there are none."""
    if paces.isna().all():
        return ""
    least, most = t.number(round(paces.min())), t.number(round(paces.max()))
    return t("{least} to {most} new a week", least=least, most=most)


def _describe_reading(view: ViewContext, row: Row) -> str:
    t = view.texts
    average = t("{stars} stars of 5", stars=average_text(view, row))
    return f"{rating_count(view, row)}, {average} ({t.day(row['observed_at'])})"


def source_line(view: ViewContext, rows: pd.DataFrame) -> str:
    """Source line: collections, days, number of readings, notes on the drawing."""
    t = view.texts
    return observed_line(
        t,
        t("store pages, recorded by {who}", who=t.join(sorted(rows["collection"].unique()))),
        t("read {days}", days=t.days(rows["observed_at"].min().date(), rows["observed_at"].max().date())),
        t.count("{n} reading of an assistant", "{n} readings of an assistant", len(rows)),
        *_drawing_notes(view, rows),
    )


def _drawing_notes(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Notes on lines, and on the readings that are left out."""
    t = view.texts
    if view.filters.rating == "weekly":
        return [t("each block spans the time between two snapshots")]
    line_rule = t(
        "a line joins readings of one source at most {days} days apart", days=t.number(MAX_GAP_DAYS)
    )
    if view.filters.rating == "average":
        unrated = int(rows["rating_average"].isna().sum())
        omitted = t.count(
            "{n} reading before anybody had rated", "{n} readings before anybody had rated", unrated
        )
    else:
        unrated = int((rows["rating_count"] == 0).sum())
        omitted = t.count("{n} reading of no rating", "{n} readings of no rating", unrated)
    return [line_rule, *([t("not drawn: {list}", list=omitted)] if unrated else [])]


def available_readings(view: ViewContext, row: Row) -> str:
    """One country with ratings: its apps, number of readings and days."""
    t = view.texts
    names = t.join(view.app_name(app) for app in row["apps"].split(";"))
    readings = t.count("{n} reading", "{n} readings", int(row["readings"]))
    days = t.days(row["first_day"], row["last_day"])
    return t.label(f"{t.country(row['country'])}, {names}", f"{readings}, {days}")
