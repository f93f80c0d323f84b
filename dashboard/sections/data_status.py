"""The age of the data, source by source, and the last runs of the project's collector."""

from datetime import datetime

import pandas as pd

from dashboard.domain.clock import utc_now
from dashboard.domain.types import Row
from dashboard.sections.blocks import Block, Heading, ResultTable, Text, bullet_list
from dashboard.sections.view import View
from dashboard.text import data_status as data_status_text
from dashboard.warehouse import questions


def badges(view: View, fresh: pd.DataFrame) -> list[Block]:
    """Each source's age, amber where it is late. A pinned view stands still: it has no age."""
    if view.filters.as_of is not None or view.whole:
        return []
    now = utc_now()
    return bullet_list(_badge(view, row, now) for row in fresh.dropna(subset=["cadence"]).to_dict("records"))


def _badge(view: View, row: Row, now: datetime) -> str:
    icon, colour = ("schedule", "orange") if data_status_text.is_late(row, now) else ("check", "green")
    badge = f":{colour}-badge[:material/{icon}: {data_status_text.age_label(view, row, now)}]"
    return f"{badge} **{row['collection']}**, {data_status_text.cadence_label(view, row)}"


def collected(view: View) -> list[Block]:
    """The newest runs of the collector, and all that it could not take."""
    t = view.texts
    runs = view.query(questions.collector_runs)
    heading = Heading(t("What our own collector asked for of late"), "collected")
    if runs.rows.empty:
        text = t("It has not run here yet. `make collect` reads today’s charts and keeps them.")
        return [heading, Text(text, "info")]
    return [heading, ResultTable("collected", runs), *_refusals(view)]


def _refusals(view: View) -> list[Block]:
    t = view.texts
    refused = view.query(questions.rejected_responses)
    count = t.count("{n} answer not taken", "{n} answers not taken", len(refused.rows))
    heading = Heading(count, "refusals")
    if refused.rows.empty:
        return [heading, Text(t("Every answer of the last thirty days was taken."), "success")]
    note = t("What fails a check is not shown, and nothing is put in its place: the day stays open.")
    return [heading, Text(note), ResultTable("refusals", refused)]
