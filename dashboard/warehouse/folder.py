"""The data folder and its version."""

import os
from contextlib import suppress
from pathlib import Path

from dashboard.domain.settings import load_settings
from dashboard.warehouse.files import modified_and_size

MAX_SCANS = 20  # of a folder that changes meanwhile


def data_folder() -> Path:
    """The data folder: PALMARES_DATA, by default the repository's."""
    return load_settings().data


class NoDataError(RuntimeError):
    """The data folder is missing, or has no catalogue; the message names it."""


def require_data(folder: Path) -> Path:
    """The folder, if it has a catalogue; raises NoDataError."""
    for path, reason in (
        (folder, "there is no such folder"),
        (folder / "catalog.toml", "there is no such file"),
    ):
        if not path.exists():
            raise NoDataError(f"{path}: {reason}; PALMARES_DATA names the data folder")
    return folder


def data_version() -> str:
    """A key that changes with every snapshot, rollup file and the catalogue."""
    folder = data_folder()
    stats = [*_stats(folder / "snapshots"), *_stats(folder / "standings")]
    catalog = folder / "catalog.toml"
    return (
        f"{folder} {hash((tuple(sorted(stats)), modified_and_size(catalog) if catalog.exists() else None))}"
    )


def _stats(folder: Path) -> list[tuple[str, int, int]]:
    """Name, modification time and size of each file; scanned again where one is removed meanwhile, as by a compaction."""
    for _ in range(MAX_SCANS):
        with suppress(FileNotFoundError):
            return [(entry.name, *_stamp(entry)) for entry in _parquet(folder)]
    return []


def _stamp(entry: "os.DirEntry[str]") -> tuple[int, int]:
    """Modification time and size of a file; of the link itself where it is broken."""
    try:
        return modified_and_size(entry)
    except OSError:
        stat = entry.stat(follow_symlinks=False)
        return stat.st_mtime_ns, stat.st_size


def _parquet(folder: Path) -> "list[os.DirEntry[str]]":
    """The Parquet files of a folder, by scandir: every run of a page needs them."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return [entry for entry in entries if entry.name.endswith(".parquet")]


def data_version_or_empty() -> str:
    """As data_version; empty where the folder cannot be read."""
    try:
        return data_version()
    except OSError:
        return ""
