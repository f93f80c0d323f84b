"""The collector as a person runs it, against the local store."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.collect.__main__ import main
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import DATA, open_warehouse
from tests.helpers.tables import Rows, view_rows
from tests.store import StoreServer

MARKETING = "/api/v2/{}/apps/top-free/"
PRODUCTIVITY = "/{}/rss/topfreeapplications/limit=100/genre=6007/"
# As patient as a test can be; what is tested is what is done, not how long it takes.
QUICK = {"PACE": "0", "BACKOFF": "0.01", "TIMEOUT": "0.5", "DEADLINE": "1", "TRIES": "3", "PATIENCE": "2"}


def prepared(data: Path) -> Path:
    """A data folder with the catalogue and nothing else."""
    data.mkdir(exist_ok=True)
    shutil.copy(DATA / "catalog.toml", data)
    return data


@dataclass
class Collecting:
    """A data folder that is filled from a store."""

    data: Path
    store: StoreServer
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def prepare(self) -> "Collecting":
        prepared(self.data)
        self.set(DATA=str(self.data), **QUICK)
        for name, value in self.store.settings.items():
            self.monkeypatch.setenv(name, value)
        return self

    def set(self, **settings: str) -> None:
        for name, value in settings.items():
            self.monkeypatch.setenv(f"PALMARES_{name}", value)

    def run(self, *words: str, kind: str = "charts", country: str = "fr") -> tuple[int, str]:
        """The exit code of one run and what it said."""
        countries = [word for code in country.split() for word in ("--country", code)]
        code = main(["run", *countries, "--only", kind, *words])
        captured = self.capsys.readouterr()
        return code, captured.out + captured.err

    def house(self) -> Warehouse:
        return open_warehouse(self.data)

    def view_rows(self, view: str, columns: str, keep: str = "true") -> Rows:
        return view_rows(self.house(), view, columns, keep)

    def names(self, dataset: str) -> list[str]:
        return sorted(path.name for path in (self.data / "snapshots").glob(f"{dataset}-*"))

    def outcomes(self, url: str) -> Rows:
        """(outcome, reason, tries) of every attempt at the addresses that hold `url`."""
        return self.view_rows("attempts", "asked_at, outcome, reason, tries", f"contains(url, '{url}')")
