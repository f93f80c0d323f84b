"""Launch velocity: what is known of how fast an assistant launched, as bounds."""

import streamlit as st

from dashboard.domain.options import CHOICES, DAYS, GOALS
from dashboard.sections import disagreements, launches, method, missing_data, velocity
from dashboard.text import day_zeros as day_zeros_text
from dashboard.warehouse import questions
from dashboard.web import render
from dashboard.web.parts import draw_part
from dashboard.web.state import current_view
from dashboard.web.widgets import multi_choice, single_choice

v = current_view()
t = v.texts
f = v.filters

st.title(t("Launch velocity"))
st.markdown(
    t(
        "“A million in 14 days” means at least a million by day 14: a bound, not a point. What is drawn follows"
        " from what a source said, its rounding counted in. Launches are compared only like for like, and only as far"
        " as their bounds allow. The launch day is day 0."
    )
)
draw_part(v, launches.core)

zeros = v.query(questions.day_zero_choices, apps=f.launch_params()["apps"], country=f.country)
with st.container(border=True):
    with st.container(horizontal=True):
        single_choice(v, "day0", t("Day 0"), CHOICES["day0"])
        single_choice(v, "platform", t("Platform"), CHOICES["platform"])
        single_choice(
            v,
            "area",
            t("Where"),
            CHOICES["area"],
            lambda code: t.country(f.country if code == "country" else code),
        )
        single_choice(v, "races", t("Launches shown"), CHOICES["races"])
        single_choice(v, "scale", t("Scale"), CHOICES["scale"])
        multi_choice(v, "benchmarks", t("Launches to measure against"), v.catalog.benchmarks(), v.app_name)
    counted_from = day_zeros_text.day_zero_effect(v, zeros.rows)
    st.markdown(counted_from)
    v.record_text(t("Day 0"), [counted_from])
    st.caption(
        t(
            "The days of the sidebar hold for events and for downloads of a period. Bounds rest on every claim, for what was"
            " once reached stays reached."
        )
    )
render.data_expander(v, "day-zeros", zeros, t("Each day 0, with its source"))

single_choice(v, "goal", t("Downloads to reach"), GOALS, t.compact)
draw_part(v, launches.time_to)
draw_part(v, launches.envelopes)
single_choice(v, "day", t("Days since launch"), DAYS, t.number)
draw_part(v, launches.race)
draw_part(v, velocity.speed)
draw_part(v, velocity.periods)
draw_part(v, velocity.doubling)
if not missing_data.missing_data_notice(v, t("Where sources disagree"), "conflicts"):
    draw_part(v, disagreements.draw)

held = v.query(questions.launches, apps=f.launch_params()["apps"])
st.subheader(t("Launch days, and the one that counts as day 0"), anchor="launches")
render.table_section(v, "launches", held)
draw_part(v, method.draw)
