"""Rendering of blocks on the running page."""

import json
from collections.abc import Iterable
from functools import singledispatch
from typing import Any

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from dashboard.charts.standalone import with_title_and_source
from dashboard.sections.blocks import (
    Block,
    Choice,
    Choices,
    Code,
    Columns,
    Details,
    Figure,
    FilterButton,
    Heading,
    Metric,
    ResultTable,
    Text,
    TextTable,
)
from dashboard.sections.view import View
from dashboard.text import tables
from dashboard.text.escaping import escape_plain
from dashboard.text.provenance import picture_source
from dashboard.warehouse.query_result import QueryResult
from dashboard.web import chart_element, downloads, widgets

HEADINGS = {1: st.title, 2: st.header, 3: st.subheader}
TEXTS = {"body": st.markdown, "caption": st.caption}
NOTICES = {
    "info": (st.info, ":material/info:"),
    "warning": (st.warning, ":material/database_off:"),
    "error": (st.error, ":material/error:"),
    "success": (st.success, ":material/check:"),
}


def render_page(view: View, blocks: Iterable[Block]) -> None:
    """Draw blocks as they come, and record them in the view for the exports."""
    for block in blocks:
        view.blocks.append(block)
        render_block(block, view)


@singledispatch
def render_block(block: Block, view: View) -> None:
    """Draw one block."""
    raise TypeError(f"no block: {block!r}")


@render_block.register
def _(block: Heading, view: View) -> None:
    HEADINGS[block.level](block.markdown, anchor=block.anchor or None)


@render_block.register
def _(block: Text, view: View) -> None:
    if block.role in TEXTS:
        TEXTS[block.role](block.markdown)
    else:
        notice, icon = NOTICES[block.role]
        notice(block.markdown, icon=icon)


@render_block.register
def _(block: Metric, view: View) -> None:
    st.metric(block.label, block.value)


@render_block.register
def _(block: Figure, view: View) -> None:
    draw_figure(view, block)
    render_block(ResultTable(block.key, block.result, view.texts("Data, CSV and SQL")), view)


def draw_figure(view: View, block: Figure) -> None:
    """Draw a figure with its title, its sentences and its source line."""
    alone = view.filters.figure is not None
    render_block(Heading(block.title, block.key, level=1 if alone else 2), view)
    if block.lead:
        st.markdown(block.lead)
    if block.legend:
        st.caption(block.legend)
    _draw_chart(view, block)
    st.caption(block.source)


def _draw_chart(view: View, block: Figure) -> None:
    if block.figure is None:
        return
    texts = _chart_texts(view, block)
    key = json.dumps(texts)
    if key not in block.packed:  # serialized once, for as long as the section is cached
        block.packed.clear()
        block.packed[key] = chart_element.serialize_figure(block.figure, texts, _picture_layout(block, texts))
    chart_element.draw(block.packed[key], int(block.figure.layout.height), key=f"figure-{block.key}")


def _chart_texts(view: View, block: Figure) -> dict[str, str]:
    """What the chart element says: the figure in words, its buttons, the name of its pictures."""
    t = view.texts
    return {
        "alt": block.alt,
        "failed": t("The chart could not be loaded. Its numbers are below it, under “Data, CSV and SQL”."),
        "key": block.key,
        "title": escape_plain(block.title),
        "source": f"{block.source} · {picture_source(t, view.moment)}",
        "file": downloads.file_stem(view, block.key),
        "png": t("PNG"),
        "svg": t("SVG"),
        "link": t("Copy the figure’s link"),
        "embed": t("Copy its embed code"),
        "copied": t("Copied"),
        "by_hand": t("Copy this:"),
    }


def _picture_layout(block: Figure, texts: dict[str, str]) -> dict[str, Any]:
    """What the layout of the figure as a picture has besides: its size, its title and its source line."""
    layout = with_title_and_source(block.figure, texts["title"], texts["source"]).layout.to_plotly_json()
    return {name: layout[name] for name in ("width", "height", "margin", "title")}


@render_block.register
def _(block: ResultTable, view: View) -> None:
    t = view.texts
    if not block.title:
        _draw_rows(view, block)
    with _expander(block.title or t("CSV and SQL"), f"behind-{block.key}") as expander:
        if expander.open:
            if block.title:
                _draw_table(view, block.result, block.key)
            downloads.download_buttons(view, block.key, block.result)


def _expander(title: str, key: str) -> ExpanderContainer:
    """An expander whose content is made when a reader opens it."""
    return st.expander(title, key=key, on_change="rerun")


def _draw_rows(view: View, block: ResultTable) -> None:
    if block.result.rows.empty:
        st.info(
            view.texts("No row for these filters. Choose more days, another country or other assistants.")
        )
    else:
        term = st.text_input(block.search, key=f"search-{block.key}") if block.search else ""
        _draw_table(view, block.result, block.key, term)


def _draw_table(view: View, result: QueryResult, key: str, term: str = "") -> None:
    """Draw the rows that have the term, so that they can be sorted and read by a keyboard."""
    st.dataframe(
        tables.search_rows(tables.to_display_table(view, result.rows), term),
        hide_index=True,
        key=f"table-{key}",
        placeholder="–",
        column_config={tables.url_heading(view): st.column_config.LinkColumn()},
    )


@render_block.register
def _(block: TextTable, view: View) -> None:
    st.table(block.rows, width=block.width, alt=block.alt)


@render_block.register
def _(block: Code, view: View) -> None:
    st.code(block.text, language=block.language, wrap_lines=block.language is None)


@render_block.register
def _(block: Columns, view: View) -> None:
    columns = st.columns(block.widths or len(block.columns), vertical_alignment="top")
    for column, blocks in zip(columns, block.columns, strict=True):
        with column.container(border=True, height="stretch") if block.border else column:
            for inner in blocks:
                render_block(inner, view)


@render_block.register
def _(block: Details, view: View) -> None:
    expander = _expander(block.title, f"fold-{block.key}") if block.key else st.expander(block.title)
    with expander:
        if not block.key or expander.open:
            for inner in block.blocks:
                render_block(inner, view)


@render_block.register
def _(block: Choice, view: View) -> None:
    widgets.draw_choice(view.catalog, block)


@render_block.register
def _(block: Choices, view: View) -> None:
    with st.container(horizontal=True):
        for choice in block.choices:
            render_block(choice, view)


@render_block.register
def _(block: FilterButton, view: View) -> None:
    widgets.draw_filter_button(view.catalog, block)
