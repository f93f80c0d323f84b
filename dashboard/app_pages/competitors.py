"""Competitors: one assistant against the others, measure by measure."""

import streamlit as st

from dashboard.sections import (
    audience,
    features,
    head_to_head,
    interest,
    listings,
    milestones,
    missing_data,
    ratings,
)
from dashboard.web.parts import draw_part
from dashboard.web.state import current_view

v = current_view()
t, f = v.texts, v.filters

st.title(t("{app} against its rivals", app=v.app_name(f.apps[0])))
draw_part(v, head_to_head.pick_rivals)
if not missing_data.missing_data_notice(v, t("Head to head"), "charts"):
    draw_part(v, head_to_head.draw)
if not missing_data.missing_data_notice(v, t("Audience"), "milestones", "sources"):
    draw_part(v, audience.draw)
if not missing_data.missing_data_notice(v, t("Milestones side by side"), "milestones", "launches", "sources"):
    draw_part(v, milestones.draw)
if not missing_data.missing_data_notice(v, t("Ratings"), "ratings"):
    draw_part(v, ratings.draw)
draw_part(v, listings.draw)
draw_part(v, interest.draw)
if not missing_data.missing_data_notice(v, t("What each offers and costs"), "features", "sources"):
    draw_part(v, features.draw)
