"""App Store rank: history with three states, what "number one" means, movers."""

import streamlit as st

from dashboard.sections import calendar, countries, first_places, movers, rank
from dashboard.text.rank import chart_name, excluded_ids
from dashboard.web.parts import draw_part
from dashboard.web.state import current_view

v = current_view()
t = v.texts
f = v.filters

st.title(t("{country}: rank in {chart}", country=t.country(f.country), chart=chart_name(v, f.chart_params())))
for sentence in excluded_ids(v, f.apps):
    st.caption(sentence)
    v.record_text(t("Names in the store"), [sentence])
draw_part(v, rank.draw)
draw_part(v, first_places.draw)
draw_part(v, movers.draw)
draw_part(v, countries.draw)
draw_part(v, calendar.draw)
draw_part(v, rank.behind)
