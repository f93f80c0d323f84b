"""Whatever stands in a data folder beside sound snapshots is set aside and named, and closes nothing else."""

import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dashboard.collect.__main__ import main
from dashboard.collect.storage.rollup_files import write_missing_rollups
from dashboard.warehouse import folder, questions
from dashboard.warehouse.files import short_checksum
from dashboard.warehouse.snapshots import NO_DATASET, SnapshotError, list_snapshots
from dashboard.warehouse.warehouse import Warehouse
from tests.app_pages.running import open_page, words
from tests.helpers.datasets import (
    CHATGPT,
    COMMITTED,
    DATA,
    GEMINI,
    NOW,
    open_warehouse,
    reading,
    store_rows,
    vocabulary,
)
from tests.helpers.files import one_of_each
from tests.helpers.soak import at_length
from tests.warehouse.test_damage import NEEDS, closed

LATER = "20261105T120000Z"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two ingests of charts and a claim of each kind."""
    data = tmp_path_factory.mktemp("sound")
    shutil.copy(DATA / "catalog.toml", data)
    store_rows(data, reading("2025-10-01T10:00:00", {1: CHATGPT, 2: GEMINI}, depth=2), one_of_each())
    store_rows(data, reading("2025-10-02T10:00:00", {1: GEMINI}, depth=1), now=NOW + timedelta(days=1))
    return data


@pytest.fixture
def sound_copy(tmp_path: Path, sound: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that the commands and the app read."""
    folder = Path(shutil.copytree(sound, tmp_path / "data"))
    monkeypatch.setenv("PALMARES_DATA", str(folder))
    return folder


def charts(data: Path) -> list[Path]:
    return sorted((data / "snapshots").glob("charts-*Z-????????????.parquet"))


def named(path: Path) -> Path:
    """The file under a snapshot's name with its true digest, the newest of charts."""
    return path.rename(path.with_name(f"charts-{LATER}-{short_checksum(path)}.parquet"))


def copy_of(name: str) -> Callable[[Path], Path]:
    """A sound snapshot's bytes under what a program for sharing files makes of its name."""
    return lambda folder: Path(
        shutil.copy(charts(folder.parent)[0], folder / name.format(charts(folder.parent)[0].stem))
    )


def link_to_nothing(folder: Path) -> Path:
    path = folder / f"charts-{LATER}-0123456789ab.parquet"
    path.symlink_to(folder / "nowhere")
    return path


def link_to_itself(folder: Path) -> Path:
    path = folder / f"charts-{LATER}-0123456789ab.parquet"
    path.symlink_to(path)
    return path


def folder_in_it(folder: Path) -> Path:
    path = folder / f"charts-{LATER}-0123456789ab.parquet"
    path.mkdir()
    return path


def fifo(folder: Path) -> Path:
    path = folder / f"charts-{LATER}-0123456789ab.parquet"
    os.mkfifo(path)
    return path


def link_to_a_device(folder: Path) -> Path:
    path = folder / f"charts-{LATER}-0123456789ab.parquet"
    path.symlink_to("/dev/zero")
    return path


def socket_in_it(folder: Path) -> Path:
    path = folder / f"charts-{LATER}-0123456789ab.parquet"
    with socket.socket(socket.AF_UNIX) as listening:
        before = Path.cwd()
        os.chdir(folder)  # the name of a socket is short
        listening.bind(path.name)
        os.chdir(before)
    return path


def rewritten(folder: Path, table: pa.Table) -> Path:
    path = folder / "new.tmp"
    pq.write_table(table, path)
    return named(path)


def wrong_type(folder: Path) -> Path:
    """A column of text where a number belongs, in a file that bears its digest."""
    table = pq.read_table(charts(folder.parent)[-1])
    texts = table.set_column(table.schema.get_field_index("rank"), "rank", table["rank"].cast(pa.string()))
    return rewritten(folder, texts)


def wrong_kind_of_column(folder: Path) -> Path:
    """A list where a text belongs."""
    table = pq.read_table(charts(folder.parent)[-1])
    lists = pa.array([["fr"]] * len(table))
    return rewritten(folder, table.set_column(table.schema.get_field_index("country"), "country", lists))


def metadata_of_no_text(folder: Path) -> Path:
    table = pq.read_table(charts(folder.parent)[-1])
    return rewritten(
        folder, table.replace_schema_metadata({b"origin": b"\xff\xfe", b"written_by": b"palmares"})
    )


def metadata_of_no_moment(folder: Path) -> Path:
    table = pq.read_table(charts(folder.parent)[-1])
    return rewritten(folder, table.replace_schema_metadata({b"moments": b"yesterday", b"rows": b"many"}))


def unreadable_page(folder: Path) -> Path:
    path = folder / "new.tmp"
    content = bytearray(charts(folder.parent)[-1].read_bytes())
    content[4:60] = bytes(56)
    path.write_bytes(content)
    return named(path)


STRANGERS = [
    copy_of("{} copy.parquet"),
    copy_of("{} (1).parquet"),
    copy_of("{}.sync-conflict-20261105-120000-ABCDEFG.parquet"),
    copy_of("{} - Copie.parquet"),
    copy_of("holiday.parquet"),
    copy_of("._{}.parquet"),
    copy_of("dreams-20261105T120000Z-0123456789ab.parquet"),
]
DAMAGED = [
    *(link_to_nothing, link_to_itself, folder_in_it, fifo, link_to_a_device, socket_in_it),
    *(wrong_type, wrong_kind_of_column, metadata_of_no_text, metadata_of_no_moment),
]


@pytest.mark.parametrize("spoil", STRANGERS)
def test_a_stranger_closes_nothing_and_is_named_by_verify(
    sound_copy: Path, capsys: pytest.CaptureFixture[str], spoil: Callable[[Path], Path]
) -> None:
    path = spoil(sound_copy / "snapshots")
    house = open_warehouse(sound_copy)
    assert closed(house) == set()
    assert [(error.path, error.remedy) for error in house.damage] == [(path, "move it out of data/snapshots")]
    assert main(["verify"]) == 2
    assert f"{path.name}: " in capsys.readouterr().err


def test_every_stranger_is_named_on_sources_and_claims_are_taken_in_beside_them(sound_copy: Path) -> None:
    paths = [spoil(sound_copy / "snapshots") for spoil in STRANGERS]
    told = words(open_page("sources", lang="en", tab="freshness"))
    assert [path.name for path in paths if f"{path.name}: " not in told] == []
    assert main(["claims", str(DATA / "claims")]) == 0


@pytest.mark.parametrize("spoil", DAMAGED)
def test_damage_of_one_file_closes_its_dataset_and_is_named(
    sound_copy: Path, capsys: pytest.CaptureFixture[str], spoil: Callable[[Path], Path]
) -> None:
    path = spoil(sound_copy / "snapshots")
    house = open_warehouse(sound_copy)
    assert closed(house) == NEEDS["charts"]
    with pytest.raises(SnapshotError) as shut:
        questions.charts_available(house)
    assert shut.value.path == path
    assert main(["verify"]) == 2
    assert f"{path.name}: " in capsys.readouterr().err
    assert path.name in words(open_page("rank", lang="en"))
    assert path.name not in words(open_page("launch", lang="en"))
    assert folder.data_version() == folder.data_version()


def test_a_page_that_cannot_be_read_closes_what_reads_it(
    sound_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = unreadable_page(sound_copy / "snapshots")
    house = open_warehouse(sound_copy)
    assert closed(house) < NEEDS["charts"]
    with pytest.raises(SnapshotError, match="cannot be read to its end") as shut:
        questions.charts_available(house)
    assert shut.value.path == path
    assert main(["verify"]) == 2
    assert f"{path.name}: cannot be read to its end" in capsys.readouterr().err


def test_a_copy_of_the_same_bytes_at_another_moment_counts_no_row_twice(sound_copy: Path) -> None:
    rows = len(questions.charts_available(open_warehouse(sound_copy)))
    first = charts(sound_copy)[0]
    copy = Path(shutil.copy(first, first.with_name(f"charts-{LATER}-{short_checksum(first)}.parquet")))
    [set_aside] = [file for file in list_snapshots(sound_copy / "snapshots") if file.damage]
    assert (set_aside.path, set_aside.dataset) == (copy, NO_DATASET)
    assert set_aside.damage
    assert set_aside.damage.reason == f"has the bytes of {first.name}"
    assert len(questions.charts_available(open_warehouse(sound_copy))) == rows


def test_a_snapshot_hides_none_of_another_dataset(sound_copy: Path) -> None:
    folder, [milestones] = sound_copy / "snapshots", list((sound_copy / "snapshots").glob("milestones-*"))
    table = pq.read_table(charts(sound_copy)[-1])
    rewritten(folder, table.replace_schema_metadata({b"replaces": milestones.name.encode()}))
    assert milestones in [file.path for file in list_snapshots(folder)]


def test_a_column_that_the_dataset_does_not_have_is_passed_over(sound_copy: Path) -> None:
    table = pq.read_table(charts(sound_copy)[-1])
    rewritten(sound_copy / "snapshots", table.append_column("day", pa.array(["x"] * len(table))))
    assert closed(open_warehouse(sound_copy)) == set()


def test_a_column_that_older_snapshots_lack_is_null(sound_copy: Path) -> None:
    shutil.rmtree(sound_copy / "snapshots")
    (sound_copy / "snapshots").mkdir()
    rows = store_rows(sound_copy, reading("2025-10-01T10:00:00", {1: CHATGPT}))
    path = Path(str(rows[0]))
    table = pq.read_table(path).drop_columns(["app_name"])
    path.unlink()
    rewritten(sound_copy / "snapshots", table)
    house = open_warehouse(sound_copy)
    assert closed(house) == set()
    assert questions.charts_available(house)["readings"].tolist() == [1]


@pytest.mark.parametrize("spoil", [link_to_nothing, folder_in_it, fifo])
def test_strangers_among_the_roll_ups_close_nothing(sound_copy: Path, spoil: Callable[[Path], Path]) -> None:
    write_missing_rollups(sound_copy, vocabulary())
    [first, _] = sorted((sound_copy / "standings").glob("*.parquet"))
    stranger = spoil(sound_copy / "standings")
    stranger.rename(first.with_name(f"{first.stem[:-12]}0123456789ab.parquet"))
    assert closed(open_warehouse(sound_copy)) == set()
    assert folder.data_version()


def test_a_roll_up_of_other_columns_is_not_believed(sound_copy: Path) -> None:
    write_missing_rollups(sound_copy, vocabulary())
    before = questions.charts_available(open_warehouse(sound_copy))
    [first, _] = sorted((sound_copy / "standings").glob("*.parquet"))
    made = first.with_name("new.tmp")
    table = pq.read_table(first)
    pq.write_table(table.set_column(0, "store", pa.array([1] * len(table))), made)
    first.unlink()
    made.rename(first.with_name(f"{first.stem[:-12]}{short_checksum(made)}.parquet"))
    assert questions.charts_available(open_warehouse(sound_copy)).equals(before)


def test_verify_sums_each_roll_up_anew_and_names_one_that_was_rewritten(
    sound_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_missing_rollups(sound_copy, vocabulary())
    assert main(["verify"]) == 0
    assert "standings: 2 roll-ups, 2 equal to their snapshots" in capsys.readouterr().out
    [first, _] = sorted((sound_copy / "standings").glob("*.parquet"))
    made = first.with_name("new.tmp")
    with duckdb.connect() as con:
        forged = con.read_parquet(str(first)).project("* replace (list_reverse(ranks) as ranks)")
        forged.write_parquet(str(made))
    first.unlink()
    forged_path = made.rename(first.with_name(f"{first.stem[:-12]}{short_checksum(made)}.parquet"))
    assert main(["verify"]) == 2
    assert f"{forged_path.name}: is not what its snapshot sums to; remove it" in capsys.readouterr().err


def test_git_tracks_no_roll_up_and_no_raw_answer() -> None:
    done = subprocess.run(
        ["git", "ls-files", "standings", "raw"], cwd=COMMITTED, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""


NAMES = st.one_of(
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=40),
    st.binary(min_size=1, max_size=40).map(
        lambda raw: os.fsdecode(raw.replace(b"/", b"").replace(b"\0", b"") or b"x")
    ),
    st.from_regex(r"\A[a-z_]{1,12}-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}( copy)?\Z"),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES, content=st.binary(max_size=40))
@example(name="charts\n\x1b[2J", content=b"")
@example(name="charts-20261399T120000Z-0123456789ab", content=b"PAR1")
def test_whatever_a_file_is_called_it_is_named_in_one_printable_line(
    sound_copy: Path, name: str, content: bytes
) -> None:
    path = sound_copy / "snapshots" / f"{name[:60]}.parquet"
    if path.is_file() or len(os.fsencode(path.name)) > 255:
        return
    path.write_bytes(content)
    try:
        [error] = [file.damage for file in list_snapshots(path.parent) if file.damage]
        assert str(error).isprintable()
        str(error).encode()
        assert folder.data_version()
    finally:
        path.unlink()


COLUMNS = st.sampled_from(
    [
        pa.int8(),
        pa.int64(),
        pa.string(),
        pa.float64(),
        pa.bool_(),
        pa.date32(),
        pa.list_(pa.int32()),
        pa.null(),
    ]
)


@settings(max_examples=at_length(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kinds=st.dictionaries(
        st.sampled_from(["rank", "country", "observed_at", "ingested_at", "depth", "extra"]), COLUMNS
    )
)
def test_whatever_the_columns_of_a_snapshot_are_the_other_datasets_answer(
    sound_copy: Path, kinds: dict[str, pa.DataType]
) -> None:
    table = pq.read_table(charts(sound_copy)[-1])
    for name, kind in kinds.items():
        column, at = pa.nulls(len(table), kind), table.schema.get_field_index(name)
        table = table.append_column(name, column) if at < 0 else table.set_column(at, name, column)
    path = rewritten(sound_copy / "snapshots", table)
    try:
        house = Warehouse(sound_copy, vocabulary())
        assert len(questions.sources(house)) == 1
        assert len(house.damage) <= 1
    finally:
        path.unlink()


COMMANDS = [
    ["verify"],
    ["compact"],
    ["claims"],
    ["observations", "x"],
    ["run"],
    ["import", "x", "--map", "y"],
]


@pytest.mark.parametrize("words_of", COMMANDS, ids=lambda one: one[0])
@pytest.mark.parametrize("there", [False, True])
def test_a_data_folder_that_holds_no_catalogue_is_named_and_nothing_is_made(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words_of: list[str],
    there: bool,
) -> None:
    folder = tmp_path / "nowhere"
    if there:
        folder.mkdir()
    monkeypatch.setenv("PALMARES_DATA", str(folder))
    assert main(words_of) == 2
    told = capsys.readouterr().err
    assert f"{folder / 'catalog.toml' if there else folder}: there is no such" in told
    assert "PALMARES_DATA" in told
    assert list(tmp_path.rglob("*")) == ([folder] if there else [])
