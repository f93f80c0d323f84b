"""Averages a day, downloads of periods, paces of doubling."""

from collections.abc import Callable
from math import log
from typing import Any

from tests.reference import averages
from tests.reference.bounds import bounds, statements
from tests.reference.dates import span
from tests.reference.draw.amounts import MOMENT, MONTH, OneOf, Partial, Rounded, one_of
from tests.reference.draw.asking import Derive
from tests.reference.draw.deriving import Context, Said
from tests.reference.draw.sentences.launches import AMOUNT
from tests.reference.rounding import least, most
from tests.reference.snapshots import Row

# ---------------------------------------------------------------- averages


def rates(of: Callable[[averages.Average], tuple[Any, ...]]) -> Derive:
    """Of any average of the app that the words name."""

    def derive(ctx: Context) -> OneOf:
        app = ctx.app()
        claims = {row["claim_id"] for row in ctx.data.claims("milestones") if row["app"] == app}
        every = [
            *averages.since_launch(ctx.data),
            *averages.between_counts(ctx.data),
            *averages.of_periods(ctx.data),
        ]
        return one_of(
            value for one in every if one.claim_id in claims for value in of(one) if value is not None
        )

    return derive


def rate(one: averages.Average) -> tuple[Any, ...]:
    return Rounded(one.least, "down"), None if one.most is None else Rounded(one.most, "up")


def spans(one: averages.Average) -> tuple[Any, ...]:
    return one.fewest, one.longest


def began(ctx: Context) -> OneOf:
    """The days that any count of the app begins on."""
    mine = [one for one in statements(bounds(ctx.data)) if one.cell[0] == ctx.app()]
    zeros = [day for one in mine for day in (one.began.first, one.began.last)]
    return one_of([*zeros, *(averages.day_after(one) for one in mine)])


def periods(ctx: Context) -> list[Row]:
    return [row for row in ctx.data.claims("milestones") if row["metric"] == "downloads_in_period"]


def period_dates(ctx: Context) -> OneOf:
    return one_of(
        Partial(row[name]) for row in periods(ctx) for name in ("period_start", "period_end") if row[name]
    )


def period_value(ctx: Context) -> OneOf:
    return one_of(Rounded(row["value"]) for row in periods(ctx) if row["app"] == ctx.app())


# ---------------------------------------------------------------- paces


def paces(ctx: Context) -> list[tuple[Row, Row]]:
    """First and last count of each series of users of the app."""
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in ctx.data.claims("milestones"):
        if row["app"] == ctx.app() and row["period_end"]:
            names = ("metric", "platform", "scope", "stated_by", "source_id")
            found.setdefault(tuple(row[name] for name in names), []).append(row)
    ends = [sorted(rows, key=_last) for rows in found.values() if len(rows) >= 3]
    return [(rows[0], rows[-1]) for rows in ends]


def _last(row: Row) -> Any:
    days = span(row["period_end"])
    assert days
    return days.last


def doubling(ctx: Context) -> OneOf:
    """The days that a doubling takes at the pace from the first count to the last, at least and at most."""
    found: list[int] = []
    for first, last in paces(ctx):
        begun, ended = span(first["period_end"]), span(last["period_end"])
        assert begun
        assert ended
        steep = (most(last["qualifier"], last["value"]) or 0) / least(first["qualifier"], first["value"])
        top = most(first["qualifier"], first["value"])
        flat = least(last["qualifier"], last["value"]) / top if top else 0
        if steep > 1:
            found.append(int((ended.first - begun.last).days * log(2) / log(steep)))
        if flat > 1:
            found.append(-int(-((ended.last - begun.first).days * log(2) / log(flat)) // 1))
    return one_of(found)


def pace_days(ctx: Context) -> OneOf:
    return one_of((_last(last) - _last(first)).days for first, last in paces(ctx))


def pace_dates(ctx: Context) -> OneOf:
    return one_of(_last(row) for pair in paces(ctx) for row in pair)


def pace_values(ctx: Context) -> OneOf:
    return one_of(Rounded(row["value"]) for pair in paces(ctx) for row in pair)


def pace_counts(ctx: Context) -> OneOf:
    return one_of(range(3, 12))


RATES = rates(rate)
TITLE = "{app}, {metric}: from about {first_value} to {last_value} in {days} ({first} to {last}); at that pace it doubles in {least} to {most} days, by {n} counts of {who}."
RULES = [
    # averages
    Said(rf"(?P<day>{MOMENT})", {"day": began}, ("speed",), kinds=("subheader",), is_pattern=True),
    Said(
        r"(?:over|sur|from|the|les) (?:about |environ )?(?:the |les )?(?P<days>\d[\d ,]*)(?: (?:to|à) (?P<most>\d[\d ,]*))? (?:days|jours)",
        {"days": rates(spans), "most": rates(spans)},
        ("speed",),
        is_pattern=True,
    ),
    Said(rf"(?P<rate>{AMOUNT})", {"rate": RATES}, ("speed",), kinds=("subheader",), is_pattern=True),
    Said(
        rf"(?P<day>{MOMENT}|{MONTH})",
        {"day": period_dates},
        ("periods",),
        kinds=("subheader",),
        is_pattern=True,
    ),
    Said(
        rf"<app> (?P<value>{AMOUNT})",
        {"value": period_value},
        ("periods",),
        kinds=("subheader",),
        is_pattern=True,
    ),
    # paces
    Said(
        TITLE,
        {
            "first_value": pace_values,
            "last_value": pace_values,
            "days": pace_days,
            "first": pace_dates,
            "last": pace_dates,
            "least": doubling,
            "most": doubling,
            "n": pace_counts,
        },
        ("doubling",),
    ),
]
