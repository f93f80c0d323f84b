"""Sentences on day 0, and on the effect of another choice."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.bounds import day_range
from dashboard.text.context import ViewContext
from dashboard.text.labels import code_label


def counting_options(view: ViewContext) -> str:
    """What is counted, and from which day: the label of the choices, with what is chosen."""
    t, f = view.texts, view.filters
    where = t.country(f.country if f.area == "country" else f.area)
    chosen = [
        t("{goal} downloads", goal=t.compact(f.goal)),
        t("day 0 {basis}", basis=code_label(t, f.day0)),
        code_label(t, f.platform),
        where,
        t("launches {scope}", scope=code_label(t, f.races)),
        *(view.app_name(app) for app in f.benchmarks),
    ]
    return t.label(t("Counting options"), " · ".join(chosen))


def day_zero_effect(view: ViewContext, zeros: pd.DataFrame) -> str:
    """The days by which the chosen day 0 moves the answers, for the apps that it moves."""
    t, day0 = view.texts, view.filters.day0
    chosen = zeros[zeros["day0"] == day0]
    moved_rows = chosen[(chosen["moves_least"] != 0) | (chosen["moves_most"] != 0)].to_dict("records")
    if day0 == "press":
        return _other_choices(view, zeros)
    moves = [
        t(
            "{app} {days}, from {day}",
            app=view.app_name(row["app"]),
            days=_signed_days(view, row),
            day=t.partial_date(row["launched_on"]),
        )
        for row in moved_rows
    ]
    missing = [view.app_name(app) for app in dict.fromkeys(zeros["app"]) if app not in set(chosen["app"])]
    text = t("This day 0 moves the answers: {list}", list=t.join(moves)) if moves else t("It moves no answer")
    unmoved = t.count(
        "no such launch is known of {list}, which keeps its own",
        "no such launch is known of {list}, which keep theirs",
        len(missing),
        list=t.join(missing),
    )
    return t.join_semicolons([text, *([unmoved] if missing else [])]) + "."


def _signed_days(view: ViewContext, row: Row) -> str:
    """A number of days with its sign, or a range of them where a source gives a month: +346 days, −44 to 74 days."""
    sign = "+" if row["moves_most"] > 0 else "−"
    return sign + _absolute_days(view, row)


def _absolute_days(view: ViewContext, row: Row) -> str:
    least, most = sorted((abs(row["moves_least"]), abs(row["moves_most"])))
    return day_range(view, least, most)


def _other_choices(view: ViewContext, zeros: pd.DataFrame) -> str:
    """The largest move that another day 0 would make for each app, and that day 0."""
    t = view.texts
    parts = []
    for app, app_rows in zeros.groupby("app", sort=False):
        moves = app_rows[["moves_least", "moves_most"]].abs().max(axis="columns")
        furthest = app_rows.assign(moves=moves).sort_values("moves").iloc[-1].to_dict()
        if furthest["moves_most"] or furthest["moves_least"]:
            choice = f"{code_label(t, furthest['day0'])}, {t.partial_date(furthest['launched_on'])}"
            fields = {"app": view.app_name(str(app)), "days": _absolute_days(view, furthest)}
            parts.append(t("{app} by {days} ({choice})", choice=choice, **fields))
    if not parts:
        return t("Another day 0 would move no answer.")
    return t("Another day 0 would move the answers: {list}.", list=t.join(parts))
