"""Random launches and claims of synthetic apps, many in one database, each app a case of its own."""

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, Verbosity, settings
from hypothesis import strategies as st

from dashboard.collect.check import Line, context, typed
from dashboard.collect.snapshots import Ingest, store
from dashboard.warehouse import Warehouse
from tests.helpers.claimed import launch, milestone
from tests.helpers.given import MODELS, NOW, Given, vocabulary
from tests.queries.launched import day
from tests.reference.snapshots import Apps, Snapshots

CASES, DATABASES = 30, 10  # 300 cases a rule
APPS = [f"synthetic-{n}" for n in range(CASES)]
CATALOG = replace(vocabulary(), apps=tuple(replace(vocabulary().apps[0], id=app) for app in APPS))
REFERENCE = Apps(dict.fromkeys(APPS, "assistant"), {}, (), {})
DATES = st.one_of(st.integers(2, 40).map(day), st.sampled_from(["2025-02", "2025-03", "2025", ""]))


def in_order(claim: Any) -> bool:
    """A period ends after it begins."""
    return not claim["period_end"] or bool(claim["period_start"] <= claim["period_end"])


CLAIM: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "value": st.sampled_from([4, 5, 9, 10, 18, 20, 21, 45, 120, 1500]),  # few, so that claims meet
        "period_start": st.sampled_from(["", "", "", day(0), day(1), day(3), "2025-02", "2025"]),
        "period_end": DATES,
        "days_stated": st.sampled_from(["", "", "", 3, 7, 14]),
        "qualifier": st.sampled_from(["exact", "at_least", "about", "estimate"]),
        "platform": st.sampled_from(["ios", "android", "all", "all"]),
        "scope": st.sampled_from(["fr", "us", "us+ca", "world", "world"]),
        "rests_on": st.sampled_from(["", "", "", "one statement"]),
        "metric": st.sampled_from(["downloads_cumulative"] * 3 + ["downloads_in_period"]),
        "kind": st.sampled_from(["reported", "estimated"]),
        "stated_by": st.sampled_from(["Synthetic Company", "Synthetic Paper"]),
    }
).filter(in_order)
LAUNCHED = st.one_of(st.integers(-3, 9).map(day), st.sampled_from(["2025-02", "2025-03"]))
LAUNCH = st.tuples(
    st.sampled_from(["ios", "android", "web"]),
    st.sampled_from(["world", "us", "fr", "unstated"]),
    LAUNCHED,
    st.sampled_from(["announced", "store_release"]),
)


class Case(NamedTuple):
    launches: list[tuple[str, str, str, str]]
    claims: list[dict[str, Any]]

    def rows(self, app: str) -> list[Given]:
        launches = [
            row
            for n, (platform, place, on, basis) in enumerate(self.launches)
            for row in launch(f"{app}-{n}", on, app=app, platform=platform, scope=place, basis=basis)
        ]
        claims = [row for n, one in enumerate(self.claims) for row in milestone(f"{app}-{n}", app=app, **one)]
        return launches + claims


CASE = st.builds(Case, st.lists(LAUNCH, min_size=1, max_size=3), st.lists(CLAIM, min_size=1, max_size=5))
EVERY = st.lists(CASE, min_size=CASES, max_size=CASES)


def databases(number: int = DATABASES) -> settings:
    """So many databases of CASES cases each; a failure names its case, so none is shrunk."""
    unhurried = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
    drawn = (Phase.explicit, Phase.reuse, Phase.generate)
    return settings(
        max_examples=number,
        deadline=None,
        phases=drawn,
        suppress_health_check=unhurried,
        verbosity=Verbosity.quiet,
    )


def laid(folder: str, cases: list[Case]) -> tuple[Warehouse, Snapshots]:
    """The cases as the project reads them, and as the reference does."""
    rows = [row for app, one in zip(APPS, cases, strict=True) for row in one.rows(app)]
    for name in ("launches", "milestones"):
        lines = [
            Line(Path("synthetic.csv"), n, row.cells) for n, row in enumerate(rows) if row.dataset == name
        ]
        checked = typed(lines, MODELS[name], context(CATALOG, NOW))
        store(Path(folder) / "snapshots", Ingest(name, checked, "synthetic"), NOW)
    return Warehouse(Path(folder), CATALOG), Snapshots(Path(folder) / "snapshots", REFERENCE)
