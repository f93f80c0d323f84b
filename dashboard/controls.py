"""The widgets that edit the filters, shared by all pages, and their tie to the address bar.

The address wins when it says something new; else the widgets do. Streamlit empties the address at a
page change, which is no wish of the reader's.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from dashboard import filters as link
from dashboard import questions
from dashboard.catalog import Catalog
from dashboard.filters import Filters, Notice
from dashboard.session import View
from dashboard.snapshot_files import SnapshotError
from dashboard.texts import LANGUAGES
from dashboard.words import term

FIELDS = ("country", "store", "chart", "category", "apps", "lang")


def follow_address(catalog: Catalog, bare: Filters) -> Filters:
    """The filters of this run; what the address could not have is kept as notices."""
    state = st.session_state
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    told = {name: values[-1] for name, values in query.items()}
    if "filters" not in state or (told and told != state.get("written")):
        state.filters, state.notices = link.from_query(query, catalog, bare)
        _set_widgets(state.filters)
    write_address(catalog)
    return state.filters  # type: ignore[no-any-return]


def write_address(catalog: Catalog) -> None:
    """Make the address say every value of the filters."""
    written = link.to_query(st.session_state.filters, catalog)
    if dict(st.query_params) != written:
        st.query_params.from_dict(written)
    st.session_state.written = written


def notices() -> list[Notice]:
    """What of the last address could not be followed."""
    return list(st.session_state.get("notices", []))


def sidebar(view: View) -> None:
    """Draw the filters."""
    t, catalog = view.texts, view.catalog
    with st.sidebar:
        st.multiselect(
            t("Assistants"),
            [app.id for app in catalog.competitors()],
            format_func=view.name,
            **_tied("apps", catalog),
        )
        st.selectbox(t("Country"), _countries(view), format_func=t.country, **_tied("country", catalog))
        for field, kind, title in (
            ("store", "stores", t("Store")),
            ("chart", "charts", t("Chart")),
            ("category", "categories", t("Category")),
        ):
            _choice(view, field, kind, title)
        st.date_input(
            t("Days (UTC)"), format="DD/MM/YYYY" if t.lang == "fr" else "YYYY-MM-DD", **_tied("days", catalog)
        )
        names = {"fr": "Français", "en": "English"}
        st.segmented_control(
            t("Language"), LANGUAGES, format_func=names.__getitem__, required=True, **_tied("lang", catalog)
        )


def _choice(view: View, field: str, kind: str, title: str) -> None:
    terms = [entry for entry in getattr(view.catalog, kind) if entry.kind != "list"]
    st.selectbox(
        title,
        [entry.id for entry in terms],
        format_func=lambda code: term(view.catalog, view.texts, kind, code),
        **_tied(field, view.catalog),
    )


def _tied(field: str, catalog: Catalog) -> dict[str, Any]:
    return {"key": f"filter-{field}", "on_change": _edited, "args": (field, catalog)}


def _edited(field: str, catalog: Catalog) -> None:
    """A widget changed: the filters and the address follow."""
    value = st.session_state[f"filter-{field}"]
    changes: dict[str, Any] = {field: value}
    if field == "apps":
        changes = {"apps": tuple(value) or st.session_state.filters.apps}
    if field == "days":
        changes = _days(value)
    st.session_state.filters = replace(st.session_state.filters, **changes)
    st.session_state.notices = []
    write_address(catalog)


def _days(picked: tuple[date, ...]) -> dict[str, Any]:
    """A half-picked range changes nothing until its second day is there."""
    return {"since": picked[0], "until": picked[1]} if len(picked) == 2 else {}  # noqa: PLR2004


def _set_widgets(filters: Filters) -> None:
    for field in FIELDS:
        value = getattr(filters, field)
        st.session_state[f"filter-{field}"] = list(value) if field == "apps" else value
    st.session_state["filter-days"] = (filters.since, filters.until)


def _countries(view: View) -> list[str]:
    """Storefronts with readings first, then the others; each part by name."""
    try:
        read = set(view.ask(questions.charts_read)["country"])
    except SnapshotError:
        read = set()
    return sorted(view.catalog.storefronts, key=lambda code: (code not in read, view.texts.country(code)))
