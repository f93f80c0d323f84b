"""Random small sets of claims, many in one synthetic warehouse.

A case has three apps: as claimed, the same claims in another order, and one independent claim more.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

from dashboard.collect.checks.validation import Line, validate_rows, validation_context
from dashboard.collect.storage.writer import Ingest, write_snapshot
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import launch
from tests.helpers.datasets import MODELS, NOW, DatasetRow, vocabulary
from tests.queries.launch_claims import WORLD, day, milestone_by

CASES = 12
CLAIM: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "value": st.sampled_from([4, 5, 9, 10, 18, 20, 21, 45]),  # few, so that claims meet
        "by": st.integers(2, 10),
        "qualifier": st.sampled_from(["exact", "exact", "at_least", "about"]),
        "platform": st.sampled_from(["ios", "android", "all"]),
        "scope": st.sampled_from(["fr", "us", "world"]),
        "rests_on": st.sampled_from(["", "", "one statement"]),
        "metric": st.sampled_from(["downloads_cumulative"] * 3 + ["downloads_in_period"]),
        "in_days": st.booleans(),
    }
)
RACES = st.sampled_from([("all", "world")] * 3 + [("ios", "world"), ("all", "fr"), ("android", "us")])
ROLES = ("as-claimed", "reordered", "with-one-more")
APPS = {role: [f"synthetic-{n}-{role}" for n in range(CASES)] for role in ROLES}
EVERY = [app for role in ROLES for app in APPS[role]]
CATALOG = replace(vocabulary(), apps=tuple(replace(vocabulary().apps[0], id=app) for app in EVERY))


class Case(NamedTuple):
    claims: list[tuple[int, dict[str, Any]]]
    reordered: list[tuple[int, dict[str, Any]]]
    one_more: dict[str, Any]


@st.composite
def case(draw: st.DrawFn) -> Case:
    claims = list(enumerate(draw(st.lists(CLAIM, min_size=1, max_size=5))))
    return Case(claims, draw(st.permutations(claims)), draw(CLAIM) | {"rests_on": ""})


def store_cases(folder: str, cases: list[Case]) -> Warehouse:
    """A warehouse over the cases; every app came to Android two days after the iPhone."""
    rows = [row for app in EVERY for row in launch(f"{app}-ios", day(0), app=app)]
    rows += [row for app in EVERY for row in launch(f"{app}-a", day(2), app=app, platform="android")]
    for n, (claims, reordered, one_more) in enumerate(cases):
        for role, held in zip(ROLES, (claims, reordered, [*claims, (99, one_more)]), strict=True):
            rows += [row for number, one in held for row in claimed(APPS[role][n], number, **one)]
    for name in ("launches", "milestones"):
        lines = [
            Line(Path("synthetic.csv"), n, row.cells) for n, row in enumerate(rows) if row.dataset == name
        ]
        checked = validate_rows(lines, MODELS[name], validation_context(CATALOG, NOW))
        write_snapshot(Path(folder) / "snapshots", Ingest(name, checked, "synthetic"), NOW)
    return Warehouse(Path(folder), CATALOG)


def claimed(app: str, number: int, value: int, by: int, in_days: bool, **cells: Any) -> list[DatasetRow]:
    when = {"period_end": "", "days_stated": by} if in_days else {}
    return milestone_by(f"{app}-{number}", value, by, app=app, **cells, **when)


def asked(race: tuple[str, str]) -> dict[str, Any]:
    return WORLD | {"apps": EVERY, "platform": race[0], "scope": race[1]}
