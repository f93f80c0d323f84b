"""Ratings in a store."""

from datetime import timedelta

from tests.reference.draw.amounts import MOMENT, OneOf, Rounded, one_of
from tests.reference.draw.deriving import Context, Said
from tests.reference.snapshots import Row

HERE = ("ratings",)
COUNT = r"\d[\d ,]*"


def ratings(ctx: Context, app: str, country: str | None = None, *, all_days: bool = False) -> list[Row]:
    """The ratings of an app in the days chosen, in the order of time."""
    link = ctx.link
    ids = [one for one in ctx.data.apps.ids if (one.app, one.store) == (app, link.store)]
    found = [
        row
        for row in ctx.data.rows("ratings")
        for one in ids
        if row["country"] == (country or link.country)
        and row["app_id"] == one.app_id
        and one.since <= row["observed_at"].date() <= one.until
        and (all_days or link.since <= row["observed_at"].date() <= link.until)
    ]
    return sorted(found, key=lambda row: row["observed_at"])


def count(ctx: Context) -> int:
    return int(ratings(ctx, ctx.app())[-1]["rating_count"])


def last_two(ctx: Context) -> tuple[Row, Row]:
    """The newest rating and the one before it of the same id."""
    every = ratings(ctx, ctx.app())
    now = every[-1]
    same = [row for row in every[:-1] if row["app_id"] == now["app_id"]]
    return same[-1], now


def weekly(ctx: Context) -> Rounded:
    before, now = last_two(ctx)
    return Rounded((now["rating_count"] - before["rating_count"]) / weeks(ctx))


def weeks(ctx: Context) -> float:
    before, now = last_two(ctx)
    return float((now["observed_at"] - before["observed_at"]) / timedelta(weeks=1))


def gained(ctx: Context) -> int:
    before, now = last_two(ctx)
    return abs(int(now["rating_count"] - before["rating_count"]))


def between(ctx: Context) -> Rounded:
    return Rounded(weeks(ctx) * 7)


def stars(ctx: Context) -> Rounded:
    return Rounded(ratings(ctx, ctx.app())[-1]["rating_average"])


def ends(ctx: Context) -> OneOf:
    """The days of the first and of the newest rating of each app."""
    every = [ratings(ctx, app) for app in ctx.link.chosen]
    return one_of(one["observed_at"].date() for mine in every for one in (mine[:1] + mine[-1:]))


def total(ctx: Context) -> int:
    return sum(len(ratings(ctx, app)) for app in ctx.link.chosen)


RULES = [
    Said(
        rf"(?P<n>{COUNT}) (?:new|nouvelles?|nouveaux|de plus|fewer|de moins)[^\d;)]*(?:in|en) (?P<days>[\d.,]+) (?:days|jours)",
        {"n": gained, "days": between},
        HERE,
        is_pattern=True,
    ),
    Said(rf"(?P<n>{COUNT}) (?:new a week|[^\d;)]*par semaine)", {"n": weekly}, HERE, is_pattern=True),
    Said("{app} {stars} stars of 5", {"stars": stars}, HERE, fields={"stars": r"\d[\d.,]*"}),
    Said(rf"<app> (?P<n>{COUNT}) (?:ratings?|notes?|évaluations?|avis)", {"n": count}, HERE, is_pattern=True),
    Said(rf"(?P<day>{MOMENT})", {"day": ends}, HERE, kinds=("subheader", "caption"), is_pattern=True),
    Said("{n} reading of an assistant", {"n": total}, fields={"n": COUNT}),
    Said("{n} readings of an assistant", {"n": total}, fields={"n": COUNT}),
]
