"""Competitors: one assistant against the others, measure by measure."""

import streamlit as st

from dashboard.current_view import current_view
from dashboard.exhibits import audience, duels, features, interest, listings, lost, milestones, ratings
from dashboard.parts import part

v = current_view()
t, f = v.texts, v.filters

st.title(t("{app} against its rivals", app=v.app_name(f.apps[0])))
part(v, duels.rivals)
if not lost.told(v, t("Head to head"), "charts"):
    part(v, duels.draw)
if not lost.told(v, t("Audience"), "milestones", "sources"):
    part(v, audience.draw)
if not lost.told(v, t("Milestones side by side"), "milestones", "launches", "sources"):
    part(v, milestones.draw)
if not lost.told(v, t("Ratings"), "ratings"):
    part(v, ratings.draw)
part(v, listings.draw)
part(v, interest.draw)
if not lost.told(v, t("What each offers and costs"), "features", "sources"):
    part(v, features.draw)
