"""How the numbers of each sentence are derived."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from tests.reference import launches, ranks
from tests.reference.draw import wording
from tests.reference.draw.amounts import MOMENT, OneOf, Partial, Rounded, one_of
from tests.reference.draw.deriving import Context, Said
from tests.reference.ranks import Chart, Place
from tests.reference.snapshots import Row

ORDINAL = r"\d[\d ,]*(?:st|nd|rd|th|er|e)"
NUMBER = r"\d[\d ,.]*"
DEPTH = {"depth": NUMBER}
Derive = Callable[[Context], Any]

# ---------------------------------------------------------------- the chart that a sentence speaks of


def chart(ctx: Context) -> Chart:
    """The chart of the line (overview), of the country that it names, or of the link."""
    line = ctx.element.text[: ctx.match.start()].rpartition("\n")[2]
    if ctx.element.section == "standing":
        return _named(ctx, line)
    if ctx.element.section == "countries":
        places = wording.places(ctx.lang)
        text = ctx.element.text
        country = max((name for name in places if text.startswith(name)), key=len, default=None)
        return _elsewhere(ctx, places[country]) if country else ctx.link.chart_read
    return ctx.link.chart_read


def _named(ctx: Context, line: str) -> Chart:
    """The chart that a line begins with: App Store, Top free, Productivity."""
    whole = line or ctx.element.text
    for store, store_code in wording.terms("stores", ctx.lang).items():
        for kind, kind_code in wording.terms("charts", ctx.lang).items():
            for category, code in wording.terms("categories", ctx.lang).items():
                if f"{store}, {kind}, {category} " in f"{whole} ":
                    return Chart(ctx.link.country, store_code, kind_code, code)
    raise LookupError("no chart is named")


def _elsewhere(ctx: Context, country: str) -> Chart:
    here = ctx.link.chart_read
    return Chart(country, here.store, here.chart, here.category)


def places(ctx: Context, app: str, of: Chart | None = None) -> list[Place]:
    return ranks.places(ctx.data, of or chart(ctx), app, ctx.link.since, ctx.link.until)


def newest(ctx: Context) -> datetime:
    """The newest snapshot of the chart that tells of a chosen assistant."""
    return max(one.at for app in ctx.link.chosen for one in places(ctx, app))


def at_newest(ctx: Context, app: str) -> Place:
    return next(one for one in places(ctx, app) if one.at == newest(ctx))


def latest_rank(ctx: Context) -> int | None:
    return at_newest(ctx, ctx.app()).rank


def latest_depth(ctx: Context) -> OneOf:
    apps = [app for app in ctx.link.chosen if any(one.at == newest(ctx) for one in places(ctx, app))]
    return one_of(at_newest(ctx, app).depth for app in apps)


def worst_of(ctx: Context) -> list[Place]:
    return places(ctx, ctx.app())


def days_chosen(ctx: Context) -> int:
    return ctx.link.days


def of_app(of: Callable[[list[Place]], Any]) -> Derive:
    """Of the snapshots that tell of the app that the words name."""
    return lambda ctx: of(places(ctx, ctx.app()))


def best(found: list[Place]) -> Place:
    return min((one for one in found if one.rank), key=lambda one: (one.rank, one.at))


def days_read(found: list[Place]) -> int:
    return len(ranks.by_day(found))


def within(worst: int) -> Callable[[list[Place]], int]:
    return lambda found: len(ranks.days_within(found, worst))


def duel(of: Callable[[ranks.Duel], Any]) -> Derive:
    def derive(ctx: Context) -> Any:
        return of(ranks.duel(places(ctx, ctx.app()), places(ctx, ctx.app("rival"))))

    return derive


def read_in(ctx: Context) -> list[list[Row]]:
    """The snapshots of the link's chart in the days chosen."""
    link, every = ctx.link, ranks.snapshots(ctx.data, ctx.link.chart_read)
    return [rows for (at, _), rows in every.items() if link.since <= at.date() <= link.until]


def moments(ctx: Context) -> list[datetime]:
    every = ranks.snapshots(ctx.data, ctx.link.chart_read)
    return sorted(at for at, _ in every if ctx.link.since <= at.date() <= ctx.link.until)


def chart_days(ctx: Context) -> int:
    return len({at.date() for at in moments(ctx)})


def depths(ctx: Context) -> list[int]:
    return [int(max(row["depth"] for row in rows)) for rows in read_in(ctx)]


def whole_days(ctx: Context) -> int:
    every = ranks.snapshots(ctx.data, ctx.link.chart_read).items()
    inside = [(at, rows) for (at, _), rows in every if ctx.link.since <= at.date() <= ctx.link.until]
    return len({at.date() for at, rows in inside if rows[0]["scope"] == "all"})


# ---------------------------------------------------------------- two snapshots compared


def complete(ctx: Context) -> list[tuple[datetime, list[Row]]]:
    """The first and the last snapshot of the days chosen that kept every place."""
    every = ranks.snapshots(ctx.data, ctx.link.chart_read)
    inside = sorted(
        (key, rows)
        for key, rows in every.items()
        if ctx.link.since <= key[0].date() <= ctx.link.until and rows[0]["scope"] == "all"
    )
    first = {at: rows for (at, _), rows in reversed(inside)}
    ends = sorted(first.items())
    return [ends[0], ends[-1]]


def moves(ctx: Context) -> dict[str, list[tuple[str, int | None, int | None]]]:
    """What became of each app from the first whole snapshot to the last: kind of move -> name and both places."""
    (_, older), (_, newer) = complete(ctx)
    old, new = ({row["app_id"]: int(row["rank"]) for row in rows} for rows in (older, newer))
    deep_old, deep_new = (max(row["depth"] for row in rows) for rows in (older, newer))
    names = {row["app_id"]: row["app_name"] for row in [*older, *newer]}
    found: dict[str, list[tuple[str, int | None, int | None]]] = {}
    for app_id, name in names.items():
        before, after = old.get(app_id), new.get(app_id)
        kind = _move(before, after, deep_old, deep_new)
        found.setdefault(kind, []).append((_shown_as(ctx, app_id, name), before, after))
    return found


def _move(before: int | None, after: int | None, deep_old: int, deep_new: int) -> str:
    if before is None:
        return "new" if after is not None and after <= deep_old else "unseen_before"
    if after is None:
        return "left" if before <= deep_new else "unseen_after"
    return "stayed" if before == after else "climbed" if after < before else "fell"


def _shown_as(ctx: Context, app_id: str, name: str) -> str:
    code = next((one.app for one in ctx.data.apps.ids if one.app_id == app_id), None)
    return wording.plain(ctx.data.apps.names[code] if code else name)


def moved(kind: str) -> Derive:
    return lambda ctx: len(moves(ctx).get(kind, []))


def of_mover(position: int) -> Derive:
    """A place of the app that the words before name, of all that bear that name."""

    def derive(ctx: Context) -> OneOf:
        before = ctx.element.text[: ctx.match.start()].rstrip(" (")
        every = [one for found in moves(ctx).values() for one in found]
        named = [one for one in every if before.endswith(one[0])]
        longest = max((len(one[0]) for one in named), default=0)
        return one_of(
            one[position] if position else abs((one[1] or 0) - (one[2] or 0))
            for one in named
            if len(one[0]) == longest
        )

    return derive


def only_place(ctx: Context) -> OneOf:
    """The place of an app that is in one of both snapshots."""
    before = ctx.element.text[: ctx.match.start("place")].rstrip(" (")
    every = [one for kind in ("new", "left") for one in moves(ctx).get(kind, [])]
    named = [one for one in every if before.endswith(one[0])]
    longest = max((len(one[0]) for one in named), default=0)
    return one_of(one[2] if one[1] is None else one[1] for one in named if len(one[0]) == longest)


# ---------------------------------------------------------------- several countries


def countries(ctx: Context, app: str) -> dict[str, list[Place]]:
    """Each country with a snapshot of the chart that tells of an app."""
    here = ctx.link.chart_read
    every = [
        one
        for one in ranks.charts(ctx.data)
        if (one.store, one.chart, one.category) == (here.store, here.chart, here.category)
    ]
    found = {one.country: places(ctx, app, one) for one in every}
    return {country: mine for country, mine in found.items() if mine}


def last_in(ctx: Context, app: str) -> dict[str, Place]:
    """Where the app stood in each country's newest snapshot that tells of a chosen assistant."""
    newest_in: dict[str, datetime] = {}
    for one in ctx.link.chosen:
        for country, mine in countries(ctx, one).items():
            newest_in[country] = max(newest_in.get(country, datetime.min), mine[-1].at)
    found = countries(ctx, app)
    return {
        country: next(two for two in mine if two.at == newest_in[country])
        for country, mine in found.items()
        if mine[-1].at == newest_in[country]
    }


def ranked_countries(ctx: Context) -> int:
    return sum(one.rank is not None for one in last_in(ctx, ctx.app()).values())


def countries_told(ctx: Context) -> OneOf:
    every = {country for app in ctx.link.chosen for country in countries(ctx, app)}
    return one_of([len(last_in(ctx, ctx.app())), len(countries(ctx, ctx.app())), len(every)])


def best_country(ctx: Context) -> int:
    return min(one.rank for one in last_in(ctx, ctx.app()).values() if one.rank)


def newest_days(end: Callable[[Iterable[date]], date]) -> Derive:
    """The first or the last of the days of the countries' newest snapshots, or of all of them."""

    def derive(ctx: Context) -> OneOf:
        last = [one.day for app in ctx.link.chosen for one in last_in(ctx, app).values()]
        every = [one.day for app in ctx.link.chosen for mine in countries(ctx, app).values() for one in mine]
        return one_of([end(last), end(every)])

    return derive


# ---------------------------------------------------------------- claims


def core(ctx: Context) -> list[Row]:
    """The four figures, or those of the app that the words name."""
    every = [row for row in ctx.data.claims("milestones") if row["core"]]
    names = ctx.data.apps.names
    named = [
        row
        for row in every
        if names[row["app"]] in (ctx.element.label, ctx.element.text[2:40].partition(" \u2265")[0])
    ]
    return named or every


def core_value(ctx: Context) -> OneOf:
    ways = {"at_least": "down"}
    return one_of(Rounded(row["value"], ways.get(row["qualifier"], "near")) for row in core(ctx))


def core_days(ctx: Context) -> OneOf:
    return one_of(row["days_stated"] for row in core(ctx) if row["days_stated"])


def core_dates(ctx: Context) -> OneOf:
    return one_of(
        Partial(row[name]) for row in core(ctx) for name in ("period_start", "period_end") if row[name]
    )


def claim_dates(ctx: Context) -> OneOf:
    """The first and last days of the reported ranks of the app that the words name."""
    here = ctx.link.chart_read
    chosen = (here.country, here.store, here.chart, here.category)
    rows = [
        row
        for row in ctx.data.claims("reported_ranks")
        if tuple(row[name] for name in ("country", "store", "chart", "category")) == chosen
        and row["app"] == ctx.app()
    ]
    days = [row[name] for row in rows for name in ("first_day", "last_day") if row[name]]
    return one_of([*days, *(Partial(str(day)[:7]) for day in days), *(Partial(str(day)[:4]) for day in days)])


def audience(ctx: Context) -> list[Row]:
    """Claims of users in the days chosen of the app that the words name last before the number."""
    link = ctx.link
    return [
        row
        for row in ctx.data.claims("milestones")
        if row["metric"] == link.metric
        and row["app"] == ctx.app()
        and row["scope"] in ("world", link.country)
    ]


def users(ctx: Context) -> OneOf:
    ways = {"at_least": "down"}
    return one_of(Rounded(row["value"], ways.get(row["qualifier"], "near")) for row in audience(ctx))


def share(ctx: Context) -> OneOf:
    return one_of(
        Rounded(row["value"])
        for row in ctx.data.claims("milestones")
        if row["metric"] == "usage_share" and row["app"] == ctx.app()
    )


# ---------------------------------------------------------------- ratings


def ratings(ctx: Context, app: str) -> list[Row]:
    link = ctx.link
    ids = {one.app_id for one in ctx.data.apps.ids if (one.app, one.store) == (app, link.store)}
    mine = [
        row
        for row in ctx.data.rows("ratings")
        if row["country"] == link.country
        and row["app_id"] in ids
        and link.since <= row["observed_at"].date() <= link.until
    ]
    return sorted(mine, key=lambda row: row["observed_at"])


def rating_count(ctx: Context) -> int:
    return int(ratings(ctx, ctx.app())[-1]["rating_count"])


def weekly(ctx: Context) -> Rounded:
    before, now = ratings(ctx, ctx.app())[-2:]
    weeks = (now["observed_at"] - before["observed_at"]).total_seconds() / 604800
    return Rounded((now["rating_count"] - before["rating_count"]) / weeks)


def gained(ctx: Context) -> int:
    before, now = ratings(ctx, ctx.app())[-2:]
    return abs(int(now["rating_count"] - before["rating_count"]))


def days_between(ctx: Context) -> Rounded:
    before, now = ratings(ctx, ctx.app())[-2:]
    return Rounded((now["observed_at"] - before["observed_at"]) / timedelta(days=1))


def stars(ctx: Context) -> Rounded:
    return Rounded(ratings(ctx, ctx.app())[-1]["rating_average"])


def rated_days(ctx: Context) -> OneOf:
    every = [ratings(ctx, app) for app in ctx.link.chosen]
    return one_of(one["observed_at"].date() for mine in every for one in (mine[:1] + mine[-1:]))


def rated(ctx: Context) -> int:
    return sum(len(ratings(ctx, app)) for app in ctx.link.chosen)


# ---------------------------------------------------------------- sources


def country_charts(ctx: Context) -> list[datetime]:
    """The moments of every snapshot of the link's country."""
    country = ctx.link.chart_read.country
    return [
        row["observed_at"].to_pydatetime() for row in ctx.data.rows("charts") if row["country"] == country
    ]


def claims_held(ctx: Context) -> int:
    names = ("launches", "milestones", "reported_ranks", "events", "features")
    return sum(len(ctx.data.claims(name)) for name in names)


# ---------------------------------------------------------------- launches


def moves_by(ctx: Context) -> OneOf:
    """By how many days any other launch would move the answers: ranges where a source gives a month."""
    app = ctx.app()
    usual = launches.first_app(ctx.data, app)
    others = [
        launches.chosen(ctx.data, app, one, ctx.link.country) for one in ("web", "ios", "android", "country")
    ]
    assert usual
    least = [abs((usual.days.first - one.days.last).days) for one in others if one]
    most = [abs((usual.days.last - one.days.first).days) for one in others if one]
    return one_of([*least, *most])


def launched(ctx: Context) -> OneOf:
    return one_of(Partial(one.on) for one in launches.launches(ctx.data) if one.app == ctx.app())


def since(ctx: Context) -> date:
    return ctx.link.since


def until(ctx: Context) -> date:
    return ctx.link.until


ORDINALS = {"place": ORDINAL, "before": ORDINAL, "after": ORDINAL}
RULES = [
    # the line of filters
    Said(
        rf" · (?:du )?(?P<first>{MOMENT}) (?:to|au) (?P<last>{MOMENT}) · ",
        {"first": since, "last": until},
        ("",),
        is_pattern=True,
    ),
    # ranks
    Said(
        "{apps} below the cut-off of {depth}",
        {"depth": latest_depth},
        ("standing", "history", "countries"),
        fields=DEPTH,
    ),
    Said(
        "{app} below the cut-off of {depth}", {"depth": latest_depth}, ("standing", "history"), fields=DEPTH
    ),
    Said("{app} {place}", {"place": latest_rank}, ("standing", "history"), fields={"place": ORDINAL}),
    Said(rf"(?P<day>{MOMENT}) ?:", {"day": newest}, ("standing", "history"), is_pattern=True),
    Said(
        "{app}: best {best} ({best_day}), latest {latest} ({latest_day}); {days}.",
        {
            "best": of_app(lambda found: best(found).rank),
            "best_day": of_app(lambda found: best(found).day),
            "latest": of_app(lambda found: found[-1].rank),
            "latest_day": of_app(lambda found: found[-1].day),
        },
    ),
    Said(
        rf"<app> ?:[^\n.]*?(?P<n>{NUMBER}) (?:of|sur) (?P<days>{NUMBER}) (?:days?|jours?) (?:with|avec)",
        {"n": of_app(days_read), "days": days_chosen},
        is_pattern=True,
    ),
    Said(
        "{app} ahead on {ahead} and {rival} on {behind} of {days} ({chosen} chosen)",
        {
            "ahead": duel(lambda one: one.ahead),
            "behind": duel(lambda one: one.behind),
            "days": duel(lambda one: one.telling),
            "chosen": days_chosen,
        },
    ),
    # coverage
    Said(
        "{country}, {category}: {n} of {days} read",
        {"n": chart_days, "days": days_chosen},
        ("calendar",),
    ),
    Said(
        "{n} reading",
        {"n": lambda ctx: len(read_in(ctx))},
        ("history", "calendar", "head-to-head"),
        fields={"n": NUMBER},
    ),
    Said(
        "{n} readings",
        {"n": lambda ctx: len(read_in(ctx))},
        ("history", "calendar", "head-to-head"),
        fields={"n": NUMBER},
    ),
    Said(
        "top {least} to {most} read",
        {"least": lambda ctx: min(depths(ctx)), "most": lambda ctx: max(depths(ctx))},
    ),
    Said("top {depth} read", {"depth": lambda ctx: max(depths(ctx))}),
    Said("a whole chart kept on {n} day", {"n": whole_days}, fields={"n": NUMBER}),
    Said("a whole chart kept on {n} days", {"n": whole_days}, fields={"n": NUMBER}),
    Said("A whole chart kept on {n} days", {"n": whole_days}, fields={"n": NUMBER}),
    Said(
        "assistants alone on {n} days",
        {"n": lambda ctx: chart_days(ctx) - whole_days(ctx)},
        fields={"n": NUMBER},
    ),
    Said(
        "assistants alone on {n} day",
        {"n": lambda ctx: chart_days(ctx) - whole_days(ctx)},
        fields={"n": NUMBER},
    ),
    Said(
        rf"(?:read|relevé|relevés) (?:du )?(?P<first>{MOMENT})(?: (?:to|au) (?P<last>{MOMENT}))?",
        {
            "first": lambda ctx: moments(ctx)[0].date(),
            "last": lambda ctx: moments(ctx)[-1].date(),
        },
        ("history", "calendar", "head-to-head"),
        is_pattern=True,
    ),
    # movers
    Said(
        "{before} (top {depth}) to {after} (top {later_depth}): {moves}.",
        {
            "before": lambda ctx: complete(ctx)[0][0],
            "depth": lambda ctx: max(row["depth"] for row in complete(ctx)[0][1]),
            "after": lambda ctx: complete(ctx)[1][0],
            "later_depth": lambda ctx: max(row["depth"] for row in complete(ctx)[1][1]),
        },
        ("movers",),
    ),
    *(
        Said(f"{{n}} {word}", {"n": moved(kind)}, ("movers",), fields={"n": NUMBER})
        for word, kind in (
            ("climbed", "climbed"),
            ("fell", "fell"),
            ("stayed", "stayed"),
            ("new", "new"),
            ("left", "left"),
        )
    ),
    Said(
        "{before} to {after}, up {n}",
        {"before": of_mover(1), "after": of_mover(2), "n": of_mover(0)},
        ("movers",),
        fields=ORDINALS,
    ),
    Said(
        "{before} to {after}, down {n}",
        {"before": of_mover(1), "after": of_mover(2), "n": of_mover(0)},
        ("movers",),
        fields=ORDINALS,
    ),
    Said(rf"\((?P<place>{ORDINAL})\)", {"place": only_place}, is_pattern=True, pages=("rank",)),
    Said(
        "{n} more app is missing only because the second reading is shorter: it cannot tell.",
        {"n": moved("unseen_after")},
    ),
    Said(
        "{n} more apps are missing only because the second reading is shorter: it cannot tell.",
        {"n": moved("unseen_after")},
    ),
    Said(
        "{n} more app is there only because the first reading is shorter: it cannot tell.",
        {"n": moved("unseen_before")},
    ),
    Said(
        "{n} more apps are there only because the first reading is shorter: it cannot tell.",
        {"n": moved("unseen_before")},
    ),
    # countries
    Said(
        "{app} ranked in {n} of {read}, best in {country}: {place}",
        {"n": ranked_countries, "read": countries_told, "place": best_country},
        ("countries",),
        fields={"n": NUMBER, "place": ORDINAL},
    ),
    Said("{app} below the cut-off in every one of {read}", {"read": countries_told}, ("countries",)),
    Said("{app} observed in none of {read}", {"read": countries_told}, ("countries",)),
    Said("{app} {place}", {"place": latest_rank}, ("countries",), fields={"place": ORDINAL}),
    Said(rf", (?P<day>{MOMENT}) ?:", {"day": newest}, ("countries",), is_pattern=True),
    Said(
        rf": (?:du )?(?P<first>{MOMENT})(?: (?:to|au) (?P<last>{MOMENT}))? · ",
        {"first": newest_days(min), "last": newest_days(max)},
        ("countries",),
        is_pattern=True,
    ),
    # the four figures
    Said(r"[≥≈=] ?(?P<value>[\d.,]+ ?(?:K|M|B|k|Md)?)", {"value": core_value}, ("core", ""), is_pattern=True),
    Said(
        r"(?:at least|about|exactly|estimate|au moins|environ|exactement) (?P<value>\d[\d ,.]*\d) (?:downloads|téléchargements)",
        {"value": core_value},
        ("core", ""),
        is_pattern=True,
    ),
    Said("in {n} days", {"n": core_days}, ("core", ""), fields={"n": NUMBER}),
    Said(
        rf"· (?:du )?(?P<first>{MOMENT}) (?:to|au) (?P<last>{MOMENT}) ·",
        {"first": core_dates, "last": core_dates},
        ("core", ""),
        is_pattern=True,
    ),
    Said(r"· (?P<month>[^\W\d]+ \d{4}) ·", {"month": core_dates}, ("core", ""), is_pattern=True),
    # reports
    Said(
        rf"<app>[^\n;]*?(?P<day>{MOMENT})",
        {"day": claim_dates},
        ("reported", "firsts-claimed", "claims-first"),
        is_pattern=True,
    ),
    # users, ratings
    Said(
        r"<app> (?:at least|about|exactly|au moins|environ|exactement) (?P<value>[\d.,]+ ?(?:K|M|B|k|Md)?)",
        {"value": users},
        pages=("competitors",),
        is_pattern=True,
    ),
    Said(r"<app> (?P<share>[\d.,]+) ?%", {"share": share}, pages=("competitors",), is_pattern=True),
    Said(
        r"<app> (?P<n>\d[\d ,]*) (?:ratings?|notes?|évaluations?|avis)",
        {"n": rating_count},
        ("ratings",),
        is_pattern=True,
    ),
    Said(
        r"<app> [^;]*?\((?P<n>\d[\d ,]*) (?:new a week|[^\d]*par semaine)",
        {"n": weekly},
        ("ratings",),
        is_pattern=True,
    ),
    Said("{app} {stars} stars of 5", {"stars": stars}, ("ratings",), fields={"stars": NUMBER}),
    Said(
        r"<app> (?P<n>\d[\d ,]*) (?:new a week|[^\d]*par semaine)",
        {"n": weekly},
        ("ratings",),
        is_pattern=True,
    ),
    Said(
        rf", (?:du )?(?P<first>{MOMENT})(?: (?:to|au) (?P<last>{MOMENT}))? ?:",
        {"first": rated_days, "last": rated_days},
        ("ratings",),
        is_pattern=True,
    ),
    Said("{n} readings of an assistant", {"n": rated}, fields={"n": NUMBER}),
    # sources
    Said(
        "{country}, newest chart snapshot: {moment}, {chart}",
        {"moment": lambda ctx: max(country_charts(ctx))},
        fields={"moment": MOMENT},
    ),
    Said("{n} claims, each with its source", {"n": claims_held}, ("claims",), fields={"n": NUMBER}),
    Said(
        "{n} sources", {"n": lambda ctx: len(ctx.data.claims("sources"))}, ("sources",), fields={"n": NUMBER}
    ),
    # launches
    Said("{app} by {days} ({choice})", {"days": moves_by, "choice": launched}),
    Said(
        "{app} {days}, from {day}", {"days": moves_by, "day": launched}, fields={"days": r"[+\u2212][^,;]+?"}
    ),
]
