"""Competitors: one assistant against the others, measure by measure."""

import streamlit as st

from dashboard.exhibits import audience, duels, features, interest, listings, milestones, ratings
from dashboard.session import view

v = view()
t, f = v.texts, v.filters

st.title(t("{app} against its rivals", app=v.name(f.apps[0])))
duels.rivals(v)
duels.draw(v)
audience.draw(v)
milestones.draw(v)
ratings.draw(v)
listings.draw(v)
interest.draw(v)
features.draw(v)
