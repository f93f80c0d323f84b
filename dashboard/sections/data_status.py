"""The age of the data, source by source, and the last runs of the project's collector."""

from datetime import datetime

import pandas as pd

from dashboard.domain.clock import utc_now
from dashboard.domain.types import Row
from dashboard.sections.blocks import Block, Heading, ResultTable, Text, bullet_list
from dashboard.sections.view import View
from dashboard.text import data_status as data_status_text
from dashboard.warehouse import questions


def newest_snapshots(view: View) -> list[Block]:
    """One line: the newest snapshot of the country's charts with its age, and when its other sources end."""
    if "charts" in view.warehouse.missing:
        return []
    rows = view.query(questions.country_freshness, country=view.filters.country).rows
    texts = [data_status_text.newest_snapshot(view, rows), data_status_text.other_archives(view, rows)]
    line = " · ".join(text for text in texts if text)
    if rows.empty or rows["cadence"].isna().iloc[0] or not _has_age(view):
        return [Text(line)]
    return [Text(f"{_age_badge(view, rows.iloc[0].to_dict(), utc_now())} {line}")]


def badges(view: View, fresh: pd.DataFrame) -> list[Block]:
    """Each source's age, amber where it is late."""
    if not _has_age(view):
        return []
    now = utc_now()
    rows = fresh.dropna(subset=["cadence"]).to_dict("records")
    return bullet_list(
        f"{_age_badge(view, row, now)} **{row['collection']}**, {data_status_text.cadence_label(view, row, now)}"
        for row in rows
    )


def _has_age(view: View) -> bool:
    """A pinned view and a file stand still: they have no age."""
    return view.filters.as_of is None and not view.whole


def _age_badge(view: View, row: Row, now: datetime) -> str:
    icon, colour = ("schedule", "orange") if data_status_text.is_late(row, now) else ("check", "green")
    return f":{colour}-badge[:material/{icon}: {data_status_text.age_label(view, row, now)}]"


def collected(view: View) -> list[Block]:
    """The newest runs of the collector, and all that it could not take."""
    t = view.texts
    runs = view.query(questions.collector_runs)
    heading = Heading(t("Our own collector"), "collected")
    if runs.rows.empty:
        text = t("Not running on this site yet.")
        return [heading, Text(text, "info")]
    return [heading, ResultTable("collected", runs), *_refusals(view)]


def _refusals(view: View) -> list[Block]:
    t = view.texts
    refused = view.query(questions.rejected_responses)
    count = t.count("{n} rejected answer", "{n} rejected answers", len(refused.rows))
    heading = Heading(count, "refusals")
    if refused.rows.empty:
        return [heading, Text(t("All answers of the last 30 days passed the checks."), "success")]
    note = t("Rejected data is never shown or replaced; the day stays blank.")
    return [heading, Text(note), ResultTable("refusals", refused)]
