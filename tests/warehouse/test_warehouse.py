"""The warehouse: what emptiness answers, and threads that ask at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copyfile

import duckdb
import pytest

from dashboard.domain.catalog import Catalog
from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.asking import ASKS, DAYS, some
from tests.helpers.datasets import CHATGPT, DATA, create_warehouse, open_warehouse, reading
from tests.helpers.tables import tuples, view_rows


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return open_warehouse(tmp_path_factory.mktemp("empty"))


@pytest.mark.parametrize("name", sorted({*ASKS} - {"date_range", "rank_by_day"}))
def test_without_snapshots_a_question_answers_no_rows(empty: Warehouse, name: str) -> None:
    answer = ASKS[name](empty, **some(name))
    assert len(answer) == 0
    assert list(answer.columns) == list(empty.sql_file(name).columns)


def test_without_snapshots_every_day_is_not_observed_and_the_span_is_unknown(empty: Warehouse) -> None:
    by_day = questions.rank_by_day(empty, **some("rank_by_day"))
    assert tuples(by_day, "day, state, rank") == [(day, "not_observed", None) for day in DAYS.values()]
    assert tuples(questions.date_range(empty), "first_day, last_day") == [(None, None)]


def test_datasets_without_a_snapshot_are_missing_and_not_damaged(tmp_path: Path, empty: Warehouse) -> None:
    assert len(empty.missing) == 9
    house = create_warehouse(tmp_path, reading("2025-10-01T10:00:00", {1: CHATGPT}))
    assert "charts" not in house.missing
    assert (len(house.missing), house.damage) == (8, [])


def test_a_missing_and_an_unknown_parameter_are_both_refused(frozen: Warehouse) -> None:
    with pytest.raises(duckdb.Error, match="country"):
        frozen.query("features", {"apps": ["le-chat"]})
    with pytest.raises(duckdb.Error, match="colour"):
        frozen.query("features", {"apps": ["le-chat"], "country": "fr", "colour": "red"})


def test_whole_numbers_stay_whole_beside_missing_ones(frozen: Warehouse) -> None:
    answer = questions.rank_summary(frozen, **some("rank_summary") | {"apps": ["gemini", "grok"]})
    assert str(answer["best"].dtype) == "Int32"


def test_threads_that_ask_at_once_get_their_own_rows(frozen: Warehouse) -> None:
    apps = [app for app in ("le-chat", "chatgpt", "gemini", "deepseek") for _ in range(10)]

    def ask(app: str) -> set[str]:
        return set(questions.launches(frozen, apps=[app])["app"])

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, apps)) == [{app} for app in apps]


def test_snapshots_older_than_a_column_are_read_with_its_default(tmp_path: Path, catalog: Catalog) -> None:
    old = [path for path in (DATA / "snapshots").iterdir() if path.name.split("-")[1] < "20261127"]
    (tmp_path / "snapshots").mkdir()
    for path in old:
        copyfile(path, tmp_path / "snapshots" / path.name)
    warehouse = Warehouse(tmp_path, catalog)
    assert len(warehouse.query("sources", {})) == 187
    assert set(warehouse.query("launches", {"apps": ["gemini"]})["app"]) == {"gemini"}
    assert view_rows(warehouse, "sources", "tier", "source_id = 'begeek-2025-02'") == [(3,)]
    assert view_rows(warehouse, "milestones", "platform_stated, approximate", "core") == [(True, False)] * 4
