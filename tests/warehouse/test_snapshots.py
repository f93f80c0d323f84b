"""A snapshot that is not what its name says is named, with the next step."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from dashboard.warehouse.files import short_checksum
from dashboard.warehouse.snapshots import NO_DATASET, SnapshotError, SnapshotFile, list_snapshots
from tests.helpers.claimed import milestone
from tests.helpers.datasets import NOW, store_rows

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three ingests of one dataset, oldest first."""
    data = tmp_path_factory.mktemp("written")
    paths = [store_rows(data, milestone("number", day), now=NOW + day * DAY)[0] for day in range(3)]
    return [path for path in paths if path]


@pytest.fixture
def chain(tmp_path: Path, written: list[Path]) -> list[Path]:
    """A copy of the three to spoil."""
    return [Path(shutil.copy(path, tmp_path)) for path in written]


def look(path: Path) -> list[SnapshotFile]:
    return list_snapshots(path.parent)


def damage(path: Path) -> SnapshotError:
    """The one damage in the folder of `path`."""
    [found] = [file.damage for file in look(path) if file.damage]
    return found


def rename_to_its_digest(path: Path) -> Path:
    return path.rename(path.with_name(f"{path.stem.rpartition('-')[0]}-{short_checksum(path)}.parquet"))


def test_whole_snapshots_stand_in_order_of_their_time(chain: list[Path]) -> None:
    files = look(chain[0])
    assert [file.path for file in files] == chain
    assert [file.ingested_at for file in files] == [NOW, NOW + DAY, NOW + 2 * DAY]
    assert [file.damage for file in files] == [None, None, None]
    assert files[0].metadata("nothing of the kind") == ""


def test_one_changed_byte_shows(chain: list[Path]) -> None:
    content = bytearray(chain[1].read_bytes())
    content[len(content) // 2] ^= 1
    chain[1].write_bytes(content)
    error = damage(chain[1])
    assert (error.path, error.reason) == (chain[1], "its bytes have changed")
    assert f"git checkout -- data/snapshots/{chain[1].name}" in error.remedy


def test_a_truncated_file_shows(chain: list[Path]) -> None:
    chain[2].write_bytes(chain[2].read_bytes()[:-20])
    assert damage(chain[2]).reason == "its bytes have changed"


@pytest.mark.parametrize("content", [b"", b"PAR1 no Parquet at all PAR1"])
def test_what_bears_its_digest_and_is_no_parquet_shows(chain: list[Path], content: bytes) -> None:
    chain[2].write_bytes(content)
    path = rename_to_its_digest(chain[2])
    error = damage(path)
    assert error.path == path
    assert error.reason.startswith("is no readable Parquet")
    assert path.name in error.remedy
    assert str(path.parent) not in str(error)


@pytest.mark.parametrize(
    "name",
    [
        *("charts.parquet", "charts-copy.parquet", "charts-2026-11-01-0123456789ab.parquet"),
        *(
            "milestones-20261103T120000Z-0123456789ab copy.parquet",
            "milestones-20261103T120000Z-0123456789ab (1).parquet",
        ),
        *(
            "milestones-20261103T120000Z-0123456789ab.sync-conflict-1.parquet",
            "dreams-20261103T120000Z-0123456789ab.parquet",
        ),
    ],
)
def test_a_wrongly_named_file_is_set_aside_and_named(chain: list[Path], name: str) -> None:
    path = chain[2].with_name(name)
    chain[2].rename(path)
    error = damage(path)
    assert error.path == path
    assert error.reason in {"is not named as a snapshot", "belongs to no dataset"}
    assert error.remedy == "move it out of data/snapshots"
    assert [file.dataset for file in look(path) if file.damage] == [NO_DATASET]


@pytest.mark.parametrize("time", ["20261399T120000Z", "20260230T120000Z"])
def test_a_name_with_an_impossible_time_shows(chain: list[Path], time: str) -> None:
    path = chain[2].with_name(f"milestones-{time}-{short_checksum(chain[2])}.parquet")
    chain[2].rename(path)
    assert damage(path).reason == "is not named as a snapshot"


@pytest.mark.parametrize("lost", [0, 1])
def test_a_lost_file_of_the_chain_shows_by_its_own_name(chain: list[Path], lost: int) -> None:
    chain[lost].unlink()
    error = damage(chain[2])
    assert (error.path, error.reason) == (chain[lost], "is missing")
    assert f"git checkout -- data/snapshots/{chain[lost].name}" in error.remedy


def test_the_words_of_an_error_are_name_reason_and_remedy(chain: list[Path]) -> None:
    chain[0].unlink()
    error = damage(chain[1])
    assert str(error) == f"{chain[0].name}: is missing; {error.remedy}"


def test_what_is_put_back_is_whole_again(chain: list[Path]) -> None:
    content = chain[1].read_bytes()
    chain[1].write_bytes(content[:-1])
    assert damage(chain[1]).path == chain[1]
    chain[1].write_bytes(content)
    assert [file.damage for file in look(chain[1])] == [None, None, None]


def test_other_files_and_an_absent_folder_are_no_snapshots(chain: list[Path]) -> None:
    chain[0].with_name(".charts-1.tmp").write_bytes(b"half")
    chain[0].with_name("README.md").write_text("words")
    assert len(look(chain[0])) == 3
    assert list_snapshots(chain[0].parent / "nowhere") == []
