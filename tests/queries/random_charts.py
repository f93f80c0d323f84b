"""Random small charts, many in one synthetic warehouse: each case is a country."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import (
    CHATGPT,
    GEMINI,
    LE_CHAT,
    SORA,
    STRANGER,
    DatasetRow,
    open_warehouse,
    store_rows,
)
from tests.helpers.datasets import reading as read

COUNTRIES = ["fr", "us", "gb", "de"]
CHART: dict[str, Any] = {"store": "app_store", "chart": "top-free", "category": "all"}
FIRST = datetime(2025, 10, 1)
DAYS: dict[str, Any] = {"since": date(2025, 10, 1), "until": date(2025, 10, 8)}
IDS = [LE_CHAT, CHATGPT, GEMINI, SORA, STRANGER]
APPS = ["le-chat", "chatgpt", "gemini", "sora", "claude"]
STEP = timedelta(hours=8)


@dataclass(frozen=True)
class Reading:
    """One reading: `turn` counts eight hours from the first; `order` holds the ids and nobody."""

    turn: int
    order: tuple[str | None, ...]
    depth: int
    scope: str
    collection: str

    @property
    def at(self) -> datetime:
        return FIRST + self.turn * STEP

    @property
    def places(self) -> dict[int, str]:
        kept = enumerate(self.order[: self.depth], 1)
        return {rank: app for rank, app in kept if app is not None}

    def rows(self, country: str) -> list[DatasetRow]:
        cells = {"depth": self.depth, "scope": self.scope, "source": f"synthetic/{self.collection}@1"}
        return read(self.at.isoformat(), self.places, country=country, **cells)


READING: st.SearchStrategy[Reading] = st.builds(
    Reading,
    st.integers(0, 14),  # five days, few moments, so that collections meet
    st.permutations([*IDS, None, None]).map(tuple),
    st.integers(3, 7),
    st.sampled_from(["all", "all", "assistants"]),
    st.sampled_from(["one", "one", "other"]),
).filter(lambda reading: bool(reading.places))
CASES = st.lists(
    st.lists(READING, min_size=1, max_size=8, unique_by=lambda reading: (reading.turn, reading.collection)),
    min_size=len(COUNTRIES),
    max_size=len(COUNTRIES),
)


def store_cases(folder: str, cases: list[list[Reading]], ingests: int = 1) -> Warehouse:
    """A warehouse over the cases, laid by so many ingests, the readings dealt out in turn."""
    pairs = [(country, one) for country, case in zip(COUNTRIES, cases, strict=True) for one in case]
    for number in range(ingests):
        rows = [row for country, one in pairs[number::ingests] for row in one.rows(country)]
        store_rows(Path(folder), rows)
    return open_warehouse(Path(folder))
