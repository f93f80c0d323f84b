"""Launch velocity, the whole page: what is known of how fast an assistant launched, as bounds."""

import streamlit as st

from dashboard.domain.options import CHOICES, DAYS, GOALS
from dashboard.sections import disagreements, launches, method, missing_data, velocity
from dashboard.sections.view import View
from dashboard.text.day_zeros import day_zero_effect
from dashboard.warehouse import questions
from dashboard.web import render
from dashboard.web.parts import draw_part
from dashboard.web.widgets import multi_choice, single_choice


def draw(view: View) -> None:
    """Draw the whole page; a part that fails is named in its place."""
    t = view.texts
    _draw_head(view)
    draw_part(view, launches.core)
    _draw_day_zero(view)
    single_choice(view, "goal", t("Downloads to reach"), GOALS, t.compact)
    draw_part(view, launches.time_to)
    draw_part(view, launches.envelopes)
    single_choice(view, "day", t("Days since launch"), DAYS, t.number)
    draw_part(view, launches.race)
    draw_part(view, velocity.speed)
    draw_part(view, velocity.periods)
    draw_part(view, velocity.doubling)
    if not missing_data.missing_data_notice(view, t("Where sources disagree"), "conflicts"):
        draw_part(view, disagreements.draw)
    _draw_launches(view)
    draw_part(view, method.draw)


def _draw_head(view: View) -> None:
    t = view.texts
    st.title(t("Launch velocity"))
    st.markdown(
        t(
            "“A million in 14 days” means at least a million by day 14: a bound, not a point. What is drawn follows"
            " from what a source said, its rounding counted in. Launches are compared only like for like, and only as far"
            " as their bounds allow. The launch day is day 0."
        )
    )


def _draw_day_zero(view: View) -> None:
    """Draw the choices of the race, and what the chosen day 0 does to each assistant."""
    t, f = view.texts, view.filters
    zeros = view.query(questions.day_zero_choices, apps=f.launch_params()["apps"], country=f.country)
    with st.container(border=True):
        _draw_choices(view)
        effect = day_zero_effect(view, zeros.rows)
        st.markdown(effect)
        view.record_text(t("Day 0"), [effect])
        st.caption(
            t(
                "The days of the sidebar hold for events and for downloads of a period. Bounds rest on every claim, for what was"
                " once reached stays reached."
            )
        )
    render.data_expander(view, "day-zeros", zeros, t("Each day 0, with its source"))


def _draw_choices(view: View) -> None:
    t, country = view.texts, view.filters.country
    with st.container(horizontal=True):
        single_choice(view, "day0", t("Day 0"), CHOICES["day0"])
        single_choice(view, "platform", t("Platform"), CHOICES["platform"])
        single_choice(
            view,
            "area",
            t("Where"),
            CHOICES["area"],
            lambda code: t.country(country if code == "country" else code),
        )
        single_choice(view, "races", t("Launches shown"), CHOICES["races"])
        single_choice(view, "scale", t("Scale"), CHOICES["scale"])
        multi_choice(
            view, "benchmarks", t("Launches to measure against"), view.catalog.benchmarks(), view.app_name
        )


def _draw_launches(view: View) -> None:
    result = view.query(questions.launches, apps=view.filters.launch_params()["apps"])
    st.subheader(view.texts("Launch days, and the one that counts as day 0"), anchor="launches")
    render.table_section(view, "launches", result)
