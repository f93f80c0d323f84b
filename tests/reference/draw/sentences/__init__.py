"""How the numbers of each sentence are derived, topic by topic; the first rule that reads a number derives it."""

from tests.reference.draw.sentences import (
    averages,
    brief,
    charts,
    claims,
    countries,
    duels,
    freshness,
    launches,
    movers,
    overview,
    ranks,
    ratings,
    reports,
    verdicts,
)

TOPICS = (
    verdicts,
    charts,
    freshness,
    brief,
    movers,
    overview,
    countries,
    ranks,
    duels,
    reports,
    averages,
    launches,
    claims,
    ratings,
)
RULES = [rule for topic in TOPICS for rule in topic.RULES]
