"""What stands with each figure: its kind, who observed or claimed it, when, and what is missing.

A figure is drawn whole: heading that says the finding, chart with a text alternative, the line of
provenance, and behind it the data, the CSV and the SQL.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard import drawing, tables, takeaway
from dashboard.claim_text import measurer
from dashboard.escaping import escape_markdown
from dashboard.session import View
from dashboard.words import word

QuestionFunction = Callable[..., pd.DataFrame]
_NUMBERS = count()


@dataclass(frozen=True)
class Exhibit:
    """One figure and all that is said with it.

    `about` is the line of provenance, `lead` a sentence above the figure where the title is not enough.
    """

    key: str
    title: str
    figure: go.Figure | None
    alt: str
    about: str
    question: QuestionFunction
    answer: pd.DataFrame
    lead: str = ""
    number: int = field(default_factory=lambda: next(_NUMBERS))  # tells one exhibit from every other


def draw(view: View, exhibit: Exhibit) -> None:
    """Draw the exhibit on the running page; without a figure, only its table and words."""
    e = exhibit
    st.subheader(e.title, anchor=e.key)
    if e.lead:
        st.markdown(e.lead)
    if e.figure is not None:
        failed = view.texts(
            "The chart could not be loaded. Its numbers are below it, under “Data, CSV and SQL”."
        )
        drawing.draw(_packed(e, failed), int(e.figure.layout.height), key=f"figure-{e.key}")
    st.caption(e.about)
    takeaway.note(view, e.question, e.answer, e.title, e.figure, e.alt, e.about, e.lead)
    _fold(view, e.key, e.question, e.answer, view.texts("Data, CSV and SQL"))


# A kept exhibit's figure is checked, written as JSON and compressed once.
@st.cache_resource(show_spinner=False, max_entries=256, hash_funcs={Exhibit: lambda exhibit: exhibit.number})
def _packed(exhibit: Exhibit, failed: str) -> bytes:
    return drawing.packed(exhibit.figure, exhibit.alt, failed)


def behind(
    view: View, key: str, question: QuestionFunction, answer: pd.DataFrame, title: str | None = None
) -> None:
    """The data, the CSV and the SQL of one answer, folded away; they are made when a reader unfolds them."""
    takeaway.note(view, question, answer)
    _fold(view, key, question, answer, title or view.texts("Data, CSV and SQL"))


def _fold(view: View, key: str, question: QuestionFunction, answer: pd.DataFrame, title: str) -> None:
    with st.expander(title, key=f"behind-{key}", on_change="rerun") as fold:
        if fold.open:
            tables.show(view, answer, key)
            takeaway.offer(view, key, question, answer)


def table(view: View, key: str, question: QuestionFunction, answer: pd.DataFrame) -> None:
    """An answer that is its own exhibit: the rows in sight, the CSV and the SQL behind."""
    t = view.texts
    takeaway.note(view, question, answer)
    if answer.empty:
        st.info(t("No row for these filters. Choose more days, another country or other assistants."))
    else:
        tables.show(view, answer, key)
    with st.expander(t("CSV and SQL"), key=f"behind-{key}", on_change="rerun") as fold:
        if fold.open:
            takeaway.offer(view, key, question, answer)


def empty(view: View, title: str, why: str, remedy: str) -> None:
    """A chart that has nothing to show says why, and what would fill it."""
    st.subheader(title)
    st.info(f"{why} {remedy}", icon=":material/info:")


def claims_line(view: View, answer: pd.DataFrame) -> str:
    """Provenance of claims: their kinds, who stated them, where they were read."""
    t = view.texts
    kinds = t.join(sorted({word(t, kind) for kind in answer["kind"].dropna()}))
    people = sorted({escape_markdown(measurer(t, who)) for who in answer["stated_by"].dropna()})
    different = answer["claim_id"].nunique() if "claim_id" in answer else len(answer)
    count = t.count("{n} claim", "{n} claims", different)
    places = t.count("read in {n} publication", "read in {n} publications", answer["publisher"].nunique())
    return " · ".join([kinds.capitalize(), count, t("stated by {people}", people=t.join(people)), places])


def readings_line(view: View, coverage: pd.DataFrame) -> str:
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
            word(t, "observed").capitalize(),
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


def reports_line(view: View, reported: pd.DataFrame) -> str:
    """Provenance of reported ranks: how many, each statement once, and where they were read."""
    t = view.texts
    count = t.count("{n} reported rank", "{n} reported ranks", int(reported["speaks"].sum()))
    places = t.count("read in {n} publication", "read in {n} publications", reported["publisher"].nunique())
    return f"{count}, {places}"


def _depths(view: View, coverage: pd.DataFrame) -> str:
    least, most = int(coverage["min_depth"].min()), int(coverage["max_depth"].max())
    if least == most:
        return view.texts("top {depth} read", depth=most)
    return view.texts("top {least} to {most} read", least=least, most=most)
