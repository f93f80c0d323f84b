"""A store that keeps this machine's time, a data folder to fill from it, and one with claims."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.collect.collecting import Collecting, prepared
from tests.helpers.files import file_claims
from tests.store import StoreServer


@pytest.fixture
def store() -> Iterator[StoreServer]:
    with StoreServer(day=100) as server:
        yield server


@pytest.fixture
def collecting(
    tmp_path: Path,
    store: StoreServer,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Collecting:
    return Collecting(tmp_path / "data", store, capsys, monkeypatch).prepare()


@pytest.fixture
def data_with_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the catalogue, one claim of each kind and no snapshot, which the commands read."""
    folder = prepared(tmp_path / "data")
    file_claims(folder / "claims")
    monkeypatch.setenv("PALMARES_DATA", str(folder))
    return folder
