"""One typed function per file of queries/: what can be asked, and of which type.

Each answers a DataFrame with the columns of its file's header, in that order, and raises
SnapshotError where a snapshot that the answer needs is damaged. Days are UTC and inclusive.
"""

from dashboard.questions.asking import MADE, Ask, Codes
from dashboard.questions.charts import (
    charts_read,
    complete_readings,
    coverage,
    coverage_by_day,
    first_claims,
    head_to_head,
    latest_places,
    movers,
    places_by_country,
    rank_by_country,
    rank_by_day,
    rank_history,
    rank_summary,
    reported_ranks,
)
from dashboard.questions.claims import (
    all_claims,
    audience,
    audience_shares,
    core_figures,
    events,
    features,
    freshness,
    launches,
    milestone_claims,
    rating_countries,
    rating_history,
    sources,
    span,
)
from dashboard.questions.downloads import (
    day_zeros,
    disagreements,
    doubling,
    envelopes,
    launch_events,
    milestone_bounds,
    period_downloads,
    race,
    speed,
    time_to,
)

EVERY: list[Ask] = [MADE[name] for name in sorted(MADE)]

__all__ = [
    "EVERY",
    "Codes",
    "all_claims",
    "audience",
    "audience_shares",
    "charts_read",
    "complete_readings",
    "core_figures",
    "coverage",
    "coverage_by_day",
    "day_zeros",
    "disagreements",
    "doubling",
    "envelopes",
    "events",
    "features",
    "first_claims",
    "freshness",
    "head_to_head",
    "latest_places",
    "launch_events",
    "launches",
    "milestone_bounds",
    "milestone_claims",
    "movers",
    "period_downloads",
    "places_by_country",
    "race",
    "rank_by_country",
    "rank_by_day",
    "rank_history",
    "rank_summary",
    "rating_countries",
    "rating_history",
    "reported_ranks",
    "sources",
    "span",
    "speed",
    "time_to",
]
