"""Competitors: one assistant against the others, measure by measure."""

import streamlit as st

from dashboard import provenance, questions
from dashboard.figures import competitors
from dashboard.look import styles
from dashboard.provenance import Exhibit
from dashboard.sentences import competitors as say
from dashboard.sentences.rank import nearest
from dashboard.session import view

v = view()
t = v.texts
f = v.filters
first, *rivals = f.apps
asked = f.chart_params() | f.day_params()

st.title(t("{app} against its rivals", app=v.name(first)))

duels = v.ask(questions.head_to_head, app=first, rivals=rivals, **asked)
st.subheader(say.duel_title(v, first, duels), anchor="head-to-head")
st.caption(provenance.readings_line(v, v.ask(questions.coverage, **asked)))
provenance.table(v, "head-to-head", questions.head_to_head, duels)

chart = {name: value for name, value in f.chart_params().items() if name != "country"}
places = v.ask(questions.places_by_country, apps=f.apps, **chart, **f.day_params())
if places.empty:
    near = nearest(v, v.ask(questions.charts_read))
    provenance.empty(v, t("Place by country"), t("No country's chart was read in these days."), near)
else:
    provenance.draw(
        v,
        Exhibit(
            key="countries",
            title=say.countries_title(v, places),
            figure=competitors.by_country(places, styles(v), t),
            alt=say.countries_alt(v, places),
            about=say.countries_about(v, places),
            question=questions.places_by_country,
            answer=places,
        ),
    )

for scope in (f.country, "world"):
    users = v.ask(questions.audience, apps=f.apps, scope=scope, **f.day_params())
    for metric, rows in users.groupby("metric", sort=False):
        market = [app for app in rows["app"].unique() if app not in f.apps]
        provenance.draw(
            v,
            Exhibit(
                key=f"{metric}-{scope}",
                title=say.audience_title(v, str(metric), scope, rows),
                figure=competitors.audience(rows, styles(v, *market), t),
                alt=say.audience_alt(v, rows),
                about=provenance.claims_line(v, rows),
                question=questions.audience,
                answer=rows,
            ),
        )

st.subheader(t("Downloads claimed"), anchor="milestones")
metrics = [metric.id for metric in v.catalog.metrics if metric.axis.startswith("downloads")]
claims = v.ask(questions.milestone_claims, apps=f.apps, metrics=metrics, **f.day_params())
provenance.table(v, "milestones", questions.milestone_claims, claims)

st.subheader(t("What each offers and costs"), anchor="features")
features = v.ask(questions.features, apps=f.apps, country=f.country)
provenance.table(v, "features", questions.features, features)
