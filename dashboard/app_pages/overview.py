"""Overview: what this is, the state of the race, how fresh each source is."""

import streamlit as st

from dashboard.sections import data_status as freshness
from dashboard.sections import missing_data
from dashboard.text import data_status, first_places, launches, rank
from dashboard.text.escaping import escape_markdown
from dashboard.text.rank import chart_name, excluded_ids
from dashboard.warehouse import questions
from dashboard.web import render
from dashboard.web.render import bullet_list
from dashboard.web.state import current_view

v = current_view()
t = v.texts
f = v.filters

st.title("Palmarès")
st.markdown(
    t(
        "The AI-assistant app market, number by number: how fast an assistant launched, where it stands in the"
        " App Store, how it compares. **Every number says who observed or claimed it, when, and how sure it is.**"
    )
)

if not missing_data.missing_data_notice(
    v, t("Four figures everyone quotes, as they can be held"), "milestones", "sources"
):
    result = v.query(questions.headline_figures)
    core = result.rows
    st.subheader(t("Four figures everyone quotes, as they can be held"), anchor="core")
    for column, row in zip(st.columns(max(len(core), 1)), core.to_dict("records"), strict=False):
        with column.container(border=True, height="stretch"):
            st.metric(v.app_name(row["app"]), launches.short_number(v, row))
            st.markdown(launches.core_figure_text(v, row))
            if isinstance(row["conflict_en"], str):
                with st.popover(t("Sources disagree"), icon=":material/flag:", width="stretch"):
                    st.markdown(
                        f"**{escape_markdown(t.localized(row, 'conflict'))}**  \n{escape_markdown(t.localized(row, 'reading'))}"
                    )
    v.record_text(t("Four figures everyone quotes, as they can be held"), launches.core_figure_list(v, core))
    render.data_expander(v, "core", result)

if not missing_data.missing_data_notice(
    v, t("Where they stand in {country}", country=t.country(f.country)), "charts"
):
    result = v.query(questions.latest_ranks, country=f.country, apps=f.apps, **f.day_params())
    places = result.rows
    st.subheader(t("Where they stand in {country}", country=t.country(f.country)), anchor="standing")
    if places.empty:
        st.info(
            t("No reading of any chart of this country in these days. Choose another country or more days.")
        )
    read = [one for _, one in places.groupby(["store", "chart", "category"], sort=False)]
    told = [
        f"**{chart_name(v, one.iloc[0].to_dict())}** — {rank.reading_summary(v, one)}"
        for one in read
        if one["rank"].notna().any()
    ]
    told += excluded_ids(v, f.apps) if told else []
    bullet_list(v, t("Where they stand in {country}", country=t.country(f.country)), told)
    render.data_expander(v, "standing", result)

if not missing_data.missing_data_notice(
    v, t("First places, as they were reported"), "charts", "reported_ranks", "sources"
):
    reported = v.query(questions.first_place_claims, apps=f.apps, **f.chart_params(), **f.day_params())
    of_chart = f"{t.country(f.country)}, {chart_name(v, f.chart_params())}"
    heading = t.label(t("First places, as they were reported"), of_chart)
    st.subheader(heading, anchor="reported")
    nobody = t("Nobody is known to have reported a first place in this chart in these days.")
    bullet_list(v, heading, first_places.describe_claims(v, reported.rows) or [nobody])
    render.data_expander(v, "reported", reported)

if not missing_data.missing_data_notice(v, t("How old the data is"), "charts"):
    fresh = v.query(questions.country_freshness, country=f.country)
    st.subheader(data_status.newest_snapshot(v, fresh.rows), anchor="freshness")
    freshness.badges(v, fresh.rows)
    render.data_expander(v, "freshness", fresh)
