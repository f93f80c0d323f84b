"""One chart in several countries."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from tests.reference import ranks
from tests.reference.draw.amounts import MOMENT, OneOf, one_of
from tests.reference.draw.asking import Derive, at_newest, newest, newest_depth, places
from tests.reference.draw.deriving import Context, Said
from tests.reference.draw.sentences.ranks import ORDINAL
from tests.reference.ranks import Place

HERE = ("countries",)
N = {"n": r"\d[\d ,.]*", "place": ORDINAL, "day": MOMENT}


def read(ctx: Context, app: str) -> dict[str, list[Place]]:
    """Each country with a snapshot of the chart that tells of an app in the days chosen."""
    here = ctx.link.chart_read
    kinds = (here.store, here.chart, here.category)
    every = [one for one in ranks.charts(ctx.data) if (one.store, one.chart, one.category) == kinds]
    found = {one.country: places(ctx, app, one) for one in every}
    return {country: mine for country, mine in found.items() if mine}


def last(ctx: Context, app: str) -> dict[str, Place]:
    """Where the app stood in each country's newest snapshot that tells of a chosen assistant."""
    newest_in: dict[str, datetime] = {}
    for one in ctx.link.chosen:
        for country, mine in read(ctx, one).items():
            newest_in[country] = max(newest_in.get(country, datetime.min), mine[-1].at)
    found = read(ctx, app).items()
    return {country: mine[-1] for country, mine in found if mine[-1].at == newest_in[country]}


def ranked(ctx: Context) -> OneOf:
    """Countries whose newest snapshot ranks the app, and those with any day that does."""
    every = [ranks.by_day(mine).values() for mine in read(ctx, ctx.app()).values()]
    now = sum(one.rank is not None for one in last(ctx, ctx.app()).values())
    return one_of([now, sum(any(one.rank for one in mine) for mine in every)])


def told(ctx: Context) -> OneOf:
    """Countries whose snapshots tell of the app, and those that tell of any chosen one."""
    every = {country for app in ctx.link.chosen for country in read(ctx, app)}
    return one_of([len(last(ctx, ctx.app())), len(read(ctx, ctx.app())), len(every)])


def best_now(ctx: Context) -> int:
    return min(one.rank for one in last(ctx, ctx.app()).values() if one.rank)


def best_day(of: Callable[[Place], Any]) -> Derive:
    """The best of the days' ranks in any country, the first of them."""

    def derive(ctx: Context) -> Any:
        every = [
            one for mine in read(ctx, ctx.app()).values() for one in ranks.by_day(mine).values() if one.rank
        ]
        return of(min(every, key=lambda one: (one.rank or 0, one.at)))

    return derive


def days(end: Callable[[Iterable[date]], date]) -> Derive:
    """The first or the last of the days of the countries' newest snapshots, or of all of them."""

    def derive(ctx: Context) -> OneOf:
        now = [one.day for app in ctx.link.chosen for one in last(ctx, app).values()]
        found = [read(ctx, app) for app in ctx.link.chosen]
        every = [
            one.day for mine in found for places_ in mine.values() for one in ranks.by_day(places_).values()
        ]
        return one_of([end(now), end(every)])

    return derive


RULES = [
    Said(
        "{app} ranked in {n} of {read}, best in {country}: {place}",
        {"n": ranked, "read": told, "place": best_now},
        HERE,
        fields=N,
    ),
    Said(
        "{app} best in {country}, by the day’s last snapshot: {place} on {day}; ranked on some day in {n} of {read}",
        {
            "place": best_day(lambda one: one.rank),
            "day": best_day(lambda one: one.day),
            "n": ranked,
            "read": told,
        },
        HERE,
        fields=N,
    ),
    Said("{app} outside the list in every one of {read}", {"read": told}, HERE),
    Said("{app} observed in none of {read}", {"read": told}, HERE),
    Said("{apps} outside the top {depth}", {"depth": newest_depth}, HERE, fields={"depth": r"\d+"}),
    Said("{app} {place}", {"place": lambda ctx: at_newest(ctx, ctx.app()).rank}, HERE, fields=N),
    Said(rf", (?P<day>{MOMENT}) ?:", {"day": newest}, HERE, is_pattern=True),
    Said(
        rf": (?:du )?(?P<first>{MOMENT})(?: (?:to|au) (?P<last>{MOMENT}))? · ",
        {"first": days(min), "last": days(max)},
        HERE,
        is_pattern=True,
    ),
]
