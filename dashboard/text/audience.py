"""Titles, labels and sentences on users of assistants."""

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
from dashboard.text.escaping import Escape, escape_html, escape_markdown, escape_plain
from dashboard.text.labels import catalog_label, code_label
from dashboard.text.launches import number_text, short_number

BEST_EVIDENCE, WEAKER_EVIDENCE = 1, 2  # values of `place`: see queries/audience.sql
Panel = tuple[str, str, str]


def title(view: ViewContext, country: str, rows: pd.DataFrame) -> str:
    """Title: the metric, the country, and each app's claims on the best evidence."""
    t, metric = view.texts, catalog_label(view.catalog, view.texts, "metrics", view.filters.metric)
    claims = t.join_semicolons(_group_by_source(view, _claims_in_order(view, rows, BEST_EVIDENCE)))
    return t("{what}, {where}: {list}", what=metric, where=t.country(country), list=claims)


def weaker_evidence(view: ViewContext, rows: pd.DataFrame) -> str:
    """Claims newer than the best evidence but on weaker evidence, with their dates; empty where there are none."""
    claims = _group_by_source(view, _claims_in_order(view, rows, WEAKER_EVIDENCE), with_publisher=True)
    text = view.texts("Newer, on weaker evidence: {list}.", list=view.texts.join_semicolons(claims))
    return text if claims else ""


def _claims_in_order(view: ViewContext, rows: pd.DataFrame, place: int) -> list[Row]:
    """Claims of one `place` (a column of queries/audience.sql), the best tier first, then in the reader's order of apps."""
    order = {app: number for number, app in enumerate(view.filters.apps)}
    claims = rows[rows["app"].isin(order) & (rows["place"] == place)]
    ordered = claims.assign(turn=claims["app"].map(order)).sort_values(["tier", "turn"], kind="stable")
    return [dict(row) for row in ordered.to_dict("records")]


def _group_by_source(view: ViewContext, rows: list[Row], *, with_publisher: bool = False) -> list[str]:
    """Numbers with their source and period; neighbours of one source are joined."""
    t = view.texts

    def describe_source(row: Row) -> str:
        source = escape_markdown(measured_and_published(t, row) if with_publisher else measured_by(t, row))
        return ", ".join([source, *qualifiers(view, row), period_text(t, row)])

    def describe_number(row: Row) -> str:
        return f"{view.app_name(row['app'])} {number_text(view, row)}"

    return [
        f"{t.join(map(describe_number, group))} ({source})"
        for source, group in groupby(rows, describe_source)
    ]


def qualified_number(view: ViewContext, row: Row, escape: Escape = escape_markdown) -> str:
    """A number with everything that narrows it: unit, platform, country, population."""
    return ", ".join([number_text(view, row), *qualifiers(view, row, escape)])


def qualifiers(view: ViewContext, row: Row, escape: Escape = escape_markdown) -> list[str]:
    """Unit, platform, country and population of a claim, each only where it is not the default (all users)."""
    unit = [] if row["unit"] == "users" and row["stated_by"] != UNNAMED else [_unit(view, row)]
    population = [row["population"]] if isinstance(row["population"], str) else []
    labels = [escape(code_label(view.texts, code)) for code in population]
    return [*unit, *scope_exceptions(view.texts, row), *labels]


def _unit(view: ViewContext, row: Row) -> str:
    """The unit's name; a claim whose measurer is not named does not state it."""
    if row["stated_by"] == UNNAMED:
        return view.texts("what is counted is not said")
    return code_label(view.texts, row["unit"])


def panel_titles(view: ViewContext, rows: pd.DataFrame) -> dict[Panel, str]:
    """The title of each panel: measurer, unit, platform; the best tier first."""
    t = view.texts
    panels = rows.sort_values("tier", kind="stable").drop_duplicates(["stated_by", "unit", "platform"])
    titles: dict[Panel, str] = {}
    for row in panels.to_dict("records"):
        scope = ", ".join([_unit(view, row), *scope_exceptions(t, row)])
        measurer = escape_html(measurer_name(t, row["stated_by"]))
        titles[row["stated_by"], row["unit"], row["platform"]] = f"<b>{measurer}</b> ({scope})"
    return titles


def hover_texts(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """The hover text of each row: number, scope, period, kind, measurer and publisher."""
    t = view.texts
    return [
        f"{qualified_number(view, row, escape_html)}<br>{period_text(t, row)}, {code_label(t, row['kind'])}<br>{escape_html(measured_and_published(t, row))}"
        for row in rows.to_dict("records")
    ]


def short_numbers(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Each claim's number in short form, floors as floors: ≥ 1M."""
    return [short_number(view, row) for row in rows.to_dict("records")]


def alt(view: ViewContext, rows: pd.DataFrame) -> str:
    """Alternative text: every claim with its period, scope and measurer."""
    t = view.texts
    parts = [
        t.label(
            f"{view.app_name(row['app'])}, {period_text(t, row)}",
            f"{qualified_number(view, row, escape_plain)} ({escape_plain(measured_by(t, row))})",
        )
        for row in rows.to_dict("records")
    ]
    return t.join_semicolons(parts)
