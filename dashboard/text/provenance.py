"""Source lines: the kinds of what is shown, who stated or recorded it, when, and how much is missing."""

import pandas as pd

from dashboard.text.claims import measurer_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.labels import code_label


def claims_line(view: ViewContext, answer: pd.DataFrame) -> str:
    """Provenance of claims: their kinds, who stated them, where they were read."""
    t = view.texts
    kinds = t.join(sorted({code_label(t, kind) for kind in answer["kind"].dropna()}))
    people = sorted({escape_markdown(measurer_name(t, who)) for who in answer["stated_by"].dropna()})
    different = answer["claim_id"].nunique() if "claim_id" in answer else len(answer)
    count = t.count("{n} claim", "{n} claims", different)
    places = t.count("read in {n} publication", "read in {n} publications", answer["publisher"].nunique())
    return " · ".join([kinds.capitalize(), count, t("stated by {people}", people=t.join(people)), places])


def readings_line(view: ViewContext, coverage: pd.DataFrame) -> str:
    """Provenance of readings: who recorded them, when, how many, and the days without any."""
    t = view.texts
    if coverage.empty:
        return t("Observed: no reading of this chart in these days.")
    first, last = coverage["first_at"].min(), coverage["last_at"].max()
    chosen = (view.filters.until - view.filters.since).days + 1
    days = int(coverage["days_in_all"].iloc[0])
    readings = t.count("{n} snapshot", "{n} snapshots", int(coverage["readings"].sum()))
    return " · ".join(
        [
            code_label(t, "observed").capitalize(),
            t("store feeds, recorded by {who}", who=t.join(coverage["collection"])),
            t("read {days}", days=t.days(first, last)),
            t(
                "{readings} on {n} of {days}",
                readings=readings,
                n=t.number(days),
                days=t.count("{n} day", "{n} days", chosen),
            ),
            t.count("{n} day without a snapshot", "{n} days without a snapshot", chosen - days),
            _depths(view, coverage),
        ]
    )


def reports_line(view: ViewContext, reported: pd.DataFrame) -> str:
    """Provenance of reported ranks: how many, each statement once, and where they were read."""
    t = view.texts
    count = t.count("{n} reported rank", "{n} reported ranks", int(reported["speaks"].sum()))
    places = t.count("read in {n} publication", "read in {n} publications", reported["publisher"].nunique())
    return f"{count}, {places}"


def _depths(view: ViewContext, coverage: pd.DataFrame) -> str:
    least, most = int(coverage["min_depth"].min()), int(coverage["max_depth"].max())
    if least == most:
        return view.texts("top {depth} read", depth=most)
    return view.texts("top {least} to {most} read", least=least, most=most)
