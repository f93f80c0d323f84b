"""The rows of a data folder's snapshots as of one moment, and the catalogue, read without any code of the app."""

import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from math import isnan
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

Row = dict[str, Any]
ALWAYS = datetime(9999, 12, 31)


@dataclass(frozen=True)
class StoreId:
    """One id of an app in a store, and the days on which it means that app."""

    app: str
    store: str
    app_id: str
    since: date
    until: date


@dataclass(frozen=True)
class Apps:
    """Which apps there are, of which kind, under which ids."""

    kinds: dict[str, str]
    names: dict[str, str]
    ids: tuple[StoreId, ...]
    telephones: dict[str, str]  # store -> the device whose charts are shown

    @classmethod
    def from_toml(cls, path: Path) -> "Apps":
        catalog = tomllib.loads(path.read_text("utf-8"))
        entries = catalog["apps"]
        ids = [
            StoreId(
                app["id"],
                one["store"],
                one["id"],
                one.get("from", date.min),
                one.get("until", date(9999, 12, 31)),
            )
            for app in entries
            for one in app["stores"]
        ]
        kinds = {app["id"]: app["kind"] for app in entries}
        names = {app["id"]: app["name"] for app in entries}
        return cls(kinds, names, tuple(ids), {one["id"]: one["device"] for one in catalog["stores"]})


@dataclass(frozen=True, eq=False)  # told apart by identity, so that what is derived of one is kept
class Snapshots:
    """The raw rows under `folder`, as they were known at `as_of` (UTC)."""

    folder: Path
    apps: Apps
    as_of: datetime = ALWAYS
    _read: dict[str, list[Row]] = field(default_factory=dict, repr=False)

    @cached_property
    def paths(self) -> list[Path]:
        """The files that are read: a compacted one stands for those whose rows it holds."""
        found = sorted(self.folder.glob("*.parquet"))
        replaced = {name for path in found for name in _replaces(path)}
        return [path for path in found if path.name not in replaced]

    def rows(self, dataset: str) -> list[Row]:
        """Every row of a dataset that was known, missing cells None."""
        if dataset not in self._read:
            files = [
                path for path in self.paths if path.name.rpartition("-")[0].rpartition("-")[0] == dataset
            ]
            frames = [pd.read_parquet(path) for path in files]
            every = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame({"ingested_at": []})
            known = every[every["ingested_at"] <= self.as_of] if frames else every
            self._read[dataset] = _records(known)
        return self._read[dataset]

    def claims(self, dataset: str) -> list[Row]:
        """The claims of a dataset as the newest ingest left them."""
        every = self.rows(dataset)
        newest = max((row["ingested_at"] for row in every), default=None)
        return [row for row in every if row["ingested_at"] == newest]


def _replaces(path: Path) -> list[str]:
    facts = pq.read_schema(path).metadata or {}
    return str(facts.get(b"replaces", b"").decode()).split()


def _records(frame: pd.DataFrame) -> list[Row]:
    plain = frame.astype(object)
    return [
        {str(name): None if _missing(value) else value for name, value in row.items()}
        for row in plain.to_dict("records")
    ]


def _missing(value: Any) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and isnan(value))
