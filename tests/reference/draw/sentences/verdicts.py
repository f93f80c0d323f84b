"""The sentence of each measure on Competitors, the table of every pair, and that of consumer spending."""

from collections.abc import Callable
from typing import Any

from tests.reference import ranks
from tests.reference.draw import wording
from tests.reference.draw.amounts import MOMENT, MONTH, Rounded, one_of
from tests.reference.draw.asking import Derive, of_app, places
from tests.reference.draw.deriving import Context, Said
from tests.reference.draw.sentences.brief import (
    CELL,
    USERS,
    most_dates,
    most_value,
    offers,
    rating,
    spent_dates,
    spent_value,
)
from tests.reference.draw.sentences.claims import AMOUNT, dates, rounded, survey_dates, users_dates
from tests.reference.draw.sentences.ranks import ORDINAL
from tests.reference.snapshots import Row

CLAIMED = rf"<app> (?:at least|about|exactly|au moins|environ|exactement) (?P<value>{AMOUNT})"
DAY = rf"(?P<day>{MOMENT}|{MONTH}|\b20\d\d\b)"


def line(measure: str, pattern: str, **numbers: Derive) -> Said:
    """A rule for the lines that begin with a measure."""
    return Said(pattern, numbers, kinds=("markdown",), lines=(measure,), is_pattern=True)


def pair(of: Callable[[ranks.Duel], Any]) -> Derive:
    """Of the app of a cell's row and that of its column."""

    def derive(ctx: Context) -> Any:
        names, row = wording.apps(ctx.lang), ctx.element.section.partition(":")[2]
        mine, theirs = (places(ctx, names[name]) for name in (row, ctx.element.label))
        return of(ranks.duel(mine, theirs))

    return derive


def spent(ctx: Context) -> list[Row]:
    """Claims of what consumers spent in the app of a cell's row."""
    app = wording.apps(ctx.lang)[ctx.element.section.partition(":")[2]]
    rows = ctx.data.claims("milestones")
    return [row for row in rows if row["app"] == app and row["metric"] in ("revenue", "revenue_per_day")]


RULES = [
    line("Rank", rf"<app> (?P<rank>{ORDINAL})", rank=of_app(lambda found: found[-1].rank)),
    line("Rank", r"top (?P<depth>\d+)", depth=of_app(lambda found: found[-1].depth)),
    line("Rank", DAY, day=of_app(lambda found: found[-1].day)),
    *(line(measure, DAY, day=users_dates) for measure in USERS),
    line("Share", DAY, day=survey_dates),
    line("Downloads", CLAIMED, value=most_value),
    line("Downloads", DAY, day=most_dates),
    line("Consumer spending", CLAIMED, value=spent_value),
    line("Consumer spending", DAY, day=spent_dates),
    line("Ratings", DAY, day=rating(lambda row: row["observed_at"].date())),
    line("Ratings", r"<app> (?P<n>\d[\d ,]*\d)", n=rating(lambda row: int(row["rating_count"]))),
    line(
        "Ratings",
        r"(?:average|moyenne) (?P<stars>\d[\d.,]*\d)",
        stars=rating(lambda row: Rounded(row["rating_average"])),
    ),
    line("Paid plan", DAY, day=offers),
    Said(
        r"(?P<n>\d[\d ,]*)/(?P<days>\d[\d ,]*)",
        {"n": pair(lambda one: one.ahead), "days": pair(lambda one: one.comparable)},
        sections=("head-to-head",),
        kinds=CELL,
        is_pattern=True,
    ),
    Said(
        rf"[≥≈=] ?(?P<value>{AMOUNT})",
        {"value": lambda ctx: one_of(rounded(row) for row in spent(ctx))},
        sections=("spending",),
        kinds=CELL,
        is_pattern=True,
    ),
    Said(DAY, {"day": lambda ctx: dates(spent(ctx))}, sections=("spending",), kinds=CELL, is_pattern=True),
    Said(CLAIMED, {"value": spent_value}, sections=("spending",), kinds=("header",), is_pattern=True),
    Said(DAY, {"day": spent_dates}, sections=("spending",), kinds=("header",), is_pattern=True),
]
