"""Sentences on ranks before and after an event (columns: see queries/before_after.sql)."""

from datetime import date

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.changes import describe_rank
from dashboard.text.claims import source_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown, markdown_link
from dashboard.text.rank import chart_name


def option(view: ViewContext, row: Row) -> str:
    """An event by its date and title, for a list (columns: see queries/events.sql)."""
    t = view.texts
    return t.label(t.partial_date(row["happened_on"]), t.localized(row, "title"))


def event_text(view: ViewContext, row: Row) -> str:
    """An event with its source and note."""
    t = view.texts
    title, note = (escape_markdown(t.localized(row, name)) for name in ("title", "note"))
    link = markdown_link(source_name(t, row["publisher"]), row["url"])
    text = t.label(f"**{t.partial_date(row['happened_on'])}**", title)
    return f"{text} ({link}). {note}".strip()


def rank_sentences(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """For each assistant its rank on the last day before the event and on the first day after it."""
    return [_describe(view, row) for row in rows.to_dict("records")]


def _describe(view: ViewContext, row: Row) -> str:
    t = view.texts
    text = t.join_semicolons([_side(view, row, "before"), _side(view, row, "after")])
    return f"{t.label('**' + view.app_name(row['app']) + '**', text)}."


def _side(view: ViewContext, row: Row, side: str) -> str:
    t = view.texts
    if pd.isna(row[f"{side}_day"]):
        return t("no snapshot before") if side == "before" else t("no snapshot after")
    rank = describe_rank(t, row[f"{side}_rank"], row[f"{side}_depth"])
    text = t("{rank} on {day}", rank=rank, day=t.day(row[f"{side}_day"]))
    best, days = row[f"best_{side}"], t.day_count(int(row[f"days_{side}"]))
    if pd.isna(best) or row[f"days_{side}"] == 1:
        return text
    return t("{ranks} (best {best} of {days})", ranks=text, best=t.ordinal(int(best)), days=days)


def no_snapshot(view: ViewContext, first: date, last: date) -> str:
    """The notice that no day of the window has a snapshot of the chart."""
    t = view.texts
    return t("{chart}: no snapshot from {days}.", chart=window_chart(view), days=t.days(first, last))


def window_chart(view: ViewContext) -> str:
    """The country and the chart of a view."""
    return f"{view.texts.country(view.filters.country)}, {chart_name(view, view.filters.chart_params())}"


def unknown_event(view: ViewContext) -> str:
    """The notice that the link names an event that is not there."""
    return view.texts(
        "There is no event “{event}” for these assistants in this country. Choose one above.",
        event=escape_markdown(view.filters.event),
    )
