"""How the cells of each table are derived."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from tests.reference import averages, comparing, intervals, launches, ranks, witnesses
from tests.reference.bounds import bounds, counted_from
from tests.reference.dates import span
from tests.reference.draw import wording
from tests.reference.draw.amounts import AllOf, Partial, Rounded, one_of
from tests.reference.draw.deriving import Cells, Columns
from tests.reference.ranks import Chart, Place
from tests.reference.rounding import least, most
from tests.reference.snapshots import StoreId

Cell = Callable[[Cells], Any]


def raw(dataset: str, column: str) -> Cell:
    """The cell of a raw row."""
    return lambda row: row.raw(dataset)[column]


def partial(dataset: str, column: str) -> Cell:
    return lambda row: Partial(row.raw(dataset)[column])


def low(row: Cells) -> Any:
    claim = row.raw("milestones")
    return least(claim["qualifier"], claim["value"])


def high(row: Cells) -> Any:
    claim = row.raw("milestones")
    return None if claim["metric"] == "downloads_in_period" else most(claim["qualifier"], claim["value"])


# ---------------------------------------------------------------- ranks


def found(row: Cells, chart: Chart | None = None, heading: str = "Assistant") -> list[Place]:
    """Where the row's assistant stood in the days chosen."""
    link = row.link
    return ranks.places(row.data, chart or link.chart_read, row.app(heading), link.since, link.until)


def at(row: Cells, chart: Chart | None = None) -> Place:
    """Where it stood in the row's own snapshot."""
    moment = row.cells["Read at (UTC)"].to_pydatetime()
    who = row.cells.get("Recorded by")
    return next(one for one in found(row, chart) if one.at == moment and who in (None, one.collection))


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
        first, last = claim["first_day"] or date.min, claim["last_day"]
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


RANKS = [
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
        {"Place": lambda row: at(row).rank, "Places read": lambda row: at(row).depth},
    ),
    Columns(
        ("Assistant", "Readings", "Days read", "Best", "Latest"),
        {
            "Readings": summary(len),
            "Days read": summary(lambda places: len(ranks.by_day(places))),
            "Days 1st": summary(lambda places: len(ranks.days_within(places, 1))),
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
            "First": summary(lambda places: places[0].rank),
            "First on": summary(lambda places: places[0].at),
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
            "Readings that tell": pair(lambda one: one.telling),
            "Days comparable": pair(lambda one: one.ahead + one.behind),
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
            "Days 1st": reported(lambda places: len(ranks.days_within(places, 1))),
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

# ---------------------------------------------------------------- launches and downloads


def choice(row: Cells, heading: str = "Choice of day 0") -> launches.Launch | None:
    words = {"press": "as the press counts", "web": "web", "ios": "iPhone and iPad", "android": "Android"}
    words |= {"country": "this country"}
    said = {form: code for code, text in words.items() for form in wording.said(text, row.lang)}
    code = said[row.cells[heading]]
    if code == "press":
        return launches.first_app(row.data, row.app())
    return launches.chosen(row.data, row.app(), code, row.link.country)


def moves(most: bool) -> Cell:
    """By how many days another launch moves the answers: a range where a source gives its month."""

    def derive(row: Cells) -> int | None:
        usual, other = launches.first_app(row.data, row.app()), choice(row)
        if usual is None or other is None or usual.launch_id == other.launch_id:
            return None if usual is None or other is None else 0
        if most:
            return (usual.days.last - other.days.first).days
        return (usual.days.first - other.days.last).days

    return derive


PLATFORMS = {"ios": "iPhone and iPad", "android": "Android", "all": "all platforms", "web": "web"}


def platform(row: Cells) -> str:
    said = {form: code for code, text in PLATFORMS.items() for form in wording.said(text, row.lang)}
    return said[row.cells["Platform"]]


def interval(of: Callable[[intervals.Interval], Any]) -> Cell:
    def derive(row: Cells) -> Any:
        cell = (row.app(), platform(row), row.place("Where"))
        every = intervals.evidence(row.data, row.link.day0, row.link.country)[cell]
        one = intervals.time_to(every, row.cells["Downloads to reach"])
        return None if one is None else of(one)

    return derive


def ladder(goal: int) -> Cell:
    """The days of one launch to one number, as the small table has them."""

    def derive(row: Cells) -> Any:
        every = intervals.evidence(row.data, row.link.day0, row.link.country)
        one = intervals.time_to(every[row.app(), *_scope(row)], goal)
        return (
            None
            if one is None
            else AllOf((one.after if one.by is None else None, one.by, one.sure, _after(one)))
        )

    return derive


def _after(one: intervals.Interval) -> int | None:
    return None if one.after is None or one.by is None else one.after + 1


def _scope(row: Cells) -> tuple[str, str]:
    """Platform and place of a row that names both in one cell."""
    name, _, place = wording.plain(row.cells["Where"]).partition(", ")
    codes = {form: code for code, text in PLATFORMS.items() for form in wording.said(text, row.lang)}
    return codes[name], wording.places(row.lang)[place]


def race(row: Cells, app: str) -> list[intervals.Evidence]:
    link = row.link
    found = intervals.evidence(row.data, link.day0, link.country)
    return found.get((app, link.platform, link.scope), [])


def bound(row: Cells) -> Any:
    return next(one for one in bounds(row.data) if one.claim["claim_id"] == row.claim)


def since_zero(end: str) -> Cell:
    def derive(row: Cells) -> Any:
        one = bound(row)
        launch = launches.chosen(row.data, row.app(), row.link.day0, row.link.country)
        known = (launch.days.first, launch.days.last) if launch else counted_from(bounds(row.data))[one.cell]
        return (getattr(one, end) - known[end == "first_on"]).days

    return derive


def average(of: Callable[[averages.Average], Any], every: Callable[..., list[averages.Average]]) -> Cell:
    def derive(row: Cells) -> Any:
        mine = [one for one in every(row.data) if row.claim == one.claim_id or row.claim in one.copies]
        days = row.cells.get("Fewest days"), row.cells.get("Most days")
        found = [one for one in mine if (one.fewest, one.longest) == days] or mine
        return of(found[0]) if found else None

    return derive


def stretches(data: Any) -> list[averages.Average]:
    return [*averages.since_launch(data), *averages.between_counts(data)]


def periods(data: Any) -> list[averages.Average]:
    return averages.of_periods(data)


def copies(row: Cells) -> int:
    """How many claims of the row's disagreement say the same by one statement."""
    claim, every = row.raw("milestones"), row.data.claims("milestones")
    alike = [
        one for one in every if (one["conflict_id"], one["value"]) == (claim["conflict_id"], claim["value"])
    ]
    return witnesses.copies(alike)[witnesses.statement(claim)]


def spread(row: Cells) -> Any:
    claim = row.raw("milestones")
    same = ("conflict_id", "platform", "scope")
    ended = span(claim["period_end"])
    alike = [
        one["value"]
        for one in row.data.claims("milestones")
        if [one[name] for name in same] == [claim[name] for name in same]
        and one["app"] in row.link.chosen
        and one["metric"].startswith(("downloads", "installs"))
        and (span(one["period_end"]) or ended) == ended
        and (one["period_end"] is None) == (claim["period_end"] is None)
    ]
    return max(alike) / min(alike)


GOALS = {
    "10K": 10_000,
    "100K": 100_000,
    "500K": 500_000,
    "1M": 1_000_000,
    "10M": 10_000_000,
    "100M": 100_000_000,
}
CLAIMED: dict[str, Cell] = {
    "Value": raw("milestones", "value"),
    "From": partial("milestones", "period_start"),
    "To": partial("milestones", "period_end"),
    "Days, as stated": raw("milestones", "days_stated"),
}
DOWNLOADS = [
    Columns(("Assistant", "Where", *GOALS), {name: ladder(goal) for name, goal in GOALS.items()}),
    Columns(
        ("Assistant", "Choice of day 0", "Launched", "Moves answers by at least (days)"),
        {
            "Moves answers by at least (days)": moves(most=False),
            "Moves answers by at most (days)": moves(most=True),
            "Launched": lambda row: Partial(choice(row).on),  # type: ignore[union-attr]
        },
    ),
    Columns(
        ("Downloads to reach", "Assistant", "Platform", "Where", "Reached by day"),
        {
            "Day 0": interval(lambda one: one.day_zero),
            "Not yet by day": interval(lambda one: one.after),
            "Reached by day": interval(lambda one: one.by),
            "At the latest by day": interval(lambda one: one.sure),
            "Claims": interval(lambda one: one.claims),
            "Independent statements": interval(lambda one: one.statements),
        },
    ),
    Columns(
        ("Assistant", "Day", "Floor", "Ceiling"),
        {
            "Floor": lambda row: _floor(race(row, row.app()), row.cells["Day"]),
            "Ceiling": lambda row: _ceiling(race(row, row.app()), row.cells["Day"]),
        },
    ),
    Columns(
        ("Assistant", "Rival", "Floor", "Rival, at least"),
        {
            "Floor": lambda row: comparing.floor_on(race(row, row.app()), int(row.link.day)),
            "Ceiling": lambda row: comparing.ceiling_on(race(row, row.app()), int(row.link.day)),
            "Rival, at least": lambda row: comparing.floor_on(race(row, row.app("Rival")), int(row.link.day)),
            "Rival, at most": lambda row: comparing.ceiling_on(
                race(row, row.app("Rival")), int(row.link.day)
            ),
        },
    ),
    Columns(
        ("Assistant", "Bound", "Day, at the earliest", "Day, at the latest", "Claim"),
        {
            "Value": raw("milestones", "value"),
            "At least": low,
            "At most": high,
            "Day, at the earliest": since_zero("first_on"),
            "Day, at the latest": since_zero("last_on"),
        },
    ),
    Columns(
        ("Assistant", "Fewest days", "Most days", "Least", "Claim"),
        {
            "Value": raw("milestones", "value"),
            "Fewest days": average(lambda one: one.fewest, stretches),
            "Most days": average(lambda one: one.longest, stretches),
            "Least": average(lambda one: Rounded(one.least), stretches),
            "Most": average(lambda one: one.most and Rounded(one.most), stretches),
        },
    ),
    Columns(
        ("Assistant", "From", "To", "Days", "Least", "Claim"),
        {
            **CLAIMED,
            "Days": average(lambda one: one.longest, periods),
            "Least": average(lambda one: Rounded(one.least), periods),
            "Most": average(lambda one: one.most and Rounded(one.most), periods),
        },
    ),
    Columns(
        ("Claims of it", "Greatest over least", "Claim"),
        {
            **CLAIMED,
            "At least": low,
            "At most": lambda row: most(row.raw("milestones")["qualifier"], row.raw("milestones")["value"]),
            "Claims of it": copies,
            "Greatest over least": lambda row: Rounded(spread(row)),
        },
    ),
]


def _floor(every: list[intervals.Evidence], day: int) -> float | None:
    return max((one.low for one in every if one.low is not None and one.latest <= day), default=None)


def _ceiling(every: list[intervals.Evidence], day: int) -> float | None:
    return min((one.high for one in every if one.high is not None and one.earliest >= day), default=None)


# ---------------------------------------------------------------- users, ratings, claims, sources


def rated(column: str) -> Cell:
    def derive(row: Cells) -> Any:
        return _rating(row)[column]

    return derive


def _ratings(row: Cells) -> list[dict[str, Any]]:
    link = row.link
    ids = [one for one in row.data.apps.ids if (one.app, one.store) == (row.app(), link.store)]
    here = [one for one in row.data.rows("ratings") if one["country"] == link.country]
    mine = [one for one in here if any(ours(known, one) for known in ids)]
    return sorted(mine, key=lambda one: one["observed_at"])


def _rating(row: Cells) -> dict[str, Any]:
    return next(one for one in _ratings(row) if one["observed_at"] == row.cells["Read at (UTC)"])


def gained(row: Cells) -> tuple[int, float] | None:
    """Ratings more than in the snapshot before, and the weeks between."""
    now, link = _rating(row), row.link
    earlier = [
        one
        for one in _ratings(row)
        if one["app_id"] == now["app_id"]
        and one["observed_at"] < now["observed_at"]
        and one["observed_at"].date() >= link.since
    ]
    if not earlier:
        return None
    weeks = (now["observed_at"] - earlier[-1]["observed_at"]).total_seconds() / 604800
    return int(now["rating_count"] - earlier[-1]["rating_count"]), weeks


def weekly(row: Cells) -> Any:
    more = gained(row)
    return None if more is None else Rounded(more[0] / more[1])


def any_claim(row: Cells) -> Any:
    """The date of a claim of any dataset."""
    columns = {
        "launches": "launched_on",
        "milestones": "period_end",
        "events": "happened_on",
        "features": "as_of",
    }
    words = {"launches": "launches", "milestones": "milestones", "events": "events", "features": "features"}
    words |= {"reported_ranks": "reported places"}
    said = {form: code for code, text in words.items() for form in wording.said(text, row.lang)}
    dataset = said.get(row.cells["Data"], "reported_ranks")
    if dataset == "reported_ranks":
        return row.raw(dataset)["last_day"]
    return Partial(row.raw(dataset)[columns[dataset]])


def source(column: str) -> Cell:
    return lambda row: Partial(str(_source(row)[column]))


def _source(row: Cells) -> dict[str, Any]:
    return next(one for one in row.data.claims("sources") if one["source_id"] == row.cells["Id"])


DATASETS = ("launches", "milestones", "reported_ranks", "events", "features")


def cited(row: Cells) -> int:
    """How many claims name a source."""
    every = [one for name in DATASETS for one in row.data.claims(name)]
    return sum(one["source_id"] == row.cells["Id"] for one in every)


def held(row: Cells) -> list[dict[str, Any]]:
    """The rows that a collection recorded, of charts one a snapshot; or the claims of numbers and ranks."""
    who, every = row.cells["Recorded by"], row.data.rows
    if who in wording.said("claims", row.lang):
        return [*row.data.claims("milestones"), *row.data.claims("reported_ranks")]
    mine = [one for one in every("charts") if one["source"].partition("@")[0] == who]
    rated = [one for one in every("ratings") if one["source"].partition("@")[0] == who]
    mine += [one for one in rated if any(ours(two, one) for two in row.data.apps.ids)]
    key = ("store", "country", "chart", "category", "observed_at", "app_id")
    if mine and "chart" in mine[0]:
        phones = row.data.apps.telephones
        mine = [one for one in mine if one["device"] == phones[one["store"]]]
        return list({tuple(one[name] for name in key[:5]): one for one in mine}.values())
    return mine


def ours(known: StoreId, row: dict[str, Any]) -> bool:
    """Whether a row is of this id, on a day on which it means its app."""
    same = (known.store, known.app_id) == (row["store"], row["app_id"])
    return same and known.since <= row["observed_at"].date() <= known.until


def newest_of(row: Cells) -> Any:
    rows = held(row)
    return max(one.get("observed_at") or one["recorded_on"] for one in rows)


def series(of: Callable[[list[dict[str, Any]]], Any]) -> Cell:
    """Of the counts of one number that one source published together, in the order of time."""

    def derive(row: Cells) -> Any:
        metric = row.term("metrics", "Metric")
        wanted = (row.app(), metric, platform(row), row.place("Where"), row.cells["Stated by"])
        names = ("app", "metric", "platform", "scope", "stated_by")
        every = [
            one
            for one in row.data.claims("milestones")
            if tuple(one[name] for name in names) == wanted and one["period_end"]
        ]
        last = {one["claim_id"]: span(one["period_end"]) for one in every}
        sources = {one["source_id"]: one["url"] for one in row.data.claims("sources")}
        mine = [one for one in every if sources.get(one["source_id"]) == row.cells["Source"]]
        return of(sorted(mine, key=lambda one: last[one["claim_id"]].last))  # type: ignore[union-attr]

    return derive


def _on(every: list[dict[str, Any]], end: int) -> list[float]:
    """The counts of the first or the last day."""
    return [one["value"] for one in every if span(one["period_end"]) == span(every[end]["period_end"])]


OTHERS = [
    Columns(
        ("Data", "Recorded by", "Rows", "Newest (UTC)"),
        {
            "Rows": lambda row: len(held(row)),
            "Newest (UTC)": newest_of,
            "Taken in (UTC)": lambda row: max(one["ingested_at"] for one in held(row)),
        },
    ),
    Columns(
        ("Assistant", "Read at (UTC)", "Ratings", "Average (stars)"),
        {
            "Ratings": rated("rating_count"),
            "Average (stars)": lambda row: Rounded(_rating(row)["rating_average"]),
            "New ratings": lambda row: None if gained(row) is None else gained(row)[0],  # type: ignore[index]
            "New ratings a week": weekly,
        },
    ),
    Columns(
        ("Share (%)", "At least", "At most", "Claim"),
        {
            "Value": raw("milestones", "value"),
            "To": partial("milestones", "period_end"),
            "Share (%)": lambda row: one_of(share(row)),
            "At least": lambda row: one_of(share_end(row, least, most)),
            "At most": lambda row: one_of(share_end(row, most, least)),
            "Of": lambda row: one_of(one["value"] for one in wholes(row)),
        },
    ),
    Columns(("Assistant", "Metric", "Value", "Claim"), CLAIMED),
    Columns(("Feature", "As of", "Claim"), {"As of": partial("features", "as_of")}),
    Columns(("Data", "Claim", "Date"), {"Date": any_claim}),
    Columns(
        ("Id", "Published", "Claims"),
        {"Published": source("published_on"), "Recorded": source("recorded_on"), "Claims": cited},
    ),
    Columns(
        ("Assistant", "Metric", "Counts", "First count", "Last count"),
        {
            "Counts": series(lambda every: len({one["period_end"] for one in every})),
            "First day": series(lambda every: span(every[0]["period_end"]).last),  # type: ignore[union-attr]
            "Last day": series(lambda every: span(every[-1]["period_end"]).last),  # type: ignore[union-attr]
            "First count": series(lambda every: one_of(_on(every, 0))),
            "Last count": series(lambda every: one_of(_on(every, -1))),
        },
    ),
    Columns(("Launched", "Basis", "launch_id"), {"Launched": partial("launches", "launched_on")}),
    Columns(
        ("Date", "event_id"),
        {
            "Date": partial("events", "happened_on"),
            "Day, at the earliest": lambda row: event(row, "first"),
            "Day, at the latest": lambda row: event(row, "last"),
        },
    ),
]


def wholes(row: Cells) -> list[dict[str, Any]]:
    """The totals of the population that the row's number is a part of."""
    claim = row.raw("milestones")
    same = ("metric", "unit", "platform", "scope", "stated_by", "period_start", "period_end")
    every = [one for one in row.data.claims("milestones") if one["app"] == "all-assistants"]
    return [one for one in every if [one[name] for name in same] == [claim[name] for name in same]]


def share(row: Cells) -> list[Rounded]:
    claim = row.raw("milestones")
    if claim["unit"] == "percent":
        return [Rounded(claim["value"])]
    return [Rounded(100 * claim["value"] / one["value"]) for one in wholes(row)]


def share_end(row: Cells, mine: Callable[..., Any], whole: Callable[..., Any]) -> list[Rounded]:
    claim = row.raw("milestones")
    part = mine(claim["qualifier"], claim["value"])
    return [Rounded(100 * part / whole(one["qualifier"], one["value"])) for one in wholes(row)]


def event(row: Cells, end: str) -> int | None:
    happened = span(row.raw("events")["happened_on"])
    launch = launches.chosen(row.data, row.app(), row.link.day0, row.link.country) or launches.first_app(
        row.data, row.app()
    )
    return (getattr(happened, end) - launch.days.first).days if happened and launch else None


TABLES = [*RANKS, *DOWNLOADS, *OTHERS]
