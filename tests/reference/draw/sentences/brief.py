"""The cells of the fact sheet: each number of one measure of one app."""

from collections.abc import Callable
from typing import Any

from tests.reference import downloads, intervals, launches, ranks
from tests.reference.draw.amounts import OneOf, Partial, Rounded, one_of
from tests.reference.draw.asking import days_chosen, of_app
from tests.reference.draw.deriving import Context, Said
from tests.reference.draw.sentences.claims import dates, rounded, users_dates, users_value
from tests.reference.draw.sentences.launches import AMOUNT, amounts, evidence, launched
from tests.reference.draw.sentences.ranks import ORDINAL, best, missing, within
from tests.reference.draw.sentences.ratings import ratings
from tests.reference.snapshots import Row

SHORT = r"(?P<day>(?:1er |\d{1,2} )?[^\W\d]{3,9}\.? \d{4})"


CELL = ("cell",)
USERS = ("metric:mau", "metric:wau", "metric:dau")


def cell(measures: tuple[str, ...], pattern: str, **numbers: Callable[[Context], Any]) -> Said:
    """A rule for the cells of some measures."""
    return Said(pattern, numbers, sections=("brief",), kinds=CELL, measures=measures, is_pattern=True)


def most_claimed(ctx: Context) -> list[Row]:
    """The greatest number of downloads claimed up to the last day, and a greater one on weaker evidence."""
    return downloads.most_claimed(ctx.data, ctx.app(), ctx.link.until)


def most_value(ctx: Context) -> OneOf:
    return one_of(
        rounded(row) if not downloads.is_period(row) else Rounded(row["value"], "down")
        for row in most_claimed(ctx)
    )


def most_dates(ctx: Context) -> OneOf:
    return dates(most_claimed(ctx))


def spent(ctx: Context) -> list[Row]:
    """Claims of what consumers spent in the app."""
    return [
        row for row in ctx.data.claims("milestones") if row["app"] == ctx.app() and row["metric"] == "revenue"
    ]


def spent_value(ctx: Context) -> OneOf:
    return one_of(rounded(row) for row in spent(ctx))


def spent_dates(ctx: Context) -> OneOf:
    return dates(spent(ctx))


def comparable(ctx: Context) -> int:
    return _duel(ctx).comparable


def ahead(ctx: Context) -> int:
    return _duel(ctx).ahead


def _duel(ctx: Context) -> ranks.Duel:
    link = ctx.link
    both = (link.chosen[0], ctx.app())
    mine, theirs = (ranks.places(ctx.data, link.chart_read, app, link.since, link.until) for app in both)
    return ranks.duel(mine, theirs)


def interval(ctx: Context) -> OneOf:
    """The days of the app's time to the number chosen, and by what day 0 is moved."""
    one = intervals.time_to(evidence(ctx, ctx.app()), int(ctx.link.goal))
    assert one
    found = [one.after, one.by, one.sure, None if one.after is None else one.after + 1]
    moved = launches.distances(ctx.data, ctx.app(), ctx.link.country)
    return one_of([*(day for day in found if day is not None), *moved])


def rating(of: Callable[[Row], Any]) -> Callable[[Context], Any]:
    """Of the newest rating, in the country chosen or in the one that the measure names."""

    def derive(ctx: Context) -> OneOf:
        countries = {row["country"] for row in ctx.data.rows("ratings")}
        found = [ratings(ctx, ctx.app(), country) for country in countries]
        return one_of(of(rows[-1]) for rows in found if rows)

    return derive


def offers(ctx: Context) -> OneOf:
    mine = [row for row in ctx.data.claims("features") if row["app"] == ctx.app() and row["as_of"]]
    return one_of(Partial(row["as_of"]) for row in mine)


RULES = [
    cell(("Launch, day 0 {choice}",), SHORT, day=launched),
    cell(
        ("Days to reach {goal} downloads",),
        rf"(?:then|puis) (?:at least |au moins )?(?P<value>{AMOUNT})",
        value=amounts,
    ),
    cell(("Days to reach {goal} downloads",), r"(?P<day>\d[\d ,]*)", day=interval),
    cell(("Highest download figure",), rf"[≥≈=] ?(?P<value>{AMOUNT})", value=most_value),
    cell(("Highest download figure",), SHORT, day=most_dates),
    cell(USERS, rf"[≥≈=] ?(?P<value>{AMOUNT})", value=users_value),
    cell(USERS, SHORT, day=users_dates),
    cell(("Consumer spending",), rf"[≥≈=] ?(?P<value>{AMOUNT})", value=spent_value),
    cell(("Consumer spending",), SHORT, day=spent_dates),
    cell(("Latest rank (observed)",), SHORT, day=of_app(lambda found: found[-1].day)),
    cell(("Latest rank (observed)",), rf"(?P<rank>{ORDINAL})", rank=of_app(lambda found: found[-1].rank)),
    cell(("Latest rank (observed)",), r"(?P<depth>\d+)", depth=of_app(lambda found: found[-1].depth)),
    cell(("Best rank (observed)",), SHORT, day=of_app(lambda found: best(found).day)),
    cell(
        ("Best rank (observed)",),
        r"top 10[^\d]*(?P<n>\d+)[^\d]+(?P<days>\d[\d ,]*)(?:[^\d]+(?P<left>\d[\d ,]*))?",
        n=of_app(within(10)),
        days=days_chosen,
        left=missing,
    ),
    cell(("Best rank (observed)",), rf"(?P<rank>{ORDINAL})", rank=of_app(lambda found: best(found).rank)),
    cell(("Best rank (observed)",), r"(?<!top )\b(?P<n>\d[\d ,]*)", n=of_app(len)),
    cell(("Days {app} ranked higher",), r"(?P<n>\d+)[^\d]+(?P<days>\d[\d ,]*)", n=ahead, days=comparable),
    cell(("Ratings in\u00a0{country} (observed)",), SHORT, day=rating(lambda row: row["observed_at"].date())),
    cell(
        ("Ratings in\u00a0{country} (observed)",),
        r"^(?P<n>\d[\d ,]*\d),[^\d]*(?P<stars>\d[\d.,]*)",
        n=rating(lambda row: int(row["rating_count"])),
        stars=rating(lambda row: Rounded(row["rating_average"])),
    ),
    cell(("Paid plan (reported)",), SHORT, day=offers),
]
