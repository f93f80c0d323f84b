"""App Store rank: rank history with three states, reported places, events."""

import streamlit as st

from dashboard import provenance, questions
from dashboard.choices import choice
from dashboard.figures import rank
from dashboard.look import styles
from dashboard.options import CHOICES
from dashboard.provenance import Exhibit
from dashboard.sentences import rank as say
from dashboard.sentences.charts import chart_name, nearest
from dashboard.session import view

v = view()
t = v.texts
f = v.filters
asked = f.chart_params() | f.day_params()

st.title(t("{country}: rank in {chart}", country=t.country(f.country), chart=chart_name(v, f.chart_params())))

history = v.ask(questions.rank_history, apps=f.apps, each=f.each, **asked)
reported = v.ask(questions.reported_ranks, apps=f.apps, **asked)
coverage = v.ask(questions.coverage, **asked)
summary = v.ask(questions.rank_summary, apps=f.apps, **asked)
events = v.ask(questions.events, country=f.country, apps=f.apps, **f.day_params())

if history.empty and reported.empty:
    near = nearest(v, v.ask(questions.charts_read))
    provenance.empty(
        v, t("Nothing to draw"), t("No reading and no report of this chart in these days."), near
    )
else:
    provenance.draw(
        v,
        Exhibit(
            key="history",
            title=say.rank_title(v, history, reported),
            figure=rank.history(history, reported, events, styles(v), t),
            alt=say.rank_alt(v, summary, reported),
            about=" · ".join([provenance.readings_line(v, coverage), provenance.reports_line(v, reported)]),
            question=questions.rank_history,
            answer=history,
        ),
    )

st.caption(
    t(
        "How to read it: a filled mark is an observed place; a line joins readings of one source on days in a row;"
        " an open mark in the grey band is below the cut-off, the grey line; a dotted bar is a place that somebody"
        " reported, on some day between its ends; a grey triangle is something that happened; where there is nothing,"
        " nobody looked."
    )
)

st.subheader(say.top_title(v, summary), anchor="summary")
choice(v, "sort", t("In the order of"), CHOICES["sort"])
provenance.table(v, "summary", questions.rank_summary, say.in_order(v, summary))

st.subheader(t("Behind the chart"), anchor="behind")
choice(v, "tab", t("Show"), CHOICES["tab"])
if f.tab == "reported":
    provenance.table(v, "reported", questions.reported_ranks, reported)
elif f.tab == "events":
    provenance.table(v, "events", questions.events, events)
else:
    days = v.ask(questions.rank_by_day, apps=f.apps, **asked)
    provenance.table(v, "days", questions.rank_by_day, days)
