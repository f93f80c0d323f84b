"""The rank history of the chosen assistants in the chosen chart, and what stands behind it."""

from typing import Any

import pandas as pd

from dashboard.charts import rank as rank_chart
from dashboard.charts.rank import RankData
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.sections import missing_data
from dashboard.sections.blocks import Block, Choice, Details, Figure, ResultTable, bullet_list, code_labels
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import rank as rank_text
from dashboard.text import reports
from dashboard.text.escaping import escape_html, escape_markdown
from dashboard.text.provenance import readings_line, reports_line
from dashboard.text.standings import leader
from dashboard.warehouse import questions


def history(view: View) -> list[Block]:
    """Every snapshot, or the last of each day, with reported ranks, events and the days with a snapshot."""
    t = view.texts
    figure = _history(view)
    if figure is None:
        reason = t("No snapshot and no reported rank of this chart in this period.")
        return missing_data.suggest_charts(view, "history", t("No data for this chart"), reason)
    return [figure]


def notes(view: View) -> list[Block]:
    """Which snapshots are drawn, and under which names and ids the store lists the assistants."""
    t = view.texts
    sentences = [*rank_text.excluded_ids(view, view.filters.apps), *filter(None, [_names(view)])]
    each = Choice("each", t("Snapshots drawn"), code_labels(t, CHOICES["each"]))
    return [Details(t("Notes on this chart"), (each, *bullet_list(sentences)))]


@cached_section
def _names(view: View) -> str:
    f = view.filters
    names = view.query(questions.store_names, **f.chart_day_params(), apps=f.apps).rows
    return rank_text.store_names(view, names)


@cached_section
def _history(view: View) -> Figure | None:
    t, f = view.texts, view.filters
    params = f.chart_day_params()
    result = view.query(questions.rank_history, apps=f.apps, each=f.each, **params)
    snapshots = result.rows
    reported = view.query(questions.reported_ranks, apps=f.apps, **params).rows
    if snapshots.empty and reported.empty:
        return None
    coverage = view.query(questions.coverage, **params).rows
    days = view.query(questions.coverage_by_day, **params).rows
    summary = view.query(questions.rank_summary, apps=f.apps, **params).rows
    events = view.query(questions.events, country=f.country, apps=f.apps, **f.day_params()).rows
    styles = app_styles(view)
    return Figure(
        key="history",
        title=rank_text.rank_title(view, snapshots, reported),
        figure=rank_chart.history(
            RankData(snapshots, _spoken(view, reported), events, days, styles, f.apps[0]), t
        ),
        alt=rank_text.rank_alt(view, summary, reported),
        source=" · ".join(_about(view, snapshots, coverage, reported)),
        result=result,
        lead=" ".join([*_leader(view, snapshots), rank_text.lead(view, summary, *_elsewhere(view))]),
        legend=_legend(view, snapshots, reported),
    )


def _leader(view: View, snapshots: pd.DataFrame) -> list[str]:
    """A sentence on who is no. 1 in the newest snapshot, where that is none of the chosen assistants."""
    f = view.filters
    rows = view.query(
        questions.standings, country=f.country, reference=f.country, apps=f.apps, until=f.until
    ).rows
    chart = rows[(rows[["store", "chart", "category"]] == [f.store, f.chart, f.category]).all(axis=1)]
    newest = chart[chart["observed_at"].isin(snapshots["observed_at"])].head(1).to_dict("records")
    return [
        view.texts("No. 1 in the newest snapshot: **{app}**.", app=leader(view, row, escape_markdown))
        for row in newest
        if leader(view, row, escape_markdown) and row["first_app"] not in f.apps
    ]


def _legend(view: View, snapshots: pd.DataFrame, reported: pd.DataFrame) -> str:
    """The key to the marks that the figure has."""
    t = view.texts
    parts = [t("filled mark: observed; line: same source, consecutive days")]
    if (snapshots["state"] == "below").any():
        parts.append(t("open mark: outside the list"))
    if len(reported):
        parts.append(t("bracket below: reported, at some time between its ends"))
    parts.append(t("squares: days with a snapshot, filled where the whole list was kept"))
    return " · ".join(parts)


def _spoken(view: View, reported: pd.DataFrame) -> pd.DataFrame:
    """Each statement once, by its best evidence, with its hover text."""
    spoken = reported[reported["speaks"]]
    return spoken.assign(
        text=[reports.describe_report(view, row, escape_html) for row in spoken.to_dict("records")]
    )


def _chart_apps(view: View) -> dict[str, Any]:
    return view.filters.chart_day_params() | {"apps": view.filters.apps}


def reported(view: View) -> list[Block]:
    """Every reported rank, as a table."""
    result = view.query_untracked(questions.reported_ranks, **_chart_apps(view))
    return [ResultTable("reported", result)]


def events(view: View) -> list[Block]:
    """What happened to the assistants in the period, as a table."""
    f = view.filters
    result = view.query_untracked(questions.events, country=f.country, apps=f.apps, **f.day_params())
    return [ResultTable("events", result)]


def days(view: View) -> list[Block]:
    """The rank of each day, and its summary, as tables."""
    summary = view.query(questions.rank_summary, **_chart_apps(view))
    return [
        ResultTable("days", view.query(questions.rank_by_day, **_chart_apps(view))),
        ResultTable("summary", summary, view.texts("Best and latest ranks")),
    ]


def _about(view: View, history: pd.DataFrame, coverage: pd.DataFrame, reported: pd.DataFrame) -> list[str]:
    """The source line: who read the chart, which of the readings are drawn, who reported ranks."""
    t = view.texts
    parts = [readings_line(view, coverage)]
    if view.filters.each == "daily" and not history.empty:
        drawn = t.number(history["observed_at"].nunique())
        read = t.number(int(coverage["readings"].sum()))
        parts.append(t("drawn: of each day the last snapshot (UTC), {n} of {all}", n=drawn, all=read))
    if len(reported):
        parts.append(reports_line(view, reported))
    if not history.empty and (reported["rank"] > history["depth"].max()).any():
        parts.append(t("↓: a reported place beyond every reading"))
    return parts


def _elsewhere(view: View) -> tuple[str, pd.DataFrame]:
    """The first assistant in the overall chart, or from there in the most read category that ranks it."""
    f = view.filters
    asked = f.chart_day_params() | {"apps": f.apps[:1]}
    if f.category != "all":
        return "all", view.query(questions.rank_summary, **asked | {"category": "all"}).rows
    read = view.query_untracked(questions.charts_available).rows
    here = (read["country"] == f.country) & (read["store"] == f.store) & (read["chart"] == f.chart)
    for category in read[here & (read["category"] != "all")]["category"]:
        summary = view.query_untracked(questions.rank_summary, **asked | {"category": category}).rows
        if summary["best"].notna().any():
            return category, view.query(questions.rank_summary, **asked | {"category": category}).rows
    return "all", pd.DataFrame(columns=["app"])
