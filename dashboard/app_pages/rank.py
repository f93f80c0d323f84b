"""App Store rank: history with three states, what "number one" means, movers."""

import streamlit as st

from dashboard.sections import calendar, countries, first_places, movers, rank
from dashboard.text import identities
from dashboard.text.rank import chart_name
from dashboard.web import downloads
from dashboard.web.parts import part
from dashboard.web.state import current_view

v = current_view()
t = v.texts
f = v.filters

st.title(t("{country}: rank in {chart}", country=t.country(f.country), chart=chart_name(v, f.chart_params())))
for sentence in identities.excluded_ids(v, f.apps):
    st.caption(sentence)
    downloads.record_text(v, t("Names in the store"), [sentence])
part(v, rank.draw)
part(v, first_places.draw)
part(v, movers.draw)
part(v, countries.draw)
part(v, calendar.draw)
part(v, rank.behind)
