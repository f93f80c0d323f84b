"""Random launches and claims of synthetic apps, many in one database, each app a case of its own."""

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from dashboard.collect.checks.validation import Line, validate_rows, validation_context
from dashboard.collect.storage.writer import Ingest, write_snapshot
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import conflict, launch, milestone, source
from tests.helpers.datasets import MODELS, NOW, DatasetRow, vocabulary
from tests.queries.launch_claims import day
from tests.reference.snapshots import Apps, Snapshots

CASES, DATABASES = 60, 5  # 300 cases a rule
APPS = [f"synthetic-{n}" for n in range(CASES)]
CATALOG = replace(vocabulary(), apps=tuple(replace(vocabulary().apps[0], id=app) for app in APPS))
REFERENCE = Apps(dict.fromkeys(APPS, "assistant"), {}, (), {})
DATES = [*map(day, range(2, 41)), *["2025-02", "2025-03", "2025", ""] * 8]
CHOICES: dict[str, list[Any]] = {
    "value": [4, 5, 9, 10, 18, 20, 21, 45, 120, 1500],  # few, so that claims meet
    "period_start": ["", "", "", day(0), day(1), day(3), "2025-02", "2025"],
    "period_end": DATES,
    "days_stated": ["", "", "", 3, 7, 14],
    "qualifier": ["exact", "at_least", "about", "estimate"],
    "platform": ["ios", "android", "all", "all"],
    "scope": ["fr", "us", "us+ca", "world", "world"],
    "rests_on": ["", "", "", "one statement"],
    "metric": ["downloads_cumulative"] * 3 + ["downloads_in_period"],
    "kind": ["reported", "estimated"],
    "stated_by": ["Synthetic Company", "Synthetic Paper"],
    "source_id": ["synthetic-measured", "synthetic-press", "synthetic-press", "synthetic-unnamed"],
    "conflict_id": ["", "", "", "synthetic-conflict"],
    "approximate": [False, False, False, True],
}
LAUNCHES: dict[str, list[Any]] = {
    "platform": ["ios", "android", "web"],
    "scope": ["world", "us", "fr", "unstated"],
    "on": [*map(day, range(-3, 10)), "2025-02", "2025-03"],
    "basis": ["announced", "store_release"],
}
# One number is drawn for each row and its cells are chosen by it: Hypothesis draws a database of many rows no other way.
SEED = st.integers(0, 2**32 - 1)


def _row(choices: dict[str, list[Any]], seed: int) -> dict[str, Any]:
    rng = Random(seed)
    return {name: rng.choice(values) for name, values in choices.items()}


def _claim(seed: int) -> dict[str, Any]:
    """A claim; a period that would end before it begins has no beginning."""
    claim = _row(CHOICES, seed)
    backwards = claim["period_end"] and claim["period_start"] > claim["period_end"]
    return claim | {"period_start": "" if backwards else claim["period_start"]}


def _claims(seeds: list[int]) -> list[dict[str, Any]]:
    """Claims of one app; every third is a copy of the one before, with its number or its days, or both."""
    found: list[dict[str, Any]] = []
    for seed in seeds:
        claim = _claim(seed)
        if found and seed % 3 == 0:
            found[-1]["rests_on"] = "one statement"
            kept = COPIED[seed % len(COPIED)]
            claim |= {name: found[-1][name] for name in ("platform", "scope", "metric", "rests_on", *kept)}
        found.append(claim)
    return found


PERIOD = ("period_start", "period_end", "days_stated")
COPIED = (("value",), PERIOD, ("value", *PERIOD), ("value", "qualifier"))
LAUNCH: st.SearchStrategy[dict[str, Any]] = SEED.map(lambda seed: _row(LAUNCHES, seed))


class Case(NamedTuple):
    launches: list[dict[str, Any]]
    claims: list[dict[str, Any]]

    def rows(self, app: str) -> list[DatasetRow]:
        launches = [
            row for n, cells in enumerate(self.launches) for row in launch(f"{app}-{n}", app=app, **cells)
        ]
        claims = [row for n, one in enumerate(self.claims) for row in milestone(f"{app}-{n}", app=app, **one)]
        return launches + claims


CASE = st.builds(
    Case, st.lists(LAUNCH, min_size=1, max_size=3), st.lists(SEED, min_size=1, max_size=5).map(_claims)
)


class Cases(list[Case]):
    """The cases of one database; a failure names the one that it is about."""

    def __repr__(self) -> str:
        return f"{len(self)} cases"


EVERY = st.lists(CASE, min_size=CASES, max_size=CASES).map(Cases)


def store_cases(folder: str, cases: list[Case]) -> tuple[Warehouse, Snapshots]:
    """The cases as the project reads them, and as the reference does."""
    rows = [row for app, one in zip(APPS, cases, strict=True) for row in one.rows(app)]
    tiers = ("measured", "press", "unnamed")
    rows += [row for tier in tiers for row in source(f"synthetic-{tier}", tier=tier)] + conflict()
    for name in ("launches", "milestones", "sources", "conflicts"):
        lines = [
            Line(Path("synthetic.csv"), n, row.cells) for n, row in enumerate(rows) if row.dataset == name
        ]
        checked = validate_rows(lines, MODELS[name], validation_context(CATALOG, NOW))
        write_snapshot(Path(folder) / "snapshots", Ingest(name, checked, "synthetic"), NOW)
    return Warehouse(Path(folder), CATALOG), Snapshots(Path(folder) / "snapshots", REFERENCE)
