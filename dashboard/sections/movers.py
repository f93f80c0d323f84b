"""Movers: one chart at two whole readings that the reader chooses."""

from datetime import datetime

import streamlit as st

from dashboard.charts import movers
from dashboard.charts.theme import app_styles
from dashboard.domain.filters import Filters
from dashboard.domain.options import FIRST, LAST
from dashboard.domain.types import Row
from dashboard.sections import missing_data
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import movers as movers_text
from dashboard.text.labels import code_label
from dashboard.warehouse import questions
from dashboard.web import render, widgets
from dashboard.web.render import ChartSection, bullet_list

PAIR = 2


def draw(view: View) -> None:
    """Both choices, and between them who climbed, fell, came and left."""
    t, f = view.texts, view.filters
    title = t("Movers between two readings")
    moments, names = _whole(view)
    if len(moments) < PAIR:
        why = t(
            "Movers take two readings that kept every place of the chart; these days have {n}.",
            n=len(moments),
        )
        missing_data.suggest_charts(view, "movers", title, why, complete=True)
        return
    columns = st.columns(PAIR)
    with columns[0]:
        _choose(view, "before", t("First reading"), FIRST, names)
    with columns[1]:
        _choose(view, "after", t("Second reading"), LAST, names)
    _notes(view, moments)
    section = _build_section(view)
    if section is None:
        why = t("Both choices are the reading of {moment}.", moment=names[_pair(f, moments)[0]])
        render.empty_state(title, why, t("Choose another reading."))
        return
    render.draw(view, section)
    bullet_list(view, t("Who came and who left"), _came_and_went(view))


@cached_section
def _came_and_went(view: View) -> list[str]:
    section = _build_section(view)
    return list(movers_text.entries_and_exits(view, section.result.rows)) if section else []


@cached_section
def _whole(view: View) -> tuple[list[datetime], dict[datetime, str]]:
    """The readings that kept every place, and their names."""
    f = view.filters
    read = view.query(questions.complete_readings, **f.chart_day_params()).rows
    moments = [moment.to_pydatetime() for moment in read["observed_at"]]
    known = zip(moments, read["time_precision"], strict=True)
    return moments, {moment: view.texts.utc_datetime(moment, precision) for moment, precision in known}


def _choose(view: View, field: str, title: str, standing: str, names: dict[datetime, str]) -> None:
    """A drop-down of the whole readings; the link's own moment stays in it, though it be none of them."""
    t, chosen = view.texts, getattr(view.filters, field)
    odd = [] if isinstance(chosen, str) or chosen in names else [chosen]
    ends = {FIRST: t("the first whole one of these days"), LAST: t("the last whole one of these days")}
    st.selectbox(
        title,
        [standing, *names, *odd],
        format_func=lambda one: ends[one] if isinstance(one, str) else names.get(one) or t.utc_datetime(one),
        **widgets.bind_widget(field, view.catalog),
    )


def _notes(view: View, moments: list[datetime]) -> None:
    """Say where the choice cannot be followed as it stands."""
    t, f = view.texts, view.filters
    for chosen in (f.before, f.after):
        if isinstance(chosen, datetime) and chosen not in moments:
            told = t(
                "No whole reading of this chart in these days is of {moment}.", moment=t.utc_datetime(chosen)
            )
            st.info(f"{told} {t('The first or the last one stands in.')}", icon=":material/info:")
    if _picked(f.before, moments, 0) > _picked(f.after, moments, -1):
        told = t("The second reading chosen is the earlier one: they are shown in order of time.")
        st.info(told, icon=":material/info:")


def _picked(chosen: datetime | str, moments: list[datetime], stand_in: int) -> datetime:
    return chosen if isinstance(chosen, datetime) and chosen in moments else moments[stand_in]


def _pair(f: Filters, moments: list[datetime]) -> list[datetime]:
    """The two readings chosen, the earlier one first."""
    return sorted((_picked(f.before, moments, 0), _picked(f.after, moments, -1)))


@cached_section
def _build_section(view: View) -> ChartSection | None:
    """The comparison; None where both choices are one reading."""
    f = view.filters
    before, after = _pair(f, _whole(view)[0])
    if before == after:
        return None
    read = view.query_untracked(questions.complete_readings, **f.chart_day_params()).rows
    rows = read.set_index("observed_at", drop=False)
    return _compare(view, rows.loc[before].to_dict(), rows.loc[after].to_dict())


def _compare(view: View, before: Row, after: Row) -> ChartSection:
    t = view.texts
    moments = {"before_at": before["observed_at"], "after_at": after["observed_at"]}
    result = view.query(
        questions.movers,
        **view.filters.chart_params(),
        **{name: moment.to_pydatetime() for name, moment in moments.items()},
    )
    answer = result.rows
    rows = movers_text.select_drawn(view, answer)
    labels = [movers_text.app_label(view, row) for row in rows.to_dict("records")]
    depth = max(before["depth"], after["depth"])
    who = t.join(dict.fromkeys((before["collection"], after["collection"])))
    told = [code_label(t, "observed").capitalize(), t("store feeds, recorded by {who}", who=who)]
    told.append(t("drawn: the {n} greatest climbs and falls, and every assistant", n=movers_text.MAX_DRAWN))
    look = app_styles(view, *movers_text.assistant_ids(view))
    return ChartSection(
        key="movers",
        title=movers_text.title(view, answer),
        figure=movers.arrows(rows, labels, depth, look, t) if len(rows) else None,
        alt=movers_text.alt(view, rows),
        about=" · ".join(told),
        result=result,
        lead=movers_text.lead(view, answer, before, after),
    )
