"""Titles, labels and sentences on users of assistants."""

from collections.abc import Iterable
from itertools import groupby

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.claims import (
    UNNAMED,
    WEAKEST_TIER,
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
from dashboard.text.translator import Translator

BEST_EVIDENCE, WEAKER_EVIDENCE = 1, 2  # values of `place`: see queries/audience.sql
COUNTED = [
    "weak",
    "unit",
    "platform",
    "population",
]  # what one group of the figure counts, the weakest evidence apart
SERIES = ["app", "stated_by", *COUNTED]


def title(view: ViewContext, country: str) -> str:
    """Title: the metric and the country."""
    t, metric = view.texts, catalog_label(view.catalog, view.texts, "metrics", view.filters.metric)
    return f"{metric}, {t.country(country)}"


def lead(view: ViewContext, rows: pd.DataFrame) -> str:
    """The best claims on the first app and on that with most users by a named measurer."""
    t = view.texts
    best = best_claims(view, rows, view.filters.apps)
    named = [row for row in best if row["tier"] < WEAKEST_TIER] or best
    largest = max(named, key=lambda row: row["value"])
    chosen = [row for row in best if row is largest or row["app"] == view.filters.apps[0]]
    claims = join_by_evidence(t, (claim_and_evidence(view, row) for row in chosen))
    return f"{t.join_semicolons(claims)}."


def best_claims(view: ViewContext, rows: pd.DataFrame, apps: Iterable[str]) -> list[Row]:
    """The best claims on each of `apps`, the best tier first, then in the reader's order of apps."""
    order = {app: number for number, app in enumerate(apps)}
    claims = rows[rows["app"].isin(order) & (rows["place"] == BEST_EVIDENCE)]
    ordered = claims.assign(turn=claims["app"].map(order)).sort_values(["tier", "turn"], kind="stable")
    return [dict(row) for row in ordered.to_dict("records")]


def claim_and_evidence(view: ViewContext, row: Row) -> tuple[str, str]:
    """An app's number, and its measurer, qualifiers and period."""
    t = view.texts
    evidence = ", ".join([escape_markdown(measured_by(t, row)), *qualifiers(view, row), period_text(t, row)])
    return f"{view.app_name(row['app'])} {number_text(view, row)}", evidence


def join_by_evidence(t: Translator, claims: Iterable[tuple[str, str]]) -> list[str]:
    """Texts with their evidence in brackets; neighbours with the same evidence are joined."""
    return [
        f"{t.join(text for text, _ in group)} ({evidence})"
        for evidence, group in groupby(claims, lambda claim: claim[1])
    ]


def qualified_number(view: ViewContext, row: Row, escape: Escape = escape_markdown) -> str:
    """A number with everything that narrows it: unit, platform, country, population."""
    return ", ".join([number_text(view, row), *qualifiers(view, row, escape)])


def qualifiers(view: ViewContext, row: Row, escape: Escape = escape_markdown) -> list[str]:
    """Unit, platform, country and population of a claim, each only where it is not the default (all users)."""
    unit = [] if row["unit"] == "users" and row["stated_by"] != UNNAMED else [_unit(view, row)]
    return [*unit, *scope_exceptions(view.texts, row), *_population(view, row, escape)]


def _population(view: ViewContext, row: Row, escape: Escape) -> list[str]:
    population = row["population"]
    return [escape(code_label(view.texts, population))] if isinstance(population, str) and population else []


def _unit(view: ViewContext, row: Row) -> str:
    """The unit's name; a claim whose measurer is not named does not state it."""
    if row["stated_by"] == UNNAMED:
        return view.texts("what is counted is not said")
    return code_label(view.texts, row["unit"])


def sort_series(rows: pd.DataFrame) -> pd.DataFrame:
    """One claim a count: the series with the best evidence first, then the newest; the claims of a series by time.

    Adds `weak`, true of the weakest evidence; `population` is empty where there is none.
    """
    drawn = rows[rows["copy"] == 1].assign(
        weak=rows["tier"] == WEAKEST_TIER, population=rows["population"].fillna("")
    )
    series = drawn.groupby(SERIES)
    drawn = drawn.assign(
        newest_of_group=drawn.groupby(COUNTED)["last_day"].transform("max"),
        newest=series["last_day"].transform("max"),
        greatest=series["value"].transform("max"),
    )
    newest_first = ["newest_of_group", "newest", "greatest"]
    order = [
        "weak",
        "newest_of_group",
        "unit",
        "platform",
        "population",
        "newest",
        "greatest",
        "app",
        "stated_by",
        "last_day",
    ]
    ascending = [name not in newest_first for name in order]
    return drawn.sort_values(order, ascending=ascending, kind="stable")


def row_groups(view: ViewContext, rows: pd.DataFrame) -> list[tuple[str, list[str]]]:
    """The headings of the figure, what is counted, with the labels of their series; `rows` as sort_series has them."""
    groups = []
    for _, group in rows.groupby(COUNTED, sort=False):
        newest = group.drop_duplicates(SERIES, keep="last").to_dict("records")
        groups.append((_group_heading(view, newest[0]), [_series_label(view, row) for row in newest]))
    return groups


def _group_heading(view: ViewContext, row: Row) -> str:
    """What is counted and of whom; the weakest evidence is marked as such."""
    t = view.texts
    counted = ", ".join([_unit(view, row), *scope_exceptions(t, {**row, "scope": "world"})])
    lines = [f"<b>{counted[:1].upper()}{counted[1:]}</b>", *_population(view, row, escape_html)]
    unnamed = [measurer_name(t, UNNAMED)] if row["stated_by"] == UNNAMED else []
    weak = [t("weaker evidence")] if row["weak"] else []
    return "<br>".join([*lines, *([", ".join([*unnamed, *weak])] if weak else [])])


def _series_label(view: ViewContext, row: Row) -> str:
    """App, newest number, its period and measurer."""
    t = view.texts
    measurer = [] if row["stated_by"] == UNNAMED else [escape_html(measurer_name(t, row["stated_by"]))]
    details = [period_text(t, row), *measurer]
    return " · ".join([f"<b>{view.app_name(row['app'])} {short_number(view, row)}</b>", *details])


def hover_texts(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """The hover text of each row: number, scope, period, kind, measurer and publisher."""
    t = view.texts
    return [
        f"{qualified_number(view, row, escape_html)}<br>{period_text(t, row)}, {code_label(t, row['kind'])}<br>{escape_html(measured_and_published(t, row))}"
        for row in rows.to_dict("records")
    ]


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
