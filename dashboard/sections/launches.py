"""Launches: core figures, days to a number, envelopes, who was ahead."""

import pandas as pd

from dashboard.charts import envelopes as envelopes_chart
from dashboard.charts import time_to as time_to_chart
from dashboard.charts.envelopes import EnvelopeInput
from dashboard.charts.theme import app_styles
from dashboard.domain.options import GOALS
from dashboard.domain.types import Row
from dashboard.sections.blocks import (
    Block,
    Figure,
    Heading,
    ResultTable,
    Text,
    TextTable,
    bullet_list,
    empty_state,
)
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import intervals as intervals_text
from dashboard.text import launches as launches_text
from dashboard.text import race as race_text
from dashboard.text.provenance import claims_line
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult


def core(view: View) -> list[Block]:
    """The core figures of the chosen apps, each with how sure it is and its source."""
    rows = view.query(questions.headline_figures).rows
    bounds = view.query_untracked(questions.milestone_bounds, **view.filters.launch_params()).rows
    days = dict(zip(bounds["claim_id"], bounds["latest_day"], strict=True))
    return bullet_list(
        _describe_core_figure(view, row, days[row["claim_id"]])
        for row in rows[rows["claim_id"].isin(days)].to_dict("records")
    )


def _describe_core_figure(view: View, row: Row, day: int) -> str:
    number = f"**{view.app_name(row['app'])} {launches_text.short_number(view, row)}**"
    by_day = view.texts("by day {day}", day=view.texts.number(day))
    return f"{number}, {by_day} · {launches_text.core_figure_text(view, row)}"


def time_to(view: View) -> list[Block]:
    """The chosen number in a chart, every number in a table."""
    t, f = view.texts, view.filters
    figure, table = _time_to(view)
    title = t("Days to {goal} downloads", goal=t.compact(f.goal))
    remedy = t("Choose other assistants, another number, or launches of every platform and country.")
    nothing = empty_state(title, t("No claim bounds it for these assistants."), remedy)
    legend = t(
        "≤ 14: by day 14 at the latest. 5–7: day 5 at the sources’ word, day 7 even if numbers were rounded up, the"
        " weakest quote is right and the launch fell on the first day of its month. ≈ 47: by about day 47."
        " 18 … 50: not before, not after. > 26: not yet on day 26. Blank: the next number says it. –: no reported figure."
    )
    every_goal = t("Days to each number of downloads")
    ladder = [] if table.empty else [Heading(every_goal, "numbers", 3), TextTable(table, every_goal)]
    return [*([figure] if figure else nothing), *ladder, Text(legend, "caption")]


@cached_section
def _time_to(view: View) -> tuple[Figure | None, pd.DataFrame]:
    """Of the chosen number the section, of every number the table."""
    t, f = view.texts, view.filters
    result = view.query(questions.time_to_goal, goals=GOALS, **f.launch_params())
    answer = result.rows
    table, rows = intervals_text.time_to_table(view, answer, GOALS), intervals_text.filter_goal(view, answer)
    if rows.empty:
        return None, table
    figure = time_to_chart.time_to(
        intervals_text.add_texts(view, rows), app_styles(view, *f.benchmarks), t, f.scale
    )
    about = claims_line(view, rows.dropna(subset=["by_day"]))
    shown = (intervals_text.time_title(view, rows), figure, intervals_text.time_alt(view, rows), about)
    lead = intervals_text.time_lead(view, rows)
    return Figure("first-million", *shown, result, lead), table


def envelopes(view: View) -> list[Block]:
    """Floors and ceilings of the race, with the claims and events of the chosen apps."""
    t = view.texts
    figure, bounds, events = _envelopes(view)
    reason = t("No claim bounds the downloads of these assistants on this platform in this place.")
    nothing = empty_state(t("Downloads by days since launch"), reason, t("Choose all platforms and World."))
    legend = t(
        "One panel an assistant, all on the same axes. Solid step: at least so many, if its source is right. Dashed step: at most so many. Arrow: “at least”. Filled mark: reported;"
        " open mark: estimated; the upright line is what its rounding allows. Dotted line: counts that one"
        " source published together. Faint: another platform or country. Triangle below: an event."
    )
    return [
        *([figure, Text(legend, "caption")] if figure else nothing),
        ResultTable("claims", bounds, t("Every claim, with CSV and SQL")),
        ResultTable("events", events, t("What happened meanwhile")),
    ]


@cached_section
def _envelopes(view: View) -> tuple[Figure | None, QueryResult, QueryResult]:
    """The section, the claims and the events behind it."""
    f = view.filters
    result = view.query(questions.envelopes, **f.launch_params())
    bounds = view.query(questions.milestone_bounds, **f.launch_params())
    race = {name: f.launch_params()[name] for name in ("apps", "day0", "country")}
    known = view.query(questions.launch_events, **race, **f.day_params())
    steps = result.rows
    if not steps["floor"].notna().any():
        return None, bounds, known
    held = launches_text.filter_comparable(view, bounds.rows)
    look = app_styles(view, *f.benchmarks)
    figure = envelopes_chart.envelopes(EnvelopeInput(steps, held, known.rows, look, view.texts, f.scale))
    shown = (intervals_text.envelope_title(view, steps), figure, intervals_text.envelope_alt(view, steps))
    about = claims_line(view, held) if len(held) else ""
    return Figure("bounds", *shown, about, result), bounds, known


def race(view: View) -> list[Block]:
    """Who was ahead on the chosen day: a sentence, and every pair folded under it."""
    t = view.texts
    result = view.query(questions.launch_race, day=view.filters.day, **view.filters.launch_params())
    if result.rows.empty:
        return [Text(f"{t('A race takes two.')} {t('Choose one more assistant.')}", "info")]
    sentence = f"**{race_text.title(view, result.rows)}.** {race_text.nearest_days(view, result.rows)}"
    title = t("Every pair of launches on day {day}", day=t.number(view.filters.day))
    return [Text(sentence.strip()), ResultTable("race", result, title)]
