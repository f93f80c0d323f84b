"""How the cells of tables of ranks are derived."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from tests.reference import ranks
from tests.reference.draw import movers, wording
from tests.reference.draw.amounts import one_of
from tests.reference.draw.deriving import Cells, Columns
from tests.reference.draw.tables.cells import Cell, raw
from tests.reference.ranks import Chart, Place


def found(row: Cells, chart: Chart | None = None, heading: str = "Assistant") -> list[Place]:
    """Where the row's assistant stood in the days chosen."""
    link = row.link
    return ranks.places(row.data, chart or link.chart_read, row.app(heading), link.since, link.until)


def at(row: Cells, chart: Chart | None = None) -> Place:
    """Where it stood in the row's own snapshot, told to the second, the minute or the day."""
    moment, who = str(row.cells["Read at (UTC)"]), row.cells.get("Recorded by")
    every = found(row, chart)
    mine = [one for one in every if str(one.at).startswith(moment) and who in (None, one.collection)]
    return mine[-1]


def named_chart(row: Cells) -> Chart:
    named = [row.term(kind, heading) for kind, heading in CHART_HEADINGS]
    return Chart(row.link.country, *named)


CHART_HEADINGS = (("stores", "Store"), ("charts", "Chart"), ("categories", "Category"))


def in_country(row: Cells) -> Chart:
    link = row.link.chart_read
    return Chart(row.place("Country"), link.store, link.chart, link.category)


def newest(row: Cells, chart: Chart) -> datetime:
    """The newest snapshot that tells of any of the chosen assistants."""
    link = row.link
    every = [ranks.places(row.data, chart, app, link.since, link.until) for app in link.chosen]
    return max(one.at for places in every for one in places)


def summary(of: Callable[[list[Place]], Any]) -> Cell:
    return lambda row: of(found(row))


def best(places: list[Place]) -> Place | None:
    ranked = [one for one in places if one.rank]
    return min(ranked, key=lambda one: (one.rank, one.at), default=None)


def pair(of: Callable[[ranks.Duel], Any]) -> Cell:
    return lambda row: of(ranks.duel(found(row), found(row, heading="Rival")))


def reported(of: Callable[[list[Place]], Any]) -> Cell:
    """Of a reported first place: the snapshots of the days meant."""

    def derive(row: Cells) -> Any:
        claim = row.raw("reported_ranks")
        first, last = claim["first_day"] or row.link.since, claim["last_day"]
        every = ranks.places(row.data, row.link.chart_read, row.app(), first, last)
        return of(every)

    return derive


def read_on(of: Callable[[list[Any]], Any]) -> Cell:
    """Of the snapshots of the row's day."""

    def derive(row: Cells) -> Any:
        day = _date(row.cells["Day"])
        every = ranks.snapshots(row.data, row.link.chart_read)
        return of([rows for (moment, _), rows in every.items() if moment.date() == day])

    return derive


def _date(value: Any) -> date:
    return value.date() if isinstance(value, datetime) else value


def moved(position: int) -> Cell:
    """A place of the app of the row, in the first or the last whole snapshot."""

    def derive(row: Cells) -> Any:
        every = [one for kind in movers.moves_of(row.data, row.link).values() for one in kind]
        named = [
            one
            for one in every
            if one[0] == wording.plain(row.cells["App"]) or one[0] == row.cells.get("Assistant")
        ]
        if position == CLIMBED:
            return one_of((one[1] or 0) - (one[2] or 0) for one in named)
        return one_of(one[position] for one in named)

    return derive


def ever(row: Cells, chart: Chart) -> list[Place]:
    """The day's ranks of the row's assistant up to the end of the days chosen."""
    places = ranks.places(row.data, chart, row.app(), date(2000, 1, 1), row.link.until)
    return [one for _, one in sorted(ranks.by_day(places).items())]


def standing_chart(row: Cells) -> Chart:
    named = [row.term(kind, heading) for kind, heading in CHART_HEADINGS]
    return Chart(row.place("Country"), *named)


def standing(of: Callable[[list[Place]], Any]) -> Cell:
    return lambda row: of(ever(row, standing_chart(row)))


def best_ever(row: Cells) -> int | None:
    places = ranks.places(row.data, standing_chart(row), row.app(), date(2000, 1, 1), row.link.until)
    return min((one.rank for one in places if one.rank), default=None)


def gain(days: int) -> Callable[[list[Place]], int | None]:
    """Ranks gained since the day so many days before the newest one; 0 for the last day before it."""

    def of(found: list[Place]) -> int | None:
        now, earlier = found[-1], found[:-1]
        then = [one for one in earlier if not days or (now.day - one.day).days == days]
        rank = then[-1].rank if then else None
        return rank - now.rank if rank and now.rank else None

    return of


def change(of: Callable[[Place, Place], Any]) -> Cell:
    """Of the row's assistant on the row's day, and on the last day with a snapshot before."""

    def derive(row: Cells) -> Any:
        day, who = _date(row.cells["Day"]), row.cells["Recorded by"]
        places = ranks.places(row.data, named_chart(row), row.app(), date(2000, 1, 1), day)
        before, now = list(ranks.by_day(one for one in places if one.collection == who).values())[-2:]
        return of(before, now)

    return derive


CLIMBED = 3
RANKS = [
    Columns(
        ("Country", "Store", "Day compared with", "Ranks gained in 7 days", "Best"),
        {
            "Place": standing(lambda found: found[-1].rank),
            "Places read": standing(lambda found: found[-1].depth),
            "Read at (UTC)": standing(lambda found: found[-1].at),
            "Day compared with": standing(lambda found: found[-2].day),
            "Ranks gained since that day": standing(gain(0)),
            "Ranks gained in 7 days": standing(gain(7)),
            "Ranks gained in 30 days": standing(gain(30)),
            "Best": best_ever,
            "Days 1st": standing(lambda found: sum(one.rank == 1 for one in found)),
            "Days read": standing(len),
        },
    ),
    Columns(
        ("Kind", "Store", "Assistant", "Day", "Place before", "Depth of list before"),
        {
            "Place": change(lambda _, now: now.rank),
            "Places read": change(lambda _, now: now.depth),
            "Read at (UTC)": change(lambda _, now: now.at),
            "Place before": change(lambda before, _: before.rank),
            "Depth of list before": change(lambda before, _: before.depth),
            "Snapshot before (UTC)": change(lambda before, _: before.at),
        },
    ),
    Columns(
        ("App", "Place before", "Place after", "Places won"),
        {"Place before": moved(1), "Place after": moved(2), "Places won": moved(CLIMBED)},
    ),
    Columns(
        ("Store", "Chart", "Category", "Read at (UTC)", "Assistant", "Place", "Places read"),
        {
            "Place": lambda row: at(row, named_chart(row)).rank,
            "Places read": lambda row: at(row, named_chart(row)).depth,
            "Read at (UTC)": lambda row: newest(row, named_chart(row)),
        },
    ),
    Columns(
        ("Country", "Read at (UTC)", "Assistant", "Place", "Places read"),
        {
            "Place": lambda row: at(row, in_country(row)).rank,
            "Places read": lambda row: at(row, in_country(row)).depth,
        },
    ),
    Columns(
        ("Assistant", "Read at (UTC)", "Place", "Places read"),
        {
            "Place": lambda row: at(row).rank,
            "Places read": lambda row: at(row).depth,
            "Readings that day": lambda row: sum(one.day == at(row).day for one in found(row)),
        },
    ),
    Columns(
        ("Assistant", "Readings", "Days read", "Best", "Latest"),
        {
            "Readings": summary(len),
            "Days read": summary(lambda places: len(ranks.by_day(places))),
            "Days 1st": summary(lambda places: len(ranks.days_within(places, 1))),
            "Days 1st at some time": summary(lambda places: len(ranks.days_at_some_time(places, 1))),
            "Snapshots outside the list": summary(lambda places: sum(one.rank is None for one in places)),
            "Worst": summary(lambda places: max((one.rank for one in places if one.rank), default=None)),
            "Days in top 3": summary(lambda places: len(ranks.days_within(places, 3))),
            "Days in top 10": summary(lambda places: len(ranks.days_within(places, 10))),
            "Days in top 50": summary(lambda places: len(ranks.days_within(places, 50))),
            "Days that can tell top 50": summary(
                lambda places: sum(one.tells(50) for one in ranks.by_day(places).values())
            ),
            "Longest run at 1 (days)": summary(
                lambda places: ranks.longest_run(ranks.days_within(places, 1))[0]
            ),
            "Run from": summary(lambda places: ranks.longest_run(ranks.days_within(places, 1))[1]),
            "Best": summary(lambda places: getattr(best(places), "rank", None)),
            "Best on": summary(lambda places: getattr(best(places), "at", None)),
            "First": summary(lambda places: next(iter(ranks.by_day(places).values())).rank),
            "First on": summary(lambda places: next(iter(ranks.by_day(places).values())).at),
            "Latest": summary(lambda places: places[-1].rank),
            "Latest on": summary(lambda places: places[-1].at),
            "Places read last": summary(lambda places: places[-1].depth),
            "Last ranked on": summary(
                lambda places: max((one.at for one in places if one.rank), default=None)
            ),
        },
    ),
    Columns(
        ("Assistant", "Rival", "Readings", "Days ahead", "Days behind"),
        {
            "Readings": pair(lambda one: one.readings),
            "Days with a snapshot of both": pair(lambda one: one.days),
            "Days comparable": pair(lambda one: one.comparable),
            "Days ahead": pair(lambda one: one.ahead),
            "Days behind": pair(lambda one: one.behind),
            "Median gap (places)": pair(lambda one: one.median_gap),
            "Lead changes": pair(lambda one: one.turns),
        },
    ),
    Columns(
        ("Assistant", "First day", "Last day", "Days read", "Days 1st", "Claim"),
        {
            "First day": raw("reported_ranks", "first_day"),
            "Last day": raw("reported_ranks", "last_day"),
            "Days read": reported(lambda places: len(ranks.by_day(places))),
            "Days 1st": reported(lambda places: len(ranks.days_at_some_time(places, 1))),
        },
    ),
    Columns(
        ("Assistant", "Place", "First day", "Last day", "Claim"),
        {
            "Place": raw("reported_ranks", "rank"),
            "First day": raw("reported_ranks", "first_day"),
            "Last day": raw("reported_ranks", "last_day"),
        },
    ),
    Columns(
        ("Day", "Readings", "Most places read"),
        {
            "Readings": read_on(len),
            "Whole charts": read_on(lambda every: sum(rows[0]["scope"] == "all" for rows in every)),
            "Fewest places read": read_on(lambda every: min(rows[0]["depth"] for rows in every)),
            "Most places read": read_on(lambda every: max(rows[0]["depth"] for rows in every)),
        },
    ),
    Columns(
        ("Assistant", "Day", "Place", "Places read"),
        {
            "Place": lambda row: getattr(ranks.by_day(found(row)).get(_date(row.cells["Day"])), "rank", None),
            "Places read": lambda row: getattr(
                ranks.by_day(found(row)).get(_date(row.cells["Day"])), "depth", None
            ),
            "Readings": lambda row: sum(one.day == _date(row.cells["Day"]) for one in found(row)),
        },
    ),
]
