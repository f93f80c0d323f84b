"""Sentences on disagreements between sources."""

from html import unescape
from typing import Any

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.claims import scope_text
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_html, escape_markdown, strip_tags
from dashboard.text.labels import code_label
from dashboard.text.launches import short_number


def filter_differing(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per statement, of the disagreements that give different numbers of one thing on one day."""
    conflict_ids = set(rows[rows["spread"] > 1]["conflict_id"])
    return rows[(rows["copy"] == 1) & rows["conflict_id"].isin(conflict_ids)]


def title(view: ViewContext, rows: pd.DataFrame) -> str:
    """The widest disagreement, from its least to its greatest number."""
    t = view.texts
    widest = rows[rows["spread"] == rows["spread"].max()]
    return t(
        "{what}: {least} to {most}",
        what=escape_markdown(t.localized(widest.iloc[0], "conflict")),
        least=t.compact(widest["value"].min()),
        most=t.compact(widest["value"].max()),
    )


def statement_label(view: ViewContext, row: Row) -> str:
    """Label of one statement: number and source, then app, date and scope."""
    t = view.texts
    copies = int(row["copies"])
    unit = f" {code_label(t, 'installs')}" if "install" in row["metric"] else ""
    source = escape_html(row["stated_by"]) + (f" (×{copies})" if copies > 1 else "")
    when = t.partial_date(row["period_end"]) if isinstance(row["period_end"], str) else _days(view, row)
    number, scope = f"<b>{short_number(view, row)}</b>{unit}", scope_text(t, row)
    return f"{number}, {source}<br>{view.app_name(row['app'])}, {when}, {scope}"


def _days(view: ViewContext, row: Row) -> str:
    return view.texts.count("in {n} day", "in {n} days", int(row["days_stated"]))


def alt(view: ViewContext, rows: pd.DataFrame) -> str:
    """Alternative text: every statement."""
    labels = [statement_label(view, row) for row in rows.to_dict("records")]
    return view.texts.join_semicolons(unescape(strip_tags(label, ", ")) for label in labels)


def explanations(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Each disagreement with its explanation, and the claims that repeat one statement."""
    texts = []
    for _, conflict_rows in rows.groupby("conflict_id", sort=False):
        row = conflict_rows.iloc[0]
        conflict, reading = (
            escape_markdown(view.texts.localized(row, stem)) for stem in ("conflict", "reading")
        )
        texts.append(f"**{conflict}.** {reading}{_copies_text(view, conflict_rows)}")
    return texts


def _copies_text(view: ViewContext, rows: pd.DataFrame) -> str:
    """The publishers that repeat one statement, where that is known."""
    t = view.texts
    chained: Any = rows.dropna(subset=["rests_on"]).groupby("rests_on", sort=False)
    sentences = [
        t(
            "{papers} rest on one statement: {statement}.",
            papers=t.join(escape_markdown(publisher) for publisher in dict.fromkeys(copies["publisher"])),
            statement=escape_markdown(str(statement)),
        )
        for statement, copies in chained
        if len(copies) > 1
    ]
    return "".join(f" *{sentence}*" for sentence in sentences)
