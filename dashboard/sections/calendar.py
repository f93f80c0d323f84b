"""The days of the chart that were read, how deep and by whom."""

import pandas as pd
import streamlit as st

from dashboard.charts import calendar
from dashboard.sections import missing_data
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import calendar as calendar_text
from dashboard.text.calendar import split_by_month
from dashboard.warehouse import questions
from dashboard.web import render
from dashboard.web.render import ChartSection

KEY = "calendar"


def draw(view: View) -> None:
    """A square for each day read, a row for each month; months without any run together."""
    t = view.texts
    section = _days(view)
    if section is None:
        why = t("No reading of this chart in these days.")
        missing_data.suggest_charts(view, KEY, calendar_text.title(view, pd.DataFrame()), why)
        return
    render.draw(view, section)
    st.caption(
        t(
            "How to read it: a filled square is a day of which a whole chart was kept, an open one a day of which only the"
            " places of assistants were; the stronger the colour, the more places; a dot is a day that nobody read."
        )
    )


@cached_section
def _days(view: View) -> ChartSection | None:
    t, f = view.texts, view.filters
    result = view.query(questions.coverage_by_day, **f.chart_day_params())
    coverage = result.rows
    if coverage.empty:
        return None
    parts = split_by_month(coverage, f.since, f.until)
    figure = calendar.calendar(parts, [calendar_text.month_label(view, part) for part in parts], t)
    shown = (
        calendar_text.title(view, coverage),
        figure,
        calendar_text.alt(view, parts),
        calendar_text.source_line(view, coverage),
    )
    return ChartSection(KEY, *shown, result, calendar_text.lead(view, coverage))
