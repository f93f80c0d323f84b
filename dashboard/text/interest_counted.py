"""The line under the readers of Wikipedia's articles: who counted, what is held, how it is drawn."""

import pandas as pd

from dashboard.text.context import ViewContext
from dashboard.text.interest import step
from dashboard.text.labels import code_label


def about(view: ViewContext, rows: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Who counted, what, when it was read, which days are missing, and how it is drawn."""
    t = view.texts
    held, missing = int(articles["days_held"].sum()), int(articles["days_missing"].sum())
    parts = [
        code_label(t, "observed").capitalize(),
        t(
            "counted by {who}: people, on all devices, no robots",
            who=t.join(sorted(set(articles["collection"]))),
        ),
        t("last read {moment}", moment=t.utc_datetime(articles["ingested_at"].max())),
        t.days(articles["first_day"].min(), articles["last_day"].max()),
        t.count("{n} day of an article", "{n} days of an article", held),
        t.count("{n} day missing", "{n} days missing", missing),
        *_drawn(view, rows),
        *_without(view, articles),
    ]
    return " · ".join(parts)


def _drawn(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """How the periods are drawn, and which of them cannot be."""
    t = view.texts
    unread = int((rows["views"] == 0).sum())
    none = t.count("{n} without a view, not drawn", "{n} without a view, not drawn", unread)
    weekly = [
        t("each mark is a week, Monday to Sunday, on its Monday"),
        t.count(
            "{n} week of an article cut short or not held whole, not summed",
            "{n} weeks of an article cut short or not held whole, not summed",
            int(rows["views"].isna().sum()),
        ),
    ]
    shown = weekly if step(view) == "week" else [t("each mark is a day")]
    return [*shown, t("logarithmic axis"), *([none] if unread else [])]


def _without(view: ViewContext, articles: pd.DataFrame) -> list[str]:
    """The chosen apps of whose articles nothing is held."""
    left = [view.app_name(app) for app in view.filters.apps if app not in set(articles["app"])]
    return [view.texts("nothing held of {list}", list=view.texts.join(left))] if left else []
