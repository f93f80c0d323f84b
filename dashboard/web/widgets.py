"""The widgets that edit the filters, and their synchronization with the URL.

Source of truth: the URL if it differs from the one we wrote last, otherwise session state. Streamlit clears the
query string on page navigation; that is not treated as a change.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import streamlit as st

from dashboard.domain import filters as link
from dashboard.domain.catalog import Catalog
from dashboard.domain.filters import Filters, UrlProblem
from dashboard.domain.options import CHOICES, NUMBERS
from dashboard.sections.blocks import Choice, FilterButton

SHARED = ("country", "store", "chart", "category", "apps", "lang")
FIELDS = (*SHARED, *CHOICES, *NUMBERS, "benchmarks", "rivals", "focus", "before", "after")
REQUIRED_LISTS = ("apps", "rivals")  # clearing one keeps its value
RANGE_LENGTH = 2  # days of a whole range


def filters_from_url(
    catalog: Catalog, defaults: Callable[[datetime | None, dict[str, list[str]]], Filters]
) -> Filters:
    """The filters of this run; `defaults` are those of a query, as of a moment."""
    state = st.session_state
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    current = {name: values[-1] for name, values in query.items()}
    if "filters" not in state or (current and current != state.get("written")):
        pinned = link.from_query(query, catalog, defaults(None, {}))[0].as_of
        state.filters, state.notices = link.from_query(query, catalog, defaults(pinned, query))
        _set_widgets(state.filters)
    update_url(catalog)
    return state.filters  # type: ignore[no-any-return]


def update_url(catalog: Catalog) -> None:
    """Write every value of the filters into the URL."""
    written = link.to_query(st.session_state.filters, catalog)
    if dict(st.query_params) != written:
        st.query_params.from_dict(written)
    st.session_state.written = written


def notices() -> list[UrlProblem]:
    """The problems of the last URL."""
    return list(st.session_state.get("notices", []))


def set_filters(catalog: Catalog, **changes: Any) -> None:
    """Change filters, with the widgets and the URL."""
    st.session_state.filters = replace(st.session_state.filters, **changes)
    st.session_state.notices = []
    _set_widgets(st.session_state.filters)
    update_url(catalog)


def bind_widget(field: str, catalog: Catalog) -> dict[str, Any]:
    """The arguments that bind a widget to a field: key and callback; its value is set from the filters.

    Streamlit drops the value of a widget at a page change.
    """
    key = f"filter-{field}"
    if key not in st.session_state:
        st.session_state[key] = _widget_value(st.session_state.filters, field)
    return {"key": key, "on_change": _edited, "args": (field, catalog)}


def range_incomplete() -> bool:
    """True where the reader has chosen a first day and no second."""
    return len(st.session_state.get("filter-days", ())) == 1


def _edited(field: str, catalog: Catalog) -> None:
    """Callback of a widget; ignored where the reader went back and the widget follows late."""
    if dict(st.query_params) not in ({}, st.session_state.written):
        return
    value = st.session_state[f"filter-{field}"]
    if field == "days":
        if len(value) == RANGE_LENGTH:  # a half-picked range changes nothing until its second day is there
            set_filters(catalog, since=value[0], until=value[1])
    elif field in REQUIRED_LISTS:
        set_filters(catalog, **{field: tuple(value) or getattr(st.session_state.filters, field)})
    else:
        set_filters(catalog, **{field: tuple(value) if isinstance(value, list) else value})


def _set_widgets(filters: Filters) -> None:
    for field in (*FIELDS, "days"):
        st.session_state[f"filter-{field}"] = _widget_value(filters, field)


def _widget_value(filters: Filters, field: str) -> str | int | datetime | list[str] | tuple[date, date]:
    if field == "days":
        return (filters.since, filters.until)
    value = getattr(filters, field)
    return list(value) if isinstance(value, tuple) else value


def draw_choice(catalog: Catalog, choice: Choice) -> None:
    """Draw the control of a choice; the filters have its value at the next run."""
    options, binding = list(choice.options), bind_widget(choice.field, catalog)
    arguments: dict[str, Any] = {"format_func": choice.options.__getitem__} | binding
    match choice.style:
        case "list":
            st.multiselect(choice.title, options, max_selections=choice.limit, **arguments)
        case "select":
            st.selectbox(choice.title, options, **arguments)
        case "pills":
            st.pills(choice.title, options, selection_mode="multi", **arguments)
        case _:
            st.segmented_control(choice.title, options, required=True, **arguments)


def draw_filter_button(catalog: Catalog, button: FilterButton) -> None:
    """Draw a button that changes the filters."""
    st.button(
        button.label,
        key=f"nearest-{button.key}",
        icon=":material/arrow_forward:",
        on_click=set_filters,
        args=(catalog,),
        kwargs=dict(button.changes),
    )
