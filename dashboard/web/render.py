"""What stands with each figure: its kind, who observed or claimed it, when, and what is missing.

A figure is drawn whole: heading that says the finding, chart with a text alternative, the line of
provenance, and behind it the data, the CSV and the SQL.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import plotly.graph_objects as go
import streamlit as st

from dashboard.sections.blocks import DisplayedBlock
from dashboard.sections.view import View
from dashboard.text import tables
from dashboard.warehouse.query_result import QueryResult
from dashboard.web import chart_element, downloads


def bullet_list(view: View, title: str, sentences: Iterable[str]) -> None:
    """Draw sentences that stand by themselves, and record them for the exports."""
    bullets = [f"- {sentence}" for sentence in sentences]
    for bullet in bullets:
        st.markdown(bullet)
    if bullets:
        view.record_text(title, bullets)


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
    view.blocks.append(DisplayedBlock(s.result, s.title, s.figure, s.alt, s.about, s.lead))
    _expander(view, s.key, s.result, view.texts("Data, CSV and SQL"))


def data_expander(view: View, key: str, result: QueryResult, title: str | None = None) -> None:
    """Draw the rows, the CSV and the SQL of one result, folded away; they are made when a reader unfolds them."""
    view.blocks.append(DisplayedBlock(result))
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
        column_config={tables.url_heading(view): st.column_config.LinkColumn()},
    )


def table_section(view: View, key: str, result: QueryResult) -> None:
    """Draw a result as a section of its own: the rows in sight, the CSV and the SQL behind."""
    t = view.texts
    view.blocks.append(DisplayedBlock(result))
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
