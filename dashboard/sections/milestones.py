"""Downloads claimed, side by side: by days since launch, or by date."""

from dashboard.charts.milestones import milestones
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES, GOALS
from dashboard.sections import missing_data
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import milestones as milestones_text
from dashboard.text.escaping import strip_tags
from dashboard.text.provenance import claims_line
from dashboard.warehouse import questions
from dashboard.web import render
from dashboard.web.render import ChartSection
from dashboard.web.widgets import single_choice


def draw(view: View) -> None:
    """The numbers each assistant reached, and every claim behind them."""
    t, f = view.texts, view.filters
    single_choice(
        view,
        "align",
        t("Milestones by"),
        CHOICES["align"],
        lambda code: t("days since launch") if code == "launch" else t("date"),
    )
    section = _build_section(view)
    if section is None:
        why = t("No claim bounds the downloads of these assistants on this platform in this place.")
        render.empty_state(t("Milestones side by side"), why, t("Choose other assistants."))
        missing_data.suggest_default_apps(view, "milestones", platform="all", area="world")
    else:
        render.draw(view, section)
    downloads = [metric.id for metric in view.catalog.metrics if metric.axis.startswith("downloads")]
    claims = view.query(questions.milestone_claims, apps=f.apps, metrics=downloads, **f.day_params())
    render.data_expander(
        view,
        "download-claims",
        claims,
        t("Every claim of downloads in these days"),
    )


@cached_section
def _build_section(view: View) -> ChartSection | None:
    f = view.filters
    result = view.query(questions.time_to_goal, goals=GOALS, **f.launch_params() | {"apps": f.apps})
    answer = result.rows
    rows = milestones_text.filter_reached(view, answer)
    if rows.empty:
        return None
    names = milestones_text.app_labels(view, rows)
    figure = milestones(rows, names, app_styles(view), view.texts, f.align)
    shown = (
        milestones_text.title(view, answer),
        figure,
        strip_tags(" ".join(names)),
        claims_line(view, rows),
    )
    return ChartSection("milestones", *shown, result)
