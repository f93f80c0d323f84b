"""The widgets that edit the filters, and their synchronization with the URL.

Source of truth: the URL if it differs from the one we wrote last, otherwise session state. Streamlit clears the
query string on page navigation; that is not treated as a change.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

import streamlit as st

from dashboard.domain import filters as link
from dashboard.domain.catalog import Catalog
from dashboard.domain.filters import Filters, UrlProblem
from dashboard.domain.options import CHOICES, NUMBERS, RIVALS
from dashboard.sections import opening
from dashboard.sections.blocks import Choice, FilterButton

SHARED = ("country", "lang")
FIELDS = (*SHARED, *CHOICES, *NUMBERS, "benchmarks", "rivals", "focus", "event", "before", "after")
REQUIRED_LISTS = ("rivals",)  # clearing one keeps its value
# Widgets that edit several fields: the first of the apps, the other ones, the chart, the range of days.
COMPOSED = ("lead", "others", "chart_codes", "days")
SINGLE_STYLES = ("buttons", "select", "tabs")
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


def bind_widget(field: str, catalog: Catalog, options: Collection[Any] = ()) -> dict[str, Any]:
    """The arguments that bind a widget to a field: key and callback; its value is set from the filters.

    Streamlit drops the value of a widget at a page change, and gives the old label of one whose options have other
    labels since: a value that is none of the `options` is set back.
    """
    key = f"filter-{field}"
    if key not in st.session_state:
        st.session_state[key] = _widget_value(st.session_state.filters, field)
    return {"key": key, "on_change": _edited, "args": (field, catalog, tuple(options))}


def range_incomplete() -> bool:
    """True where the reader has chosen a first day and no second."""
    return len(st.session_state.get("filter-days", ())) == 1


def _edited(field: str, catalog: Catalog, options: tuple[Any, ...]) -> None:
    """Callback of a widget; ignored where the reader went back and the widget follows late."""
    if dict(st.query_params) not in ({}, st.session_state.written):
        return
    value = st.session_state[f"filter-{field}"]
    if options and not set(options).issuperset(value if isinstance(value, list) else [value]):
        st.session_state[f"filter-{field}"] = _widget_value(st.session_state.filters, field)
        return
    changes = _changes(st.session_state.filters, field, value)
    if changes:
        set_filters(catalog, **changes)


def _changes(f: Filters, field: str, value: Any) -> dict[str, Any]:
    """The filters that change with a widget's value; none for a range whose second day is still to come."""
    match field:
        case "days":
            return {"since": value[0], "until": value[1]} if len(value) == RANGE_LENGTH else {}
        case "lead":
            return _app_changes(f, (value, *(app for app in f.apps if app != value)))
        case "others":
            return _app_changes(f, (f.apps[0], *value))
        case "chart_codes":
            return opening.chart_changes(f, dict(zip(opening.CHART, value, strict=True)))
        case "country":
            return opening.country_changes(f, value)
    if field in REQUIRED_LISTS:
        value = value or getattr(f, field)
    return {field: tuple(value) if isinstance(value, list) else value}


def _app_changes(f: Filters, apps: tuple[str, ...]) -> dict[str, Any]:
    """The first of the apps is compared with those after it, as far as a short comparison goes."""
    return {"apps": apps, "rivals": apps[1 : RIVALS + 1] or f.rivals}


def _set_widgets(filters: Filters) -> None:
    for field in (*FIELDS, *COMPOSED):
        st.session_state[f"filter-{field}"] = _widget_value(filters, field)


def _widget_value(f: Filters, field: str) -> Any:
    match field:
        case "days":
            return (f.since, f.until)
        case "lead":
            return f.apps[0]
        case "others":
            return list(f.apps[1:])
        case "chart_codes":
            return (f.store, f.chart, f.category)
    value = getattr(f, field)
    return list(value) if isinstance(value, tuple) else value


def draw_choice(catalog: Catalog, choice: Choice) -> None:
    """Draw the control of a choice; the filters have its value at the next run."""
    options = list(choice.options)
    binding = bind_widget(choice.field, catalog, options)
    if choice.style in SINGLE_STYLES and st.session_state[binding["key"]] not in choice.options:
        st.session_state[binding["key"]] = options[0]
    arguments: dict[str, Any] = {"format_func": choice.options.__getitem__} | binding
    if choice.style == "tabs" and st.session_state[binding["key"]] not in options:
        st.session_state[binding["key"]] = options[0]  # a tab of another page
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
