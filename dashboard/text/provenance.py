"""Source lines: kinds of data, who stated or recorded it, when, and how much is missing."""

from datetime import datetime

import pandas as pd

from dashboard.text.claims import measurer_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.labels import code_label
from dashboard.text.translator import Translator


def observed_line(t: Translator, *parts: str) -> str:
    """Source line of observed data."""
    return " · ".join([code_label(t, "observed").capitalize(), *parts])


def claims_line(view: ViewContext, answer: pd.DataFrame) -> str:
    """Source line of claims: their kinds, number, measurers and publications."""
    t = view.texts
    kinds = t.join(sorted({code_label(t, kind) for kind in answer["kind"].dropna()}))
    measurers = sorted({escape_markdown(measurer_name(t, name)) for name in answer["stated_by"].dropna()})
    claims = answer["claim_id"].nunique() if "claim_id" in answer else len(answer)
    count = t.count("{n} claim", "{n} claims", claims)
    publications = t.count(
        "read in {n} publication", "read in {n} publications", answer["publisher"].nunique()
    )
    return " · ".join(
        [kinds.capitalize(), count, t("stated by {people}", people=t.join(measurers)), publications]
    )


def readings_line(view: ViewContext, coverage: pd.DataFrame) -> str:
    """Source line of readings: collections, days, number, days without a reading, depth."""
    t = view.texts
    if coverage.empty:
        return t("Observed: no snapshot of this chart in this period.")
    first, last = coverage["first_at"].min(), coverage["last_at"].max()
    chosen = view.days_chosen
    days = int(coverage["days_in_all"].iloc[0])
    readings = t.count("{n} snapshot", "{n} snapshots", int(coverage["readings"].sum()))
    return observed_line(
        t,
        t("store feeds, recorded by {who}", who=t.join(coverage["collection"])),
        t("read {days}", days=t.days(first, last)),
        t(
            "{readings} on {n} of {days}",
            readings=readings,
            n=t.number(days),
            days=t.day_count(chosen),
        ),
        t.count("{n} day without a snapshot", "{n} days without a snapshot", chosen - days),
        _depths(view, coverage),
    )


def reports_line(view: ViewContext, reported: pd.DataFrame) -> str:
    """Source line of reported ranks: the number of statements and of publications."""
    t = view.texts
    count = t.count("{n} reported rank", "{n} reported ranks", int(reported["speaks"].sum()))
    publications = t.count(
        "read in {n} publication", "read in {n} publications", reported["publisher"].nunique()
    )
    return f"{count}, {publications}"


def _depths(view: ViewContext, coverage: pd.DataFrame) -> str:
    least, most = int(coverage["min_depth"].min()), int(coverage["max_depth"].max())
    if least == most:
        return view.texts("top {depth} read", depth=most)
    return view.texts("top {least} to {most} read", least=least, most=most)


def picture_source(t: Translator, moment: datetime | None) -> str:
    """The source line of a picture: the product and the moment that it is as of."""
    as_of = t("as of {moment}", moment=t.utc_datetime(moment)) if moment else ""
    return ", ".join(filter(None, ["Palmarès", as_of])).replace(" ", "\u00a0")
