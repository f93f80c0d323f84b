"""Drawing of sections: heading, chart with a text alternative, source line, and the data, CSV and SQL behind it."""

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
    """Draw sentences as a list, and record them for the exports."""
    bullets = [f"- {sentence}" for sentence in sentences]
    for bullet in bullets:
        st.markdown(bullet)
    if bullets:
        view.record_text(title, bullets)


@dataclass(frozen=True)
class ChartSection:
    """A figure with its texts.

    `about` is the source line, `result` the query result that the figure draws, `lead` a sentence above it. `packed`
    caches the serialized figure by the message for a chart that fails to load.
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
    """Draw the section on the running page; without a figure, only its table and texts."""
    s = section
    st.subheader(s.title, anchor=s.key)
    if s.lead:
        st.markdown(s.lead)
    if s.figure is not None:
        failed = view.texts(
            "The chart could not be loaded. Its numbers are below it, under “Data, CSV and SQL”."
        )
        if failed not in s.packed:  # serialized once, for as long as the section is cached
            s.packed[failed] = chart_element.serialize_figure(s.figure, s.alt, failed)
        chart_element.draw(s.packed[failed], int(s.figure.layout.height), key=f"figure-{s.key}")
    st.caption(s.about)
    view.blocks.append(DisplayedBlock(s.result, s.title, s.figure, s.alt, s.about, s.lead))
    _expander(view, s.key, s.result, view.texts("Data, CSV and SQL"))


def data_expander(view: View, key: str, result: QueryResult, title: str | None = None) -> None:
    """Draw an expander with the rows, CSV and SQL of one result, which are made when a reader opens it."""
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
    """Draw a result as a table, with an expander for CSV and SQL."""
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
    """Draw, in place of a chart without data, the reason and what would fill it."""
    st.subheader(title)
    st.info(f"{why} {remedy}", icon=":material/info:")
