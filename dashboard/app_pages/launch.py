"""Launch velocity: milestones as bounds by days since launch."""

import streamlit as st

from dashboard import provenance, questions
from dashboard.choices import choice
from dashboard.figures import launch
from dashboard.filters import CHOICES, GOALS
from dashboard.look import styles
from dashboard.provenance import Exhibit
from dashboard.sentences import launch as say
from dashboard.session import view

v = view()
t = v.texts
f = v.filters
look = styles(v)

st.title(t("Launch velocity"))
st.markdown(
    t(
        "“A million in 14 days” means at least a million by day 14: a bound, not a point. Each mark is a claim;"
        " nothing is drawn between claims. Days are counted from the launch day, which is day 0."
    )
)

with st.container(horizontal=True):
    choice(v, "goal", t("Downloads to reach"), GOALS, t.compact)
    choice(v, "day0", t("Day 0"), CHOICES["day0"])
    choice(v, "scale", t("Scale"), CHOICES["scale"])

race = v.ask(questions.time_to, apps=f.apps, day0=f.day0, threshold=f.goal)
if race.empty:
    provenance.empty(
        v,
        t("Days to {goal} downloads", goal=t.compact(f.goal)),
        t("No claim bounds it for these assistants."),
        t("Choose other assistants."),
    )
else:
    names = [say.runner(v, row) for row in race.to_dict("records")]
    provenance.draw(
        v,
        Exhibit(
            key="first-million",
            title=say.race(v, race),
            figure=launch.time_to(race, names, look, t, f.scale),
            alt=say.race_alt(v, race),
            about=provenance.claims_line(v, race.dropna(subset=["by_day"])),
            question=questions.time_to,
            answer=race,
        ),
    )

bounds = v.ask(questions.milestone_bounds, apps=f.apps, day0=f.day0, **f.day_params())
if bounds.empty:
    provenance.empty(
        v, t("Downloads by days since launch"), t("No claim in these days."), t("Choose more days.")
    )
else:
    provenance.draw(
        v,
        Exhibit(
            key="bounds",
            title=say.bounds_title(v, bounds),
            figure=launch.bounds(bounds, look, t, f.scale),
            alt=say.bounds_alt(v, bounds),
            about=provenance.claims_line(v, bounds),
            question=questions.milestone_bounds,
            answer=bounds,
        ),
    )

launches = v.ask(questions.launches, apps=f.apps)
st.subheader(t("Launch days, and the one that counts as day 0"), anchor="launches")
provenance.table(v, "launches", questions.launches, launches)
