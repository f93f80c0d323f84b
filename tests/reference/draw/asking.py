"""What a sentence speaks of: which chart, which app, which snapshots."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from tests.reference import ranks
from tests.reference.draw import wording
from tests.reference.draw.amounts import OneOf, one_of
from tests.reference.draw.deriving import Context
from tests.reference.ranks import Chart, Place
from tests.reference.snapshots import Row

Derive = Callable[[Context], Any]


def chart(ctx: Context) -> Chart:
    """The chart of the country or the category that the line names, or the link's."""
    here = ctx.link.chart_read
    if ctx.element.section == "countries":
        code = _country(ctx)
        return Chart(code, here.store, here.chart, here.category) if code else here
    if ctx.element.section == "history":
        return _category(ctx, here)
    return here


def _country(ctx: Context) -> str | None:
    places = wording.places(ctx.lang)
    named = [name for name in places if ctx.element.text.startswith(name)]
    return places[max(named, key=len)] if named else None


def _category(ctx: Context, here: Chart) -> Chart:
    """The link's chart, or that of another category where the clause names one."""
    clause = ctx.clause
    for name, code in wording.terms("categories", ctx.lang).items():
        if code != "all" and name in clause:
            return Chart(here.country, here.store, here.chart, code)
    overall = any(wording.plain(form) in clause for form in wording.said("of the overall chart", ctx.lang))
    return Chart(here.country, here.store, here.chart, "all") if overall else here


def places(ctx: Context, app: str, of: Chart | None = None) -> list[Place]:
    """Where an app stood in the days chosen, in the chart that is spoken of."""
    return ranks.places(ctx.data, of or chart(ctx), app, ctx.link.since, ctx.link.until)


def of_app(of: Callable[[list[Place]], Any]) -> Derive:
    """Of the snapshots that tell of the app that the words name."""
    return lambda ctx: of(places(ctx, ctx.app()))


def newest(ctx: Context) -> datetime:
    """The newest snapshot of the chart that tells of a chosen assistant."""
    return max(one.at for app in ctx.link.chosen for one in places(ctx, app))


def at_newest(ctx: Context, app: str) -> Place:
    return next(one for one in places(ctx, app) if one.at == newest(ctx))


def newest_depth(ctx: Context) -> OneOf:
    """The depth of the newest snapshot, or of the newest that tells of each app."""
    found = [places(ctx, app) for app in ctx.link.chosen]
    return one_of(mine[-1].depth for mine in found if mine)


def days_chosen(ctx: Context) -> int:
    return ctx.link.days


def read(ctx: Context) -> list[tuple[datetime, list[Row]]]:
    """The snapshots of the link's chart in the days chosen, in the order of time."""
    every = ranks.snapshots(ctx.data, ctx.link.chart_read).items()
    inside = [(key, rows) for key, rows in every if ctx.link.since <= key[0].date() <= ctx.link.until]
    return [(at, rows) for (at, _), rows in sorted(inside, key=lambda one: one[0])]


def days_read(ctx: Context) -> int:
    return len({at.date() for at, _ in read(ctx)})


def whole_days(ctx: Context) -> int:
    """Days with a snapshot that kept every place."""
    return len({at.date() for at, rows in read(ctx) if rows[0]["scope"] == "all"})


def depths(ctx: Context) -> list[int]:
    return [int(max(row["depth"] for row in rows)) for _, rows in read(ctx)]


def since(ctx: Context) -> date:
    return ctx.link.since


def until(ctx: Context) -> date:
    return ctx.link.until
