"""Competitors: one assistant against the others, measure by measure."""

import streamlit as st

from dashboard.exhibits import audience, duels, features, interest, listings, lost, milestones, ratings
from dashboard.session import view

v = view()
t, f = v.texts, v.filters

st.title(t("{app} against its rivals", app=v.name(f.apps[0])))
duels.rivals(v)
if not lost.told(v, t("Head to head"), "charts"):
    duels.draw(v)
if not lost.told(v, t("Audience"), "milestones", "sources"):
    audience.draw(v)
if not lost.told(v, t("Milestones side by side"), "milestones", "launches", "sources"):
    milestones.draw(v)
if not lost.told(v, t("Ratings"), "ratings"):
    ratings.draw(v)
listings.draw(v)
interest.draw(v)
if not lost.told(v, t("What each offers and costs"), "features", "sources"):
    features.draw(v)
