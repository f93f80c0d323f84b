"""Tables that are taken away say in each row where it comes from."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.export.tables import KINDS, add_source_columns, to_csv, to_parquet
from dashboard.sections.view import View
from dashboard.warehouse.snapshots import list_snapshots
from tests.export.evidence.made import seen
from tests.helpers.asking import ASKS, some
from tests.helpers.datasets import COMMITTED, DATA

COLUMNS = ["question", "asked", "kind", "source", "dated", "as_of", "newest_ingest"]
HELD = {file.path.name for file in list_snapshots(DATA / "snapshots")}


@pytest.fixture(scope="module")
def view() -> View:
    return seen("overview", lang="en")


def _taken(view: View, name: str, **params: Any) -> pd.DataFrame:
    return add_source_columns(view, view.query(ASKS[name], **(some(name) | params)))


@pytest.mark.parametrize("name", sorted(ASKS))
def test_every_table_carries_the_same_columns_of_evidence(view: View, name: str) -> None:
    rows = _taken(view, name)
    assert list(rows.columns)[-len(COLUMNS) :] == [f"evidence_{one}" for one in COLUMNS]
    assert set(rows["evidence_question"]) <= {name}
    for kinds in rows["evidence_kind"]:
        assert set(kinds.split(";")) <= KINDS
    assert rows["evidence_source"].notna().all()
    assert (rows["evidence_newest_ingest"] <= rows["evidence_as_of"]).all()


def test_a_reading_is_observed_by_its_archive_at_its_moment(view: View) -> None:
    row = _taken(view, "rank_history").iloc[0]
    assert row["evidence_kind"] == "observed"
    assert (row["evidence_source"], row["evidence_dated"]) == (
        row["collection"],
        f"{row['observed_at']:%Y-%m-%dT%H:%M:%SZ}",
    )


def test_an_estimate_stays_one_and_names_its_claim(view: View) -> None:
    rows = _taken(view, "milestone_claims", metrics=["downloads_cumulative"], apps=["gemini"])
    assert len(rows) == 0 or (rows["evidence_kind"] == rows["kind"]).all()
    claims = _taken(view, "headline_figures")
    assert (claims["evidence_kind"] == claims["kind"]).all()
    assert (claims["evidence_source"] == claims["claim_id"]).all()
    assert claims["evidence_dated"].notna().all()


def test_the_kind_of_an_event_is_not_taken_for_a_kind_of_evidence(view: View) -> None:
    days = {"since": pd.Timestamp("2023-01-01").date(), "until": pd.Timestamp("2026-11-01").date()}
    events = _taken(view, "events", apps=["le-chat", "chatgpt"], **days)
    assert len(events) > 0
    assert set(events["evidence_kind"]) == {"reported"}


def test_a_number_over_many_readings_names_the_snapshots_that_it_rests_on(view: View) -> None:
    rows = _taken(view, "rank_summary")
    assert set(rows["evidence_kind"]) == {"observed"}
    assert {name for cell in rows["evidence_source"] for name in cell.split(";")} <= HELD


def test_days_since_a_launch_are_no_date(view: View) -> None:
    assert _taken(view, "envelopes")["evidence_dated"].dropna().str.match(r"\d{4}").all()


def test_parquet_holds_the_same_rows_as_the_csv_with_their_types(view: View, tmp_path: Path) -> None:
    rows = _taken(view, "rank_history", apps=["gemini", "le-chat"])
    parquet = pd.read_parquet(BytesIO(to_parquet(rows)))
    csv = pd.read_csv(BytesIO(to_csv(rows)))
    assert list(parquet.columns) == list(csv.columns) == list(rows.columns)
    assert parquet["rank"].notna().any()
    assert parquet["rank"].astype("float").equals(csv["rank"].astype("float"))
    assert str(parquet["observed_at"].dtype).startswith("datetime64")


def test_the_columns_are_written_down_for_whoever_takes_a_table(view: View) -> None:
    text = (COMMITTED / "README.md").read_text("utf-8")
    added = [name for name in _taken(view, "date_range").columns if name.startswith("evidence_")]
    assert [name for name in added if f"| `{name}` |" not in text] == []
