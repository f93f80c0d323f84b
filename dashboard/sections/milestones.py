"""Downloads claimed, side by side: by days since launch, or by date."""

from dashboard.charts import milestones as milestones_chart
from dashboard.charts.theme import app_styles
from dashboard.domain.options import GOALS
from dashboard.sections import missing_data
from dashboard.sections.blocks import Block, Choice, Figure, ResultTable, empty_state
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import milestones as milestones_text
from dashboard.text.provenance import claims_line
from dashboard.warehouse import questions


def milestones(view: View) -> list[Block]:
    """The numbers each assistant reached, and every figure behind them."""
    t, f = view.texts, view.filters
    metrics = [metric.id for metric in view.catalog.metrics if metric.axis.startswith("downloads")]
    claims = view.query(questions.milestone_claims, apps=f.apps, metrics=metrics, **f.published_params())
    return [
        Choice("align", t("Align by"), {"launch": t("days since launch"), "calendar": t("date")}),
        *_figure_or_reason(view),
        ResultTable("download-claims", claims, t("All published download figures")),
    ]


def _figure_or_reason(view: View) -> list[Block]:
    t, figure = view.texts, _build_figure(view)
    if figure is not None:
        return [figure]
    reason = t("No published figure bounds the downloads of these assistants on this platform in this place.")
    button = missing_data.suggest_default_apps(view, "milestones", platform="all", area="world")
    return [*empty_state(t("Milestones"), reason, t("Choose other assistants.")), button]


@cached_section
def _build_figure(view: View) -> Figure | None:
    f = view.filters
    result = view.query(questions.time_to_goal, goals=GOALS, **f.launch_params() | {"apps": f.apps})
    rows = milestones_text.filter_reached(view, result.rows)
    if rows.empty:
        return None
    groups = milestones_text.row_groups(view, rows)
    texts = (
        milestones_text.title(view, result.rows),
        milestones_chart.milestones(rows, groups, app_styles(view), view.texts, f.align),
        milestones_text.alt(view, rows),
        claims_line(view, rows),
    )
    lead = view.texts(
        "Solid: reached between these two days. Dotted: reached by its mark, no figure below the number is known."
    )
    return Figure("milestones", *texts, result, lead=lead)
