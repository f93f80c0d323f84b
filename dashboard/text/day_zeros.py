"""Sentences on the launch that days are counted from, and on what another choice would do."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.bounds import day_range
from dashboard.text.context import ViewContext
from dashboard.text.labels import code_label


def day_zero_effect(view: ViewContext, zeros: pd.DataFrame) -> str:
    """What the choice of day 0 does to the answers, for the apps that it moves."""
    t, day0 = view.texts, view.filters.day0
    mine = zeros[zeros["day0"] == day0]
    moved = mine[(mine["moves_least"] != 0) | (mine["moves_most"] != 0)].to_dict("records")
    if day0 == "press":
        return _other_choices(view, zeros)
    told = [
        t(
            "{app} {days}, from {day}",
            app=view.app_name(row["app"]),
            days=_signed_days(view, row),
            day=t.partial_date(row["launched_on"]),
        )
        for row in moved
    ]
    missing = [view.app_name(app) for app in dict.fromkeys(zeros["app"]) if app not in set(mine["app"])]
    parts = [
        t("This day 0 moves the answers: {list}", list=t.join(told)) if told else t("It moves no answer")
    ]
    if missing:
        kept = t.count(
            "no such launch is known of {list}, which keeps its own",
            "no such launch is known of {list}, which keep theirs",
            len(missing),
            list=t.join(missing),
        )
        parts.append(kept)
    return t.join_semicolons(parts) + "."


def _signed_days(view: ViewContext, row: Row) -> str:
    """A number of days with its sign, a range where a source gives a month: +346 days, −44 to 74 days."""
    sign = "+" if row["moves_most"] > 0 else "−"
    return sign + _absolute_days(view, row)


def _absolute_days(view: ViewContext, row: Row) -> str:
    least, most = sorted((abs(row["moves_least"]), abs(row["moves_most"])))
    return day_range(view, least, most)


def _other_choices(view: ViewContext, zeros: pd.DataFrame) -> str:
    """How far another day 0 would move each app at most, and which launch that is."""
    t = view.texts
    told = []
    for app, mine in zeros.groupby("app", sort=False):
        moves = mine[["moves_least", "moves_most"]].abs().max(axis="columns")
        far = mine.assign(moves=moves).sort_values("moves").iloc[-1].to_dict()
        if far["moves_most"] or far["moves_least"]:
            choice = f"{code_label(t, far['day0'])}, {t.partial_date(far['launched_on'])}"
            told.append(
                t(
                    "{app} by {days} ({choice})",
                    app=view.app_name(str(app)),
                    days=_absolute_days(view, far),
                    choice=choice,
                )
            )
    if not told:
        return t("Another day 0 would move no answer.")
    return t("Another day 0 would move the answers: {list}.", list=t.join(told))
