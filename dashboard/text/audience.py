"""Sentences on users."""

from collections.abc import Callable
from itertools import groupby

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.claims import (
    UNNAMED,
    measured_and_published,
    measured_by,
    measurer_name,
    period_text,
    scope_exceptions,
)
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_html, escape_markdown, escape_plain
from dashboard.text.labels import catalog_label, code_label
from dashboard.text.launches import number_text, short_number

BEST_EVIDENCE, WEAKER_EVIDENCE = 1, 2  # places of an app's claims: queries/audience.sql
Escape = Callable[[str], str]
Panel = tuple[str, str, str]


def title(view: ViewContext, place: str, rows: pd.DataFrame) -> str:
    """The best evidence of each assistant's number of one metric in one place: who measured it, and of when."""
    t, what = view.texts, catalog_label(view.catalog, view.texts, "metrics", view.filters.metric)
    told = t.join_semicolons(_group_by_source(view, _claims_in_order(view, rows, BEST_EVIDENCE)))
    return t("{what}, {where}: {list}", what=what, where=t.country(place), list=told)


def weaker_evidence(view: ViewContext, rows: pd.DataFrame) -> str:
    """What is newer than the best evidence and rests on weaker, with its date; nothing where nothing is."""
    told = _group_by_source(view, _claims_in_order(view, rows, WEAKER_EVIDENCE), read=True)
    return (
        view.texts("Newer, on weaker evidence: {list}.", list=view.texts.join_semicolons(told))
        if told
        else ""
    )


def _claims_in_order(view: ViewContext, rows: pd.DataFrame, place: int) -> list[Row]:
    """Claims of one place, the best evidence first, then in the reader's order."""
    order = {app: number for number, app in enumerate(view.filters.apps)}
    mine = rows[rows["app"].isin(order) & (rows["place"] == place)]
    ranked = mine.assign(turn=mine["app"].map(order)).sort_values(["tier", "turn"], kind="stable")
    return [dict(row) for row in ranked.to_dict("records")]


def _group_by_source(view: ViewContext, rows: list[Row], *, read: bool = False) -> list[str]:
    """Numbers with who measured them and of when; those that follow each other with one source are said together."""
    t = view.texts

    def told(row: Row) -> str:
        who = escape_markdown(measured_and_published(t, row) if read else measured_by(t, row))
        return ", ".join([who, *qualifiers(view, row), period_text(t, row)])

    def named(row: Row) -> str:
        return f"{view.app_name(row['app'])} {number_text(view, row)}"

    return [f"{t.join(map(named, same))} ({who})" for who, same in groupby(rows, told)]


def qualified_number(view: ViewContext, row: Row, escape: Escape = escape_markdown) -> str:
    """A number with all that narrows it."""
    return ", ".join([number_text(view, row), *qualifiers(view, row, escape)])


def qualifiers(view: ViewContext, row: Row, escape: Escape = escape_markdown) -> list[str]:
    """What is counted, on which platform, of whom: whatever is not all users."""
    unit = [] if row["unit"] == "users" and row["stated_by"] != UNNAMED else [_unit(view, row)]
    whom = [escape(code_label(view.texts, row["population"]))] if isinstance(row["population"], str) else []
    return [*unit, *scope_exceptions(view.texts, row), *whom]


def _unit(view: ViewContext, row: Row) -> str:
    """What is counted; a source that does not name the measurer does not say it either."""
    return (
        view.texts("what is counted is not said")
        if row["stated_by"] == UNNAMED
        else code_label(view.texts, row["unit"])
    )


def panel_titles(view: ViewContext, rows: pd.DataFrame) -> dict[Panel, str]:
    """The words above each panel: who measured its numbers, what is counted, on which platform; the best first."""
    t = view.texts
    panels = rows.sort_values("tier", kind="stable").drop_duplicates(["stated_by", "unit", "platform"])
    return {
        (
            row["stated_by"],
            row["unit"],
            row["platform"],
        ): f"<b>{escape_html(measurer_name(t, row['stated_by']))}</b> "
        f"({', '.join([_unit(view, row), *scope_exceptions(t, row)])})"
        for row in panels.to_dict("records")
    }


def hover_texts(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """What the pointer meets at each mark: number, scope, period, who measured it, where it was read."""
    t = view.texts
    return [
        f"{qualified_number(view, row, escape_html)}<br>{period_text(t, row)}, {code_label(t, row['kind'])}<br>{escape_html(measured_and_published(t, row))}"
        for row in rows.to_dict("records")
    ]


def short_numbers(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Each number in few signs, floors as floors."""
    return [short_number(view, row) for row in rows.to_dict("records")]


def alt(view: ViewContext, rows: pd.DataFrame) -> str:
    t = view.texts
    told = [
        t.label(
            f"{view.app_name(row['app'])}, {period_text(t, row)}",
            f"{qualified_number(view, row, escape_plain)} ({escape_plain(measured_by(t, row))})",
        )
        for row in rows.to_dict("records")
    ]
    return t.join_semicolons(told)


def strip_tags(label: str) -> str:
    """A label of a figure without its markup, for those who do not see it."""
    return label.replace("<br>", " ").replace("<b>", "").replace("</b>", "")
