"""What stands with each figure: its kind, who observed or claimed it, when, and what is missing.

A figure is drawn whole: heading that says the finding, chart with a text alternative, the line of
provenance, and behind it the data, the CSV and the SQL.
"""

from dataclasses import dataclass, field

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.sections.view import View
from dashboard.text import tables
from dashboard.text.claims import measurer
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.labels import code_label
from dashboard.warehouse.query_result import QueryResult
from dashboard.web import chart_element, downloads


@dataclass(frozen=True)
class ChartSection:
    """One figure and all that is said with it.

    `about` is the line of provenance, `result` what the figure is made from, `lead` a sentence above the figure where
    the title is not enough. `packed` holds the figure as browsers get it, by what is said where it fails.
    """

    key: str
    title: str
    figure: go.Figure | None
    alt: str
    about: str
    result: QueryResult
    lead: str = ""
    packed: dict[str, bytes] = field(default_factory=dict)


def draw(view: View, section: ChartSection) -> None:
    """Draw the section on the running page; without a figure, only its table and words."""
    s = section
    st.subheader(s.title, anchor=s.key)
    if s.lead:
        st.markdown(s.lead)
    if s.figure is not None:
        failed = view.texts(
            "The chart could not be loaded. Its numbers are below it, under “Data, CSV and SQL”."
        )
        if (
            failed not in s.packed
        ):  # checked, written as JSON and compressed once, for as long as the section is cached
            s.packed[failed] = chart_element.serialize_figure(s.figure, s.alt, failed)
        chart_element.draw(s.packed[failed], int(s.figure.layout.height), key=f"figure-{s.key}")
    st.caption(s.about)
    downloads.record_result(view, s.result, s.title, s.figure, s.alt, s.about, s.lead)
    _expander(view, s.key, s.result, view.texts("Data, CSV and SQL"))


def data_expander(view: View, key: str, result: QueryResult, title: str | None = None) -> None:
    """Draw the rows, the CSV and the SQL of one result, folded away; they are made when a reader unfolds them."""
    downloads.record_result(view, result)
    _expander(view, key, result, title or view.texts("Data, CSV and SQL"))


def _expander(view: View, key: str, result: QueryResult, title: str) -> None:
    with st.expander(title, key=f"behind-{key}", on_change="rerun") as expander:
        if expander.open:
            _table(view, result, key)
            downloads.download_buttons(view, key, result)


def _table(view: View, result: QueryResult, key: str) -> None:
    """Draw the rows so that they can be sorted and read by a keyboard."""
    st.dataframe(
        tables.to_display_table(view, result.rows),
        hide_index=True,
        key=f"table-{key}",
        placeholder="–",
        column_config={tables.address_heading(view): st.column_config.LinkColumn()},
    )


def table_section(view: View, key: str, result: QueryResult) -> None:
    """Draw a result as a section of its own: the rows in sight, the CSV and the SQL behind."""
    t = view.texts
    downloads.record_result(view, result)
    if result.rows.empty:
        st.info(t("No row for these filters. Choose more days, another country or other assistants."))
    else:
        _table(view, result, key)
    with st.expander(t("CSV and SQL"), key=f"behind-{key}", on_change="rerun") as expander:
        if expander.open:
            downloads.download_buttons(view, key, result)


def empty_state(title: str, why: str, remedy: str) -> None:
    """Draw, in the place of a chart that has nothing to show, why, and what would fill it."""
    st.subheader(title)
    st.info(f"{why} {remedy}", icon=":material/info:")


def claims_line(view: ViewContext, answer: pd.DataFrame) -> str:
    """Provenance of claims: their kinds, who stated them, where they were read."""
    t = view.texts
    kinds = t.join(sorted({code_label(t, kind) for kind in answer["kind"].dropna()}))
    people = sorted({escape_markdown(measurer(t, who)) for who in answer["stated_by"].dropna()})
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
