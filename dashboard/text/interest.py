"""Sentences on page views of Wikipedia articles."""

from datetime import date, timedelta

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.provenance import observed_line
from dashboard.text.translator import Translator

PERIOD_DAYS = {"day": 1, "week": 7}  # [days]
MAX_DAILY_DAYS = 92  # up to so many days, one mark per day


def filter_drawable(rows: pd.DataFrame) -> pd.DataFrame:
    """The complete periods with at least one view, in order of time."""
    viewed = rows[(rows["views"] > 0).fillna(False)]
    return viewed.assign(period=pd.to_datetime(viewed["period"])).sort_values("period", kind="stable")


def hover_text(row: Row, step: str, t: Translator) -> str:
    """Hover text of one period."""
    last = row["period"] + timedelta(days=PERIOD_DAYS[step] - 1)
    return f"{t.count('{n} view', '{n} views', int(row['views']))}<br>{t.days(row['period'], last)}"


def step(view: ViewContext) -> str:
    """`day` where the chosen days are few, else `week`."""
    f = view.filters
    return "day" if (f.until - f.since).days < MAX_DAILY_DAYS else "week"


def wiki_name(view: ViewContext, lang: str) -> str:
    """The name of a Wikipedia edition."""
    t = view.texts
    return t("Wikipedia in French") if lang == "fr" else t("Wikipedia in English")


def language_name(view: ViewContext, lang: str) -> str:
    """The name of a Wikipedia edition's language."""
    return view.texts("French") if lang == "fr" else view.texts("English")


def title(view: ViewContext, drawn: pd.DataFrame) -> str:
    """Views of each app in its newest period, the most first; older periods with their days."""
    t = view.texts
    newest = drawn.drop_duplicates("app", keep="last").sort_values("views", ascending=False)
    last = newest["period"].max()
    parts = [
        f"{view.app_name(row['app'])} {t.number(int(row['views']))}".replace(" ", "\u00a0")
        + ("" if row["period"] == last else f" ({period_days(view, row['period'])})")
        for row in newest.to_dict("records")
    ]
    return t(
        "Views in {wiki}, {days}: {list}",
        wiki=wiki_name(view, view.filters.wiki),
        days=period_days(view, last),
        list=t.join_semicolons(parts),
    )


def view_count(view: ViewContext, row: Row) -> str:
    """The number of page views."""
    return view.texts.count("{n} view", "{n} views", int(row["views"]))


def period_days(view: ViewContext, first: date) -> str:
    """The day, or the days of the week that begins with it."""
    return view.texts.days(first, first + timedelta(days=PERIOD_DAYS[step(view)] - 1))


def lead(view: ViewContext, drawn: pd.DataFrame, articles: pd.DataFrame) -> str:
    """The meaning of page views, the articles about companies, and the maximum of the first app."""
    t = view.texts
    parts = [
        t(
            "How often people opened each assistant’s article in Wikipedia: a signal that does not depend on charts."
        ),
        t("Views are not users."),
        *_company_articles(view, articles),
        *_describe_maximum(view, drawn),
    ]
    return " ".join(parts)


def _company_articles(view: ViewContext, articles: pd.DataFrame) -> list[str]:
    """The apps whose article is that of their company: its readers may not mean the app."""
    t, parts = view.texts, []
    titles = dict(zip(articles["app"], articles["article"], strict=True))
    for app in view.filters.apps:
        if titles.get(app) == view.catalog.by_app[app].company:
            parts.append(t("{app} (“{article}”)", app=view.app_name(app), article=titles[app]))
    text = t("An article may be about the company: here that of {list}.", list=t.join(parts))
    return [text] if parts else []


def _describe_maximum(view: ViewContext, drawn: pd.DataFrame) -> list[str]:
    """The period with most views of the first of the chosen apps that is drawn."""
    t = view.texts
    for app in view.filters.apps:
        app_rows = drawn[drawn["app"] == app]
        if not app_rows.empty:
            row = app_rows.sort_values("views").iloc[-1].to_dict()
            fields = {"views": view_count(view, row), "days": period_days(view, row["period"])}
            return [t("{app} at its most: {views} ({days}).", app=view.app_name(app), **fields)]
    return []


def alt(view: ViewContext, drawn: pd.DataFrame) -> str:
    """Alternative text: first and newest period, least and most views of each app."""
    t, parts = view.texts, []
    for app in view.filters.apps:
        app_rows = drawn[drawn["app"] == app]
        if app_rows.empty:
            continue
        ends = dict.fromkeys(
            f"{view_count(view, row)} ({period_days(view, row['period'])})" for row in _ends(app_rows)
        )
        views = {
            "least": t.number(int(app_rows["views"].min())),
            "most": t.number(int(app_rows["views"].max())),
        }
        parts.append(
            t("{app}: {ends}, {least} to {most}", app=view.app_name(app), ends=t.join(ends), **views)
        )
    return t.join_semicolons(parts)


def _ends(rows: pd.DataFrame) -> list[Row]:
    return [rows.iloc[end].to_dict() for end in (0, -1)]


def source_line(view: ViewContext, rows: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Source line: collections, time of reading, days, missing days, and notes on the drawing."""
    t = view.texts
    days_held, days_missing = int(articles["days_held"].sum()), int(articles["days_missing"].sum())
    return observed_line(
        t,
        t(
            "counted by {who}: people, on all devices, no robots",
            who=t.join(sorted(set(articles["collection"]))),
        ),
        t("last read {moment}", moment=t.utc_datetime(articles["ingested_at"].max())),
        t.days(articles["first_day"].min(), articles["last_day"].max()),
        t.count("{n} day of an article", "{n} days of an article", days_held),
        t.count("{n} day missing", "{n} days missing", days_missing),
        *_drawing_notes(view, rows),
        *_apps_without_rows(view, articles),
    )


def _drawing_notes(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Notes on marks and axis, and on the periods that are left out."""
    t = view.texts
    count = int((rows["views"] == 0).sum())
    no_views = t.count("{n} without a view, not drawn", "{n} without a view, not drawn", count)
    weekly = [
        t("each mark is a week, Monday to Sunday, on its Monday"),
        t.count(
            "{n} week of an article cut short or not held whole, not summed",
            "{n} weeks of an article cut short or not held whole, not summed",
            int(rows["views"].isna().sum()),
        ),
    ]
    marks = weekly if step(view) == "week" else [t("each mark is a day")]
    return [*marks, t("logarithmic axis"), *([no_views] if count else [])]


def _apps_without_rows(view: ViewContext, articles: pd.DataFrame) -> list[str]:
    """The chosen apps without any page views."""
    names = [view.app_name(app) for app in view.filters.apps if app not in set(articles["app"])]
    return [view.texts("no data on {list}", list=view.texts.join(names))] if names else []
