"""Random histories of ingests, and what every question is answered at each moment of one."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from tests.helpers.asking import ASKS, some
from tests.helpers.claimed import conflict, event, feature, launch, milestone, reported_rank, source
from tests.helpers.datasets import (
    CHATGPT,
    GEMINI,
    LE_CHAT,
    SORA,
    DatasetRow,
    open_warehouse,
    rating,
    reading,
    store_rows,
)

FIRST = datetime(2026, 11, 20, 12)
SPAN: dict[str, Any] = {"since": date(2023, 1, 1), "until": date(2026, 12, 31)}
Answers = dict[tuple[datetime | None, str], pd.DataFrame]


def answers(data: Path, moments: list[datetime | None]) -> Answers:
    """The answers to every question at each moment, and when data came as each moment has it."""
    told: Answers = {}
    for moment in moments:
        house = open_warehouse(data, moment)
        told[moment, "ingests"] = pd.DataFrame({"at": [house.first_ingest, house.newest_ingest]})
        for name, ask in ASKS.items():
            params = some(name)
            wide = {key: value for key, value in SPAN.items() if key in params}
            several = {"apps": ["le-chat", "chatgpt", "gemini"]} if "apps" in params else {}
            told[moment, name] = ask(house, **params | wide | several)
    return told


def same(before: Answers, after: Answers) -> None:
    for asked, answer in before.items():
        pd.testing.assert_frame_equal(answer, after[asked], obj=str(asked))


def claims(value: int, on: str) -> list[DatasetRow]:
    """One claim of each kind; the number, the rank and the launch change from ingest to ingest."""
    return [
        *source(),
        *conflict(reading_en=f"Read it so, {value}"),
        *launch("launch", on),
        *milestone("number", value, period_end=on, conflict_id="synthetic-conflict"),
        *milestone("weekly", value, metric="wau", qualifier="about", period_end=on),
        *reported_rank("place", 1 + value % 9, on),
        *event("event", on),
        *feature("feature", value_en=str(value)),
    ]


def places(day: int, order: list[str], country: str = "fr") -> list[DatasetRow]:
    return reading(f"2025-10-{day:02}T10:00:00", dict(enumerate(order, 1)), country=country)


INGEST = st.tuples(
    st.integers(1, 20),  # days after the ingest before
    st.lists(
        st.tuples(st.integers(1, 4), st.permutations([LE_CHAT, CHATGPT, GEMINI, SORA])),
        min_size=1,
        max_size=3,
        unique_by=lambda one: one[0],
    ),
    st.integers(1, 4),  # a rating's day, said anew with another count
    st.integers(1, 4),  # the value that every claim takes
)


def take(data: Path, ingests: list[Any]) -> list[datetime]:
    """Lay the ingests one after another; the moment of each."""
    moment, moments = FIRST, []
    for number, (days, readings, rated, value) in enumerate(ingests):
        moment += timedelta(days=days)
        moments.append(moment)
        charts = [row for day, order in readings for row in places(day, list(order))]
        rates = rating(f"2025-03-0{rated}T10:00:00", LE_CHAT, 100 + number)
        store_rows(data, charts, rates, claims(value * 1000, f"2025-02-0{value}"), now=moment)
    return moments
