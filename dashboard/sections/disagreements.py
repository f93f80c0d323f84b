"""Quantities on which sources differ."""

from dashboard.charts import disagreements as disagreements_chart
from dashboard.charts.theme import app_styles
from dashboard.sections.blocks import Block, Figure, Heading, ResultTable, Text, bullet_list, empty_state
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import disagreements as disagreements_text
from dashboard.text.labels import catalog_label
from dashboard.text.provenance import claims_line
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult

COUNTED = ("downloads_cumulative", "downloads_in_period", "installs_play_bucket")


def disagreements(view: View) -> list[Block]:
    """Every disagreement on downloads of the chosen apps, side by side, with definitions."""
    t = view.texts
    figure, result, explanations = _build(view)
    title = t("Where sources disagree")
    if result.rows.empty:
        reason = t("No disagreement between sources is known on these assistants.")
        return empty_state(title, reason, t("Choose other assistants."))
    table = ResultTable("disagreements", result, t("Data, CSV and SQL"))
    head: list[Block] = [figure] if figure else [Heading(title, "disagreements"), table]
    return [*head, *bullet_list(explanations), *_definitions(view, result)]


def _definitions(view: View, result: QueryResult) -> list[Block]:
    """What each metric of the rows counts."""
    t, metrics = view.texts, {metric.id: metric for metric in view.catalog.metrics}
    return [
        Text(
            f"**{catalog_label(view.catalog, t, 'metrics', name)}**. {t.localized(metrics[name], 'means')}",
            "caption",
        )
        for name in dict.fromkeys(result.rows["metric"])
    ]


@cached_section
def _build(view: View) -> tuple[Figure | None, QueryResult, list[str]]:
    """The chart section where two differ, every statement, and how to read them."""
    f = view.filters
    result = view.query(questions.disagreements, apps=f.launch_params()["apps"], metrics=COUNTED)
    answer = result.rows
    readings, rows = (
        disagreements_text.explanations(view, answer),
        disagreements_text.filter_differing(answer),
    )
    if rows.empty:
        return None, result, readings
    names = [disagreements_text.statement_label(view, row) for row in rows.to_dict("records")]
    figure = disagreements_chart.side_by_side(rows, names, app_styles(view, *f.benchmarks), view.texts)
    shown = (
        disagreements_text.title(view, rows),
        figure,
        disagreements_text.alt(view, rows),
        claims_line(view, answer),
    )
    return Figure("disagreements", *shown, result), result, readings
