"""Sentences on what sources disagree about."""

import re
from html import unescape
from typing import Any

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_html, escape_markdown
from dashboard.text.labels import code_label
from dashboard.text.launches import platform_and_country, short_number


def filter_differing(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a statement, of the disagreements that give different numbers of one thing on one day."""
    wide = set(rows[rows["spread"] > 1]["conflict_id"])
    return rows[(rows["copy"] == 1) & rows["conflict_id"].isin(wide)]


def title(view: ViewContext, rows: pd.DataFrame) -> str:
    """The widest disagreement, from the least to the greatest number of one thing on one day."""
    t = view.texts
    widest = rows[rows["spread"] == rows["spread"].max()]
    return t(
        "{what}: {least} to {most}",
        what=escape_markdown(t.localized(widest.iloc[0], "conflict")),
        least=t.compact(widest["value"].min()),
        most=t.compact(widest["value"].max()),
    )


def statement_label(view: ViewContext, row: Row) -> str:
    """The label of one statement: what it says and who over what it counts and when."""
    t = view.texts
    copies = int(row["copies"])
    said = f"<b>{short_number(view, row)}</b> {code_label(t, 'installs') if 'install' in row['metric'] else ''}".strip()
    who = escape_html(row["stated_by"]) + (f" (×{copies})" if copies > 1 else "")
    when = t.partial_date(row["period_end"]) if isinstance(row["period_end"], str) else _days(view, row)
    return f"{said}, {who}<br>{view.app_name(row['app'])}, {when}, {platform_and_country(view, row)}"


def _days(view: ViewContext, row: Row) -> str:
    return view.texts.count("in {n} day", "in {n} days", int(row["days_stated"]))


def alt(view: ViewContext, rows: pd.DataFrame) -> str:
    told = [statement_label(view, row).replace("<br>", ", ") for row in rows.to_dict("records")]
    return view.texts.join_semicolons(unescape(re.sub(r"</?b>", "", one)) for one in told)


def explanations(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Each disagreement with how to read it, and which claims repeat one statement."""
    t = view.texts
    told = []
    for _, mine in rows.groupby("conflict_id", sort=False):
        row = mine.iloc[0]
        told.append(
            f"**{escape_markdown(t.localized(row, 'conflict'))}.** {escape_markdown(t.localized(row, 'reading'))}{_copies_text(view, mine)}"
        )
    return told


def _copies_text(view: ViewContext, rows: pd.DataFrame) -> str:
    """Who repeats whom, where the chain is known."""
    t = view.texts
    chained: Any = rows.dropna(subset=["rests_on"]).groupby("rests_on", sort=False)
    told = [
        t(
            "{papers} rest on one statement: {statement}.",
            papers=t.join(escape_markdown(one) for one in dict.fromkeys(mine["publisher"])),
            statement=escape_markdown(str(on)),
        )
        for on, mine in chained
        if len(mine) > 1
    ]
    return "".join(f" *{said}*" for said in told)
