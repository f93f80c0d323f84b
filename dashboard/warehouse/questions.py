"""Typed functions, one per file of queries/ and of its name.

Each returns a DataFrame with the columns of the file's header in that order, and raises SnapshotError where a snapshot
that it needs is damaged. Days are UTC and inclusive.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec

import pandas as pd

from dashboard.warehouse.warehouse import Warehouse

Codes = Sequence[str]
P = ParamSpec("P")
Query = Callable[..., pd.DataFrame]
REGISTRY: dict[str, Query] = {}


def question(signature: Callable[P, None]) -> Callable[Concatenate[Warehouse, P], pd.DataFrame]:
    """Decorator: run the file of the function's name with the function's parameters."""

    @wraps(signature)
    def query(warehouse: Warehouse, /, *args: P.args, **params: P.kwargs) -> pd.DataFrame:
        lists = {key: list(value) for key, value in params.items() if isinstance(value, (list, tuple))}
        return warehouse.query(signature.__name__, {**params, **lists})

    REGISTRY[signature.__name__] = query
    return query


@question
def chart_snapshots(*, country: str, store: str, chart: str, category: str, since: date, until: date) -> None:
    """Every snapshot of one chart: when, how deep, how complete, from whom."""


@question
def chart_list(
    *, country: str, store: str, chart: str, category: str, observed_at: datetime, collection: str
) -> None:
    """The list of one chart in one snapshot: every rank that it kept."""


@question
def charts_available() -> None:
    """Every chart of which there is a reading."""


@question
def country_charts(*, country: str, apps: Codes) -> None:
    """Charts of one country with a snapshot; those first in which most days rank a chosen assistant."""


@question
def complete_readings(
    *, country: str, store: str, chart: str, category: str, since: date, until: date
) -> None:
    """Every reading of one chart that kept all its places, so that two of them can be compared."""


@question
def country_freshness(*, country: str) -> None:
    """Who recorded the charts of one country, and the newest snapshot of each."""


@question
def coverage(*, country: str, store: str, chart: str, category: str, since: date, until: date) -> None:
    """Who read one chart, how often and how deep."""


@question
def coverage_by_day(*, country: str, store: str, chart: str, category: str, since: date, until: date) -> None:
    """Each day with a reading of one chart: how many, how deep, how complete, from whom."""


@question
def first_place_claims(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Who is said to have been first in one chart, and what snapshots of the days that it may mean say."""


@question
def head_to_head(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Every two apps, day by day, by the last snapshot that tells of both: who stood higher and by how much."""


@question
def latest_ranks(*, country: str, apps: Codes, since: date, until: date) -> None:
    """The newest reading of each chart of one country, and where the chosen apps stood."""


@question
def movers(
    *, country: str, store: str, chart: str, category: str, before_at: datetime, after_at: datetime
) -> None:
    """One chart in two complete readings: who climbed, fell, came or left, and where depth hides it."""


@question
def ranks_by_country(*, store: str, chart: str, category: str, apps: Codes, since: date, until: date) -> None:
    """The newest reading of one chart in each country, and where the chosen apps stood."""


@question
def rank_by_country_and_day(
    *, store: str, chart: str, category: str, apps: Codes, countries: Codes, since: date, until: date
) -> None:
    """The last reading of each day of one chart in some countries: where each chosen app stood in it."""


@question
def rank_by_day(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Each day of one chart: ranked, outside the list or no data, by the day's last snapshot."""


@question
def rank_history(
    *,
    country: str,
    store: str,
    chart: str,
    category: str,
    apps: Codes,
    each: str,
    since: date,
    until: date,
) -> None:
    """Every reading of one chart, or the last of each day: where each chosen app stood in it."""


@question
def rank_summary(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Best, worst and latest rank of each chosen app in one chart, and its days at the top."""


@question
def reported_ranks(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Places in one chart that somebody reported, over the days that the report may mean."""


@question
def store_names(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Under which names the store listed the chosen apps in one chart, and on which days."""


@question
def before_after(
    *, country: str, store: str, chart: str, category: str, apps: Codes, event: str, days: int
) -> None:
    """Where each chosen app stood in one chart before and after an event, by the last snapshot of each day."""


@question
def launch_story(*, app: str, country: str, since: date, until: date) -> None:
    """What is known of one app's launch in one country: events, reports of no. 1, downloads, snapshots."""


@question
def standings(*, country: str, reference: str, apps: Codes, until: date) -> None:
    """The newest rank of each chosen app in the charts of one country, and in one overall chart beside them."""


@question
def all_claims() -> None:
    """All reported figures, of every kind, with their sources."""


@question
def audience(*, apps: Codes, metric: str, scope: str, since: date, until: date) -> None:
    """Users of the chosen apps in one place, in one measure, as publishers give them."""


@question
def audience_shares(*, apps: Codes, scope: str, since: date, until: date) -> None:
    """What share of one population the chosen apps reach, where one publisher measured all of it."""


@question
def collector_runs() -> None:
    """What our own collector asked for in its newest runs, and what came of it."""


@question
def headline_figures() -> None:
    """The four figures that this project exists to show."""


@question
def events(*, country: str, apps: Codes, since: date, until: date) -> None:
    """What happened to the chosen apps, with its source."""


@question
def features(*, apps: Codes, country: str) -> None:
    """What each chosen app offers and costs, one dated claim a row."""


@question
def freshness() -> None:
    """Freshness of each source: its newest snapshot or figure and when it was added."""


@question
def launches(*, apps: Codes) -> None:
    """When each chosen app was launched, where, and who says so."""


@question
def milestone_claims(*, apps: Codes, metrics: Codes, since: date, until: date) -> None:
    """Every dated number claimed about the chosen apps in the chosen days, with who stated it."""


@question
def rating_countries() -> None:
    """In which countries rating counts have been read, of how many apps, and when."""


@question
def rating_history(*, country: str, store: str, apps: Codes, since: date, until: date) -> None:
    """How many ratings the chosen apps have in one country, their average, and how many came in a week."""


@question
def rejected_responses() -> None:
    """What the collector asked for in its last thirty days and could not take, and why."""


@question
def sources() -> None:
    """Where claims were read, and how many rest on each."""


@question
def date_range() -> None:
    """The days that all readings and claims together cover."""


@question
def day_zero_choices(*, apps: Codes, country: str) -> None:
    """Which launch each choice of day 0 counts from, and by how many days it moves every answer."""


@question
def disagreements(*, apps: Codes, metrics: Codes) -> None:
    """Where sources differ on one quantity: their numbers side by side, and which rests on which."""


@question
def doubling_times(*, apps: Codes, metrics: Codes) -> None:
    """How long a count took to double, where one source published three counts or more of one series."""


@question
def envelopes(*, apps: Codes, day0: str, country: str, platform: str, scope: str) -> None:
    """Between which numbers each launch's downloads must lie, day by day, if its claims hold."""


@question
def launch_events(*, apps: Codes, day0: str, country: str, since: date, until: date) -> None:
    """What happened to each app, by days since its launch."""


@question
def milestone_bounds(*, apps: Codes, day0: str, country: str, platform: str, scope: str) -> None:
    """What each claim says of an app's downloads, by days since its launch."""


@question
def most_downloads(*, apps: Codes, until: date) -> None:
    """The greatest number of downloads that a claim gives each chosen app, up to a day."""


@question
def spending(*, apps: Codes, until: date) -> None:
    """What consumers are estimated to have spent in each chosen app, and over which period."""


@question
def period_downloads(*, apps: Codes, platform: str, scope: str, since: date, until: date) -> None:
    """How many downloads a period brought, with the average a day over its true length."""


@question
def launch_race(*, apps: Codes, day0: str, country: str, platform: str, scope: str, day: int) -> None:
    """Who was ahead on one day after launch, for every two assistants, where the claims can tell."""


@question
def average_rates(*, apps: Codes, platform: str, scope: str) -> None:
    """How many downloads a day each launch averaged, over the days that its own claims span."""


@question
def time_to_goal(
    *, apps: Codes, day0: str, country: str, goals: Sequence[int], platform: str, scope: str
) -> None:
    """How many days each launch took to each number of downloads: not yet by one day, reached by another."""


@question
def chart_changes(*, country: str) -> None:
    """What became of assistants from one day to the next in one country's charts: number one, top 10."""


@question
def claim_changes(*, country: str) -> None:
    """Claims about one country or the world that came after the first ones of their kind, copies once."""


@question
def page_view_coverage(*, apps: Codes, since: date, until: date) -> None:
    """Articles with page views: how many days, and when they were read."""


@question
def page_views_by_period(*, wiki: str, apps: Codes, step: str, since: date, until: date) -> None:
    """How often the articles of the chosen apps were read in one Wikipedia, day by day or over whole weeks."""


@question
def latest_listings(*, country: str, store: str, apps: Codes, since: date, until: date) -> None:
    """What the newest reading of each chosen app's page in one country's store said, or that there was none."""


ALL_QUERIES: list[Query] = [REGISTRY[name] for name in sorted(REGISTRY)]
