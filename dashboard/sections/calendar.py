"""The days of the chart that were read, how deep and by whom."""

import pandas as pd

from dashboard.charts import calendar
from dashboard.sections import missing_data
from dashboard.sections.blocks import Block, Figure, Text
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import calendar as calendar_text
from dashboard.text.calendar import split_by_month
from dashboard.warehouse import questions

KEY = "calendar"


def coverage(view: View) -> list[Block]:
    """A square for each day read, a row for each month; months without any run together."""
    t = view.texts
    figure = _days(view)
    if figure is None:
        reason = t("No reading of this chart in these days.")
        return missing_data.suggest_charts(view, KEY, calendar_text.title(view, pd.DataFrame()), reason)
    legend = t(
        "How to read it: a filled square is a day of which a whole chart was kept, an open one a day of which only the"
        " places of assistants were; the stronger the colour, the more places; a dot is a day that nobody read."
    )
    return [figure, Text(legend, "caption")]


@cached_section
def _days(view: View) -> Figure | None:
    t, f = view.texts, view.filters
    result = view.query(questions.coverage_by_day, **f.chart_day_params())
    days = result.rows
    if days.empty:
        return None
    parts = split_by_month(days, f.since, f.until)
    figure = calendar.calendar(parts, [calendar_text.month_label(view, part) for part in parts], t)
    shown = (
        calendar_text.title(view, days),
        figure,
        calendar_text.alt(view, parts),
        calendar_text.source_line(view, days),
    )
    return Figure(KEY, *shown, result, calendar_text.lead(view, days))
