"""Competitors: one assistant against the others, measure by measure."""

from functools import partial

import streamlit as st

from dashboard import provenance, questions
from dashboard.choices import choice
from dashboard.figures import competitors
from dashboard.look import styles
from dashboard.options import CHOICES
from dashboard.provenance import Exhibit
from dashboard.sentences import competitors as say
from dashboard.sentences.charts import nearest
from dashboard.session import view
from dashboard.words import term

v = view()
t, f = v.texts, v.filters
first = f.apps[0]
asked = f.chart_params() | f.day_params()

st.title(t("{app} against its rivals", app=v.name(first)))

duels = v.ask(questions.head_to_head, apps=f.apps, **asked)
duels = duels[duels["app"] == first]
st.subheader(say.duel_title(v, first, duels), anchor="head-to-head")
st.caption(provenance.readings_line(v, v.ask(questions.coverage, **asked)))
provenance.table(v, "head-to-head", questions.head_to_head, duels)

chart = {name: value for name, value in f.chart_params().items() if name != "country"}
places = v.ask(questions.places_by_country, apps=f.apps, **chart, **f.day_params())
if places.empty:
    why = t("No country's chart was read in these days.")
    provenance.empty(v, t("Place by country"), why, nearest(v, v.quietly(questions.charts_read)))
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

metrics = partial(term, v.catalog, t, "metrics")
choice(v, "metric", t("Audience"), CHOICES["metric"], metrics)
for scope in (f.country, "world"):
    users = v.ask(questions.audience, apps=f.apps, metric=f.metric, scope=scope, **f.day_params())
    if users.empty:
        where = f"{metrics(f.metric)}, {t.country(scope)}"
        provenance.empty(
            v, where, t("Nobody is known to have published it in these days."), t("Choose more days.")
        )
        continue
    market = [app for app in users["app"].unique() if app not in f.apps]
    provenance.draw(
        v,
        Exhibit(
            key=f"{f.metric}-{scope}",
            title=say.audience_title(v, scope, users),
            figure=competitors.audience(users, styles(v, *market), t),
            alt=say.audience_alt(v, users),
            about=provenance.claims_line(v, users),
            question=questions.audience,
            answer=users,
        ),
    )

st.subheader(t("Downloads claimed"), anchor="milestones")
downloads = [metric.id for metric in v.catalog.metrics if metric.axis.startswith("downloads")]
claims = v.ask(questions.milestone_claims, apps=f.apps, metrics=downloads, **f.day_params())
provenance.table(v, "milestones", questions.milestone_claims, claims)

st.subheader(t("What each offers and costs"), anchor="features")
features = v.ask(questions.features, apps=f.apps, country=f.country)
provenance.table(v, "features", questions.features, features)
