"""The sums kept beside the snapshots change no answer, whichever of them stand and whatever became of them."""

import random
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.collect.__main__ import main
from dashboard.collect.storage.compact import compact
from dashboard.collect.storage.rollup_files import write_missing_rollups
from dashboard.collect.storage.writer import finalize_file
from dashboard.warehouse import folder, rollups
from dashboard.warehouse.snapshots import list_snapshots
from tests.helpers.datasets import CHATGPT, DATA, GEMINI, LE_CHAT, NOW, open_warehouse, store_rows, vocabulary
from tests.helpers.history import INGEST, answers, places, same, take
from tests.helpers.soak import SOAK, at_length
from tests.helpers.tables import view_rows


def sums(data: Path) -> list[Path]:
    return sorted((data / rollups.FOLDER).glob("*.parquet"))


def ranks(data: Path) -> list[tuple[Any, ...]]:
    return view_rows(open_warehouse(data), "rank_states", "app, rank", "rank is not null")


@pytest.fixture
def summed(tmp_path: Path) -> Path:
    """Two ingests of one reading each, and their sums."""
    store_rows(tmp_path, places(1, [CHATGPT, LE_CHAT]))
    store_rows(tmp_path, places(2, [LE_CHAT]), now=NOW + timedelta(days=1))
    write_missing_rollups(tmp_path, vocabulary())
    return tmp_path


def forged(path: Path) -> None:
    """Write every place of a sum as the 40th, under a name that fits."""
    other = path.with_name("other")
    with duckdb.connect() as con:
        table = con.read_parquet(str(path)).project(
            "* replace (list_transform(ranks, lambda _: 40::integer) as ranks)"
        )
        table.write_parquet(str(other))
    path.unlink()
    finalize_file(other, path.with_name(path.stem.rpartition("-")[0]))


@pytest.mark.soak
@settings(max_examples=at_length(10))
@given(ingests=st.lists(INGEST, min_size=3, max_size=6), dice=st.randoms(use_true_random=False))
def test_no_answer_changes_at_any_moment_whichever_sums_are_kept(
    ingests: list[Any], dice: random.Random
) -> None:
    with TemporaryDirectory() as folder:
        data = Path(folder)
        moments = take(data, ingests)
        asked: list[datetime | None] = [None, *moments] if SOAK else [None, moments[1]]
        direct = answers(data, asked)
        write_missing_rollups(data, vocabulary())
        same(direct, answers(data, asked))
        for path in dice.sample(sums(data), len(sums(data)) // 2):
            path.unlink()
        same(direct, answers(data, asked))
        list(compact(data / "snapshots", moments[-1] + timedelta(days=40)))
        write_missing_rollups(data, vocabulary())
        same(direct, answers(data, asked))


def test_a_sum_is_read_in_place_of_its_snapshot(summed: Path) -> None:
    assert ranks(summed) == [("chatgpt", 1), ("le-chat", 1), ("le-chat", 2)]
    forged(sums(summed)[0])
    assert ranks(summed) == [("chatgpt", 40), ("le-chat", 1), ("le-chat", 40)]


def test_a_sum_whose_bytes_have_changed_is_not_believed(summed: Path) -> None:
    before = ranks(summed)
    for path in sums(summed):
        path.write_bytes(path.read_bytes()[:-9])
    assert ranks(summed) == before
    write_missing_rollups(summed, vocabulary())
    assert len(sums(summed)) == 2
    assert ranks(summed) == before


def test_only_what_is_new_is_summed(summed: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in sums(summed)}
    store_rows(summed, places(3, [GEMINI]), now=NOW + timedelta(days=2))
    [written] = write_missing_rollups(summed, vocabulary())
    assert set(sums(summed)) == {*before, written}
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert write_missing_rollups(summed, vocabulary()) == []


def test_sums_of_snapshots_that_are_gone_go(summed: Path) -> None:
    list(compact(summed / "snapshots", NOW + timedelta(days=60)))
    [snapshot] = [file for file in list_snapshots(summed / "snapshots") if file.dataset == rollups.DATASET]
    write_missing_rollups(summed, vocabulary())
    [left] = sums(summed)
    assert left.name.startswith(snapshot.path.stem)


def test_another_list_of_followed_apps_is_summed_anew(summed: Path) -> None:
    catalog = vocabulary()
    fewer = replace(catalog, apps=tuple(app for app in catalog.apps if app.id != "le-chat"))
    files = list_snapshots(summed / "snapshots")
    assert len(rollups.find_rollups(summed, files, catalog)) == 2
    assert not rollups.find_rollups(summed, files, fewer)
    before = sums(summed)
    write_missing_rollups(summed, fewer)
    assert not set(before) & set(sums(summed))


def test_every_command_that_may_write_keeps_the_sums(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALMARES_DATA", str(tmp_path))
    (tmp_path / "catalog.toml").write_bytes((DATA / "catalog.toml").read_bytes())
    store_rows(tmp_path, places(1, [CHATGPT]))
    assert main(["compact"]) == 0
    assert len(sums(tmp_path)) == 1


def test_a_sum_that_goes_while_the_dashboard_runs_closes_no_page_for_long(
    summed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PALMARES_DATA", str(summed))
    before, house = folder.data_version(), open_warehouse(summed)
    house.prepare()
    for path in sums(summed):
        path.unlink()
    assert folder.data_version() != before
    assert view_rows(house, "rank_states", "app", "rank is not null") == [
        ("chatgpt",),
        ("le-chat",),
        ("le-chat",),
    ]
