"""Questions on charts: readings, places, coverage."""

from datetime import date, datetime

from dashboard.warehouse.questions.asking import Codes, question


@question
def charts_available() -> None:
    """Every chart of which there is a reading."""


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
