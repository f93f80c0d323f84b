"""The cells of the one page that rest on readings."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text import ratings as rated
from dashboard.text.summary import LINE, SummaryData, no_break


def _row(rows: pd.DataFrame, app: str, column: str = "app") -> Row | None:
    """The last row of an app."""
    mine = rows[rows[column] == app]
    return None if mine.empty else mine.iloc[-1].to_dict()


def latest(known: SummaryData, app: str) -> str:
    """The place in the newest reading of the chosen chart."""
    t, row = known.view.texts, _row(known.summary, app)
    if row is None:
        return t("not observed")
    depth = t.number(row["latest_depth"])
    day = no_break(t.day(row["latest_at"]))
    if pd.isna(row["latest"]):
        return f"{t('below the cut-off of {depth}', depth=depth)}, {day}"
    return f"**{t.ordinal(int(row['latest']))}**, {day}"


def best(known: SummaryData, app: str) -> str:
    """The best rank in the chosen days, with days in the first ten by their last snapshot; or below in all."""
    t, row = known.view.texts, _row(known.summary, app)
    if row is None:
        return t("not observed")
    if pd.isna(row["best"]):
        return t.count("below in {n} snapshot", "below in all {n} snapshots", int(row["readings"]))
    place = f"**{t.ordinal(int(row['best']))}**, {no_break(t.day(row['best_at']))}"
    days = t.count("{n} day", "{n} days", int(row["days_chosen"]))
    top = t("top 10 on **{n}** of {days}", n=t.number(row["days_top_10"]), days=days)
    missing = int(row["days_chosen"]) - int(row["days_observed"])
    return place + LINE + top + (f", {_without(known, missing)}" if missing else "")


def _without(known: SummaryData, days: int) -> str:
    return known.view.texts.count("{n} without a snapshot", "{n} without snapshots", days)


def duel(known: SummaryData, app: str) -> str:
    """Days on which the first assistant stood higher, of the days that can tell."""
    t, row = known.view.texts, _row(known.duels, app, "rival")
    if app == known.view.filters.apps[0]:
        return t("the one compared")
    if row is None or not row["readings"]:
        return t("not observed")
    if not row["days_told"]:
        return t("untold: both below")
    days = t.count("{n} comparable day", "{n} comparable days", int(row["days_told"]))
    return t("**{n}** of {days}", n=t.number(row["days_ahead"]), days=days)


def ratings(known: SummaryData, app: str) -> str:
    """Ratings in the store's country that is read, and their average."""
    view, row = known.view, _row(known.ratings, app)
    if row is None:
        return view.texts("not observed")
    mean = no_break(view.texts("average {stars}", stars=rated.stars(view, row)))
    day = no_break(view.texts.day(row["observed_at"]))
    return f"**{view.texts.number(row['rating_count'])}**, {mean}, {day} {recorded(known, row['collection'])}"


def recorded(known: SummaryData, collection: str) -> str:
    """The number of the archive that recorded a reading."""
    urls = {one.id: one.url for one in known.view.catalog.collections}
    return known.footnote(urls[collection], collection) if collection in urls else collection


def archives(known: SummaryData) -> str:
    """The numbers of the archives that recorded the chart."""
    marks = [recorded(known, one) for one in known.coverage["collection"]]
    return f" {''.join(marks)}" if marks else ""


def reading_labels(known: SummaryData, country: str) -> dict[str, str]:
    """The names of the measures that rest on readings; `country` is that of the ratings."""
    t, f = known.view.texts, known.view.filters
    return {
        "latest": t("Newest place, observed"),
        "best": t("Best place, observed"),
        "duel": t("{app} higher, observed", app=known.view.app_name(f.apps[0])),
        "ratings": t("Ratings,\u00a0{country}, observed", country=no_break(t.country(country))),
    }
