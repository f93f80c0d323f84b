"""Sentences on the data itself: how recent it is, and how to read it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from dashboard.text.context import ViewContext
from dashboard.text.rank import chart_name


def newest_snapshot(view: ViewContext, freshness: pd.DataFrame) -> str:
    """The newest snapshot of the chosen country's charts; columns: see queries/country_freshness.sql."""
    t, country = view.texts, view.texts.country(view.filters.country)
    if freshness.empty:
        return t("{country}: no chart snapshot yet", country=country)
    newest = freshness.iloc[0].to_dict()
    moment = t.utc_datetime(newest["newest_at"], newest["time_precision"])
    return t(
        "{country}, newest chart snapshot: {moment}, {chart}",
        country=country,
        moment=moment,
        chart=chart_name(view, newest),
    )


def is_late(row: Mapping[Any, Any], now: datetime) -> bool:
    """True where a source has had no reading for twice its cadence [hours]; `now` is UTC."""
    return bool(now - row["newest_at"] > timedelta(hours=2 * int(row["cadence"])))


def age_label(view: ViewContext, row: Mapping[Any, Any], now: datetime) -> str:
    """The age of a source's newest reading, for a badge."""
    return view.texts("read {ago}", ago=view.texts.ago(now - row["newest_at"]))


def cadence_label(view: ViewContext, row: Mapping[Any, Any]) -> str:
    """The expected interval between readings of a source."""
    t, hours = view.texts, int(row["cadence"])
    if hours % 24 != 0:
        return t("expected every {n} hours", n=t.number(hours))
    days = hours // 24
    return t("expected every day") if days == 1 else t("expected every {n} days", n=t.number(days))


def reading_rules(view: ViewContext) -> list[str]:
    """The rules that all pages follow, one paragraph each."""
    t = view.texts
    return [
        t(
            "**Four kinds, never mixed in one line.** *Observed*: read in a store's own feed. *Reported*: said by a"
            " company or the press. *Estimated*: computed by an analytics firm. *Modelled*: computed here; there is"
            " none yet."
        ),
        t(
            "**Three states of a place.** In a reading an app is *ranked*, or *below the cut-off* (absent from a chart"
            " of known depth; it may also have moved to another category), or there is no reading: *not observed*."
            " Missing is never zero and gaps stay gaps."
        ),
        t(
            "**A milestone is a bound.** “In N days” counts the launch day as the first; as it may also mean N full"
            " days, a floor stands on the later day. Downloads of a period that begins at the launch are a floor for"
            " the total."
        ),
        t(
            "**Day 0** is the first dated announcement of a mobile app, else the store's own release date. A claim"
            " that names its first day is counted from that day."
        ),
        t(
            "**The day's rank** is that of the last snapshot of the UTC day, on every page: days at the top, streaks,"
            " days ahead, median gaps and daily lines. “At some time” counts days with any snapshot there. Days are"
            " counted out of the days chosen; days in the top 50, out of the days with a list deep enough to tell."
        ),
        t(
            "**The best evidence speaks first.** Every source has one of four tiers: 1, the page of who measured or stated"
            " it; 2, a page that names who measured it; 3, a newsroom on its own word; 4, a compilation, forum or blog that"
            " names no newsroom. Of several claims of one number, and of several numbers of one thing, the best tier stands"
            " first, and of one tier the newest; what is newer and weaker stands below, with its date. Who measured or stated"
            " a number is named first, where it was read second."
        ),
        t(
            "**What a source does not say.** A platform or a country that it does not name is called not stated. A month, a"
            " quarter or an approximate date is written as one. A claim without a date stands in no choice of days, only in"
            " the list of all claims."
        ),
        t(
            "**Nothing is rewritten.** Each ingest adds files; a correction is a new row. Claims and reported ranks that"
            " repeat one statement are counted as one, and the copy nearest to who measured or stated it speaks for them."
        ),
    ]
