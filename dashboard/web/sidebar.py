"""The filters that pages share, in the sidebar: those that the page follows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import streamlit as st

from dashboard.domain.pages import PAGE_CONTROLS
from dashboard.domain.types import Row
from dashboard.domain.url import CATALOG_FIELDS, FIRST_DAY, LAST_DAY
from dashboard.sections import opening
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text.labels import catalog_label
from dashboard.text.rank import chart_name
from dashboard.warehouse import cache, questions
from dashboard.warehouse.snapshots import SnapshotError
from dashboard.web import widgets

Days = tuple[date, date]
WEEKS_AROUND = timedelta(weeks=4)  # before an event and after it


def draw(view: View, page: str) -> None:
    """Draw the filters that the page follows; each changes the page and the address."""
    controls: dict[str, Callable[[View], None]] = {
        "assistants": _assistants,
        "country": _country,
        "chart": _chart,
        "days": _days,
    }
    with st.sidebar:
        for name in PAGE_CONTROLS[page]:
            controls[name](view)


def language(view: View) -> None:
    """Draw the choice of language."""
    binding = widgets.bind_widget("lang", view.catalog)
    names = {"en": "EN", "fr": "FR"}
    st.segmented_control(
        view.texts("Language"),
        list(names),
        format_func=names.__getitem__,
        required=True,
        label_visibility="collapsed",
        **binding,
    )


def _assistants(view: View) -> None:
    """The assistant in focus, which titles speak of, and those that it is compared with."""
    t, catalog = view.texts, view.catalog
    apps = [app.id for app in catalog.selectable_apps()]
    others = [app for app in apps if app != view.filters.apps[0]]
    st.selectbox(
        t("Focus"), apps, format_func=view.current_name, **widgets.bind_widget("lead", catalog, apps)
    )
    st.multiselect(
        t("Compare with"),
        others,
        format_func=view.current_name,
        **widgets.bind_widget("others", catalog, others),
    )


def _country(view: View) -> None:
    t = view.texts
    with_data, others = _countries(view)
    empty = frozenset(others)
    st.selectbox(
        t("Country"),
        [*with_data, *others],
        format_func=lambda code: (
            t("{country} · no data yet", country=t.country(code)) if code in empty else t.country(code)
        ),
        **widgets.bind_widget("country", view.catalog, view.catalog.storefronts),
    )


def _chart(view: View) -> None:
    """The charts of the country that have data, each with its days; the chosen one is there though it have none."""
    t, f = view.texts, view.filters
    labels = {_codes(row): _chart_label(view, row) for row in _charts(view)}
    labels.setdefault(
        (f.store, f.chart, f.category), t("{chart}: no data yet", chart=chart_name(view, f.chart_params()))
    )
    st.selectbox(
        t("Chart"),
        list(labels),
        format_func=labels.__getitem__,
        **widgets.bind_widget("chart_codes", view.catalog, labels),
    )


def _charts(view: View) -> list[Row]:
    f = view.filters
    try:  # through the view, so that a cached section knows that it rests on it
        result = view.query_untracked(questions.country_charts, country=f.country, apps=f.apps)
    except SnapshotError:
        return []
    rows: list[Row] = result.rows.to_dict("records")
    return rows


def _codes(row: Row) -> tuple[str, ...]:
    return tuple(row[name] for name in opening.CHART)


def _chart_label(view: View, row: Row) -> str:
    t = view.texts
    days = t.count("{n} day, to {last}", "{n} days, to {last}", int(row["days"]), last=t.day(row["last_day"]))
    names = (
        catalog_label(view.catalog, t, kind, row[name])
        for name, kind in CATALOG_FIELDS.items()
        if row[name] != view.catalog.default_chart
    )
    return t.label(" · ".join(names), days)


def _days(view: View) -> None:
    """One period: ready-made spans, which mean dates, and the dates themselves."""
    t = view.texts
    presets = _presets(view, *cache.date_range(view.filters.as_of))
    _show_preset(presets, (view.filters.since, view.filters.until))
    st.selectbox(
        t("Period (UTC)"),
        list(presets),
        index=None,
        placeholder=t("Dates of your own"),
        key="preset",
        on_change=_apply_preset,
        args=(view, presets),
    )
    form = "DD/MM/YYYY" if t.lang == "fr" else "YYYY-MM-DD"
    bounds: dict[str, Any] = {"min_value": FIRST_DAY, "max_value": LAST_DAY, "format": form}
    binding = widgets.bind_widget("days", view.catalog)
    st.date_input(t("First and last day"), label_visibility="collapsed", **bounds, **binding)
    if widgets.range_incomplete():
        st.caption(t("Choose the second day too; until then the page shows the days before."))


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
    """The days of each preset by its name."""
    t, f = view.texts, view.filters
    presets = {}
    for row in _charts(view):
        if _codes(row) == (f.store, f.chart, f.category):
            days = opening.opening_days(row)
            presets[t("Last 30 days with data of this chart")] = (days["since"], days["until"])
    presets[t("All the data")] = (first, last)
    return presets | _event_presets(view)


def _event_presets(view: View) -> dict[str, Days]:
    """Four weeks before and after each launch of the chosen assistants, then around each of their events."""
    t = view.texts
    return {
        t("Around {day}: {what}", day=t.day(day), what=what): (day - WEEKS_AROUND, day + WEEKS_AROUND)
        for what, day in _dated_events(view)
    }


def _dated_events(view: View) -> list[tuple[str, date]]:
    t, f = view.texts, view.filters
    try:
        launches = view.query_untracked(questions.launches, apps=f.apps).rows
        events = view.query_untracked(
            questions.events, country=f.country, apps=f.apps, since=FIRST_DAY, until=LAST_DAY
        ).rows
    except SnapshotError:
        return []
    day_zeros = launches[launches["is_day_zero"]].to_dict("records")
    one_day = events[events["first_day"] == events["last_day"]].to_dict("records")
    return [
        *((t("{app} is launched", app=view.app_name(row["app"])), row["first_day"]) for row in day_zeros),
        *((t.localized(row, "title"), row["first_day"]) for row in one_day),
    ]


@cached_section
def _countries(view: View) -> tuple[list[str], list[str]]:
    """Storefronts with data, then the others; each by name."""
    try:
        with_data = set(view.query_untracked(questions.charts_available).rows["country"])
    except SnapshotError:
        with_data = set()
    by_name = sorted(view.catalog.storefronts, key=view.texts.country)
    return [code for code in by_name if code in with_data], [c for c in by_name if c not in with_data]
