"""Where the data lies, and whether it has changed."""

import os
from contextlib import suppress
from pathlib import Path

from dashboard.domain.settings import load_settings
from dashboard.warehouse.files import modified_and_size

_TRIES = 20


def data_folder() -> Path:
    """The data folder: PALMARES_DATA, else the repository's own."""
    return load_settings().data


class NoDataError(RuntimeError):
    """The folder that should hold the data is not there, or holds none; the message names it."""


def require_data(folder: Path) -> Path:
    """The folder, where it is one with a catalogue; raises NoDataError."""
    for path, reason in (
        (folder, "there is no such folder"),
        (folder / "catalog.toml", "there is no such file"),
    ):
        if not path.exists():
            raise NoDataError(f"{path}: {reason}; PALMARES_DATA names the data folder")
    return folder


def data_version() -> str:
    """Changes whenever a snapshot comes, goes or is altered, or the catalogue is."""
    folder = data_folder()
    stats = [*_stats(folder / "snapshots"), *_stats(folder / "standings")]
    listed = folder / "catalog.toml"
    return f"{folder} {hash((tuple(sorted(stats)), modified_and_size(listed) if listed.exists() else None))}"


def _stats(folder: Path) -> list[tuple[str, int, int]]:
    """Name and age of each snapshot; looked at again where one went meanwhile, as in a compaction."""
    for _ in range(_TRIES):
        with suppress(FileNotFoundError):
            return [(entry.name, *_stamp(entry)) for entry in _parquet(folder)]
    return []


def _stamp(entry: "os.DirEntry[str]") -> tuple[int, int]:
    """Of what a link names, or of the link where that is nothing."""
    try:
        return modified_and_size(entry)
    except OSError:
        stat = entry.stat(follow_symlinks=False)
        return stat.st_mtime_ns, stat.st_size


def _parquet(folder: Path) -> "list[os.DirEntry[str]]":
    """The snapshots of a folder; each run of a page asks, so it is asked the quick way."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return [entry for entry in entries if entry.name.endswith(".parquet")]


def data_version_or_empty() -> str:
    """What the data folder holds, as snapshots_key; empty where it cannot be read."""
    try:
        return data_version()
    except OSError:
        return ""
