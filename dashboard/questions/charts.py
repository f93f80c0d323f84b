"""Questions on charts: readings, places, coverage."""

from datetime import date

from dashboard.questions.asking import Codes, question


@question
def charts_read() -> None:
    """Every chart of which there is a reading."""


@question
def coverage(*, country: str, store: str, chart: str, category: str, since: date, until: date) -> None:
    """Who read one chart, how often and how deep."""


@question
def head_to_head(
    *, country: str, store: str, chart: str, category: str, app: str, rivals: Codes, since: date, until: date
) -> None:
    """One app against the others on the readings that can tell: who stood higher, and how often."""


@question
def latest_places(*, country: str, apps: Codes, since: date, until: date) -> None:
    """The newest reading of each chart of one country, and where the chosen apps stood."""


@question
def places_by_country(
    *, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """The newest reading of one chart in each country, and where the chosen apps stood."""


@question
def rank_by_day(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Each day of one chart: ranked, below the cut-off or not observed, by the day's last reading."""


@question
def rank_history(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Every reading of one chart: where each chosen app stood in it."""


@question
def rank_summary(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Best and latest place of each chosen app in one chart, and its days at the top."""


@question
def reported_ranks(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Places in one chart that somebody reported, over the days that the report may mean."""
