"""The filters that all pages share, in the sidebar."""

from datetime import date, timedelta
from typing import Any

import streamlit as st

from dashboard.domain.options import LANGUAGES
from dashboard.domain.url import CATALOG_FIELDS, FIRST_DAY, LAST_DAY
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text.labels import catalog_label
from dashboard.warehouse import cache, questions
from dashboard.warehouse.snapshots import SnapshotError
from dashboard.web import widgets

Days = tuple[date, date]
PRESET_DAYS = (7, 30, 90)


def draw(view: View) -> None:
    """Draw the filters; each changes the page and the address."""
    t, catalog = view.texts, view.catalog
    with st.sidebar:
        apps = [app.id for app in catalog.selectable_apps()]
        st.multiselect(
            t("Assistants"), apps, format_func=view.app_name, **widgets.bind_widget("apps", catalog)
        )
        countries = _countries(view)
        st.selectbox(
            t("Country"), countries, format_func=t.country, **widgets.bind_widget("country", catalog)
        )
        for field, title in (("store", t("Store")), ("chart", t("Chart")), ("category", t("Category"))):
            _term(view, field, title)
        _days(view)
        names = {"fr": "Français", "en": "English"}
        binding = widgets.bind_widget("lang", catalog)
        st.segmented_control(
            t("Language"), LANGUAGES, format_func=names.__getitem__, required=True, **binding
        )


def _term(view: View, field: str, title: str) -> None:
    kind = CATALOG_FIELDS[field]
    codes = [entry.id for entry in getattr(view.catalog, kind) if entry.kind != "list"]
    binding = widgets.bind_widget(field, view.catalog)
    st.selectbox(
        title, codes, format_func=lambda code: catalog_label(view.catalog, view.texts, kind, code), **binding
    )


def _days(view: View) -> None:
    t = view.texts
    form = "DD/MM/YYYY" if t.lang == "fr" else "YYYY-MM-DD"
    bounds: dict[str, Any] = {"min_value": FIRST_DAY, "max_value": LAST_DAY, "format": form}
    st.date_input(t("Days (UTC)"), **bounds, **widgets.bind_widget("days", view.catalog))
    if widgets.range_incomplete():
        st.caption(t("Choose the second day too; until then the page shows the days before."))
    presets = _presets(view, *cache.date_range(view.filters.as_of))
    _show_preset(presets, (view.filters.since, view.filters.until))
    st.selectbox(
        t("Or a ready-made span"),
        list(presets),
        index=None,
        placeholder=t("Choose"),
        key="preset",
        on_change=_apply_preset,
        args=(view, presets),
    )


def _show_preset(presets: dict[str, Days], days: Days) -> None:
    """Select the preset with these days; the selected one stays where two have the same."""
    if presets.get(st.session_state.get("preset", "")) != days:
        st.session_state.preset = next((name for name, span in presets.items() if span == days), None)


def _apply_preset(view: View, presets: dict[str, Days]) -> None:
    """Set the days of the preset; the link never has its name."""
    if chosen := presets.get(st.session_state.preset):
        widgets.set_filters(view.catalog, since=chosen[0], until=chosen[1])


@cached_section
def _presets(view: View, first: date, last: date) -> dict[str, Days]:
    """The days of each preset by its name; all end on the newest day of the data."""
    t = view.texts
    spans = {
        t.count("Last {n} day of the data", "Last {n} days of the data", n): (
            last - timedelta(days=n - 1),
            last,
        )
        for n in PRESET_DAYS
    }
    spans[t("All the data")] = (first, last)
    return spans | {name: (day, last) for name, day in _event_presets(view).items() if day <= last}


def _event_presets(view: View) -> dict[str, date]:
    """First days of presets: launches of the chosen apps, then their events."""
    t, f = view.texts, view.filters
    try:
        launches = view.query_untracked(questions.launches, apps=f.apps).rows
        events = view.query_untracked(
            questions.events, country=f.country, apps=f.apps, since=FIRST_DAY, until=LAST_DAY
        ).rows
    except SnapshotError:
        return {}
    day_zeros = launches[launches["is_day_zero"]].to_dict("records")
    since_launch = {
        t("Since launch: {app}", app=view.app_name(row["app"])): row["first_day"] for row in day_zeros
    }
    one_day = [row for row in events.to_dict("records") if row["first_day"] == row["last_day"]]
    return since_launch | {
        t("Since {day}: {what}", day=t.day(row["first_day"]), what=t.localized(row, "title")): row[
            "first_day"
        ]
        for row in one_day
    }


@cached_section
def _countries(view: View) -> list[str]:
    """Storefronts with readings, then the others; each by name."""
    try:
        with_readings = set(view.query_untracked(questions.charts_available).rows["country"])
    except SnapshotError:
        with_readings = set()
    return sorted(
        view.catalog.storefronts, key=lambda code: (code not in with_readings, view.texts.country(code))
    )
