"""Velocity: averages a day, downloads of periods, doubling times."""

from typing import Any

from dashboard.charts import velocity as velocity_chart
from dashboard.charts.theme import app_styles
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
from dashboard.sections.parts import build_part
from dashboard.sections.view import View
from dashboard.text import velocity as velocity_text
from dashboard.text.launches import filter_comparable
from dashboard.text.provenance import claims_line
from dashboard.warehouse import questions

COUNTED = ("downloads_cumulative", "wau", "mau")


def velocity(view: View) -> list[Block]:
    """Averages a day, downloads of periods, doubling times."""
    return [block for build in (speed, periods, doubling) for block in build_part(view, build)]


def speed(view: View) -> list[Block]:
    """Average downloads a day between two bounds, as a table."""
    t = view.texts
    result = view.query(questions.average_rates, **_race(view))
    rows = filter_comparable(view, result.rows)
    if rows.empty:
        reason = t("No claim bounds the downloads of these assistants on this platform in this place.")
        return empty_state(t("Averages since launch"), reason, t("Choose all platforms and World."))
    title = velocity_text.speed_title(view, rows)
    return [
        Heading(title, "speed"),
        TextTable(velocity_text.speed_table(view, rows), t("Averages since launch")),
        Text(claims_line(view, rows), "caption"),
        ResultTable("speed", result, t("Data, CSV and SQL")),
    ]


def _race(view: View) -> dict[str, Any]:
    """Whose downloads, on which platform and where: day 0 moves no average and no period."""
    return {name: view.filters.launch_params()[name] for name in ("apps", "platform", "scope")}


def periods(view: View) -> list[Block]:
    """Downloads of a month, a quarter, a day, over their true days."""
    t, figure = view.texts, _periods(view)
    if figure is None:
        reason = t("No source gives the downloads of a period up to then, on this platform in this place.")
        remedy = t("Choose more days, or all platforms and World.")
        return empty_state(t("Downloads of a period"), reason, remedy)
    return [figure]


@cached_section
def _periods(view: View) -> Figure | None:
    t, f = view.texts, view.filters
    result = view.query(questions.period_downloads, **_race(view), **f.published_params())
    answer = result.rows
    rows = answer[(answer["copy"] == 1) & (answer["race"] == "same") & answer["first_day"].notna()]
    if rows.empty:
        return None
    figure = velocity_chart.periods(rows, app_styles(view, *f.benchmarks), t)
    about = " · ".join(
        filter(None, [claims_line(view, rows), velocity_text.excluded_periods(view, answer, rows)])
    )
    shown = (velocity_text.period_title(view, rows), figure, velocity_text.period_alt(view, rows), about)
    return Figure("periods", *shown, result)


def doubling(view: View) -> list[Block]:
    """Doubling times where three counts of one series allow them."""
    t = view.texts
    result = view.query(questions.doubling_times, apps=view.filters.launch_params()["apps"], metrics=COUNTED)
    sentences = velocity_text.doubling_lines(view, result.rows)
    table = ResultTable("doubling", result, t("Data, CSV and SQL"))
    return [Heading(t("Doubling time"), "doubling"), *bullet_list(sentences), table]
