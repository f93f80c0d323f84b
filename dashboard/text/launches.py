"""Sentences on launches and claimed numbers."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.claims import measurer_name, period_text, scope_text, source_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown, link_target
from dashboard.text.labels import code_label

SIGNS = {"at_least": "≥", "about": "≈", "estimate": "≈", "exact": "="}


def filter_comparable(view: ViewContext, rows: pd.DataFrame) -> pd.DataFrame:
    """All rows, or only those of the race where the reader wants equal scopes."""
    return rows if view.filters.races == "every" else rows[rows["race"] == "same"]


def number_text(view: ViewContext, row: Row) -> str:
    """A claimed number with its qualifier: at least 1M; an estimate reads as about."""
    qualifier = "about" if row["qualifier"] == "estimate" else row["qualifier"]
    return f"{code_label(view.texts, qualifier)} {_compact_value(view, row)}"


def short_number(view: ViewContext, row: Row) -> str:
    """A claimed number in short form: ≥ 1M."""
    return f"{SIGNS[row['qualifier']]}\u00a0{_compact_value(view, row)}"


def _compact_value(view: ViewContext, row: Row) -> str:
    """The number alone; lower bounds are never rounded up."""
    floor = row["qualifier"] == "at_least"
    return view.texts.floor(row["value"]) if floor else view.texts.compact(row["value"])


def evidence_text(view: ViewContext, kind: str, source: str, many: bool = False) -> str:
    """The evidence of a bound: whose statement it is, or whose estimate must hold."""
    t = view.texts
    if kind != "estimated":
        return t("says {who}", who=escape_markdown(source))
    singular, plural = t("if {whose} estimate holds"), t("if {whose} estimates hold")
    return (plural if many else singular).format(whose=t.possessive(escape_markdown(source)))


def core_figure_text(view: ViewContext, row: Row) -> str:
    """A core figure in words: number, date, scope, kind and source."""
    t = view.texts
    count = f"{code_label(t, row['qualifier'])} {t.number(row['value'])} {code_label(t, row['unit'])}"
    source = f"**{code_label(t, row['kind'])}** {_source_link(view, row)}"
    return " · ".join([count, _when(view, row), scope_text(t, row), source])


def _source_link(view: ViewContext, row: Row) -> str:
    """The measurer of a core figure and a link to the publisher; once where they are the same."""
    t = view.texts
    measurer, publisher = measurer_name(t, row["stated_by"]), source_name(t, row["publisher"])
    if publisher.startswith(measurer):
        return t("by [{publisher}]({url})", publisher=escape_markdown(publisher), url=link_target(row["url"]))
    fields = {
        "who": escape_markdown(measurer),
        "publisher": escape_markdown(publisher),
        "url": link_target(row["url"]),
    }
    if row["kind"] == "estimated":
        return t("by {who}, as [{publisher}]({url}) repeats it", **fields)
    return t("by {who}, read at [{publisher}]({url})", **fields)


def _when(view: ViewContext, row: Row) -> str:
    t = view.texts
    if pd.notna(row["days_stated"]):
        return t.count("in {n} day", "in {n} days", int(row["days_stated"]))
    return period_text(t, row)
