"""Clocks jump: what was taken in stays in order, and a run whose clock was wrong is refused and says so.

Here the store's clock is set and this machine's stays; what counts is how far they are apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dashboard.collect.__main__ import main
from dashboard.warehouse.snapshots import list_snapshots
from tests.collect.safety import data_folders
from tests.store import StoreServer
from tests.store.fault import Fault
from tests.store.questions import Question

RUN = ["run", "--country", "fr"]
LATER = timedelta(hours=2)


@dataclass(frozen=True)
class Jump(Fault):
    """Before it answers, the store's clock jumps."""

    store: StoreServer
    by: timedelta

    def question(self, question: Question) -> Question:
        self.store.at += self.by
        return question


@pytest.fixture
def store() -> Iterator[StoreServer]:
    """A store with the right time."""
    with StoreServer(day=3) as server:
        yield server


def outcomes(data: Path) -> set[tuple[str, str]]:
    return set(data_folders.rows(data, "attempts", "outcome, reason"))


def ingests(data: Path) -> list[datetime]:
    """The moments of a folder's snapshots in the order in which they were written, whatever their names say."""
    files = sorted(list_snapshots(data / "snapshots"), key=lambda file: file.path.stat().st_mtime_ns)
    return [file.ingested_at for file in files]


@pytest.mark.parametrize("ahead", [LATER, -LATER, timedelta(days=400), -timedelta(days=4000)], ids=str)
def test_a_run_whose_clock_is_wrong_is_refused_and_says_so(
    store: StoreServer, collected: Path, ahead: timedelta, capsys: pytest.CaptureFixture[str]
) -> None:
    store.at += ahead
    assert main(RUN) == 2
    assert outcomes(collected) == {("refused", "clock")}
    assert data_folders.content(collected) == {"charts": [], "listings": [], "page_views": []}
    assert capsys.readouterr().out.count(": clock (this machine's clock is ") == data_folders.QUESTIONS


def test_a_clock_that_is_a_little_wrong_is_believed(store: StoreServer, collected: Path) -> None:
    store.at -= timedelta(minutes=50)
    assert main(RUN) == 0


@pytest.mark.parametrize("jump", [LATER, -LATER], ids=str)
def test_what_a_wrong_clock_kept_out_comes_in_once_it_is_right(
    store: StoreServer, collected: Path, jump: timedelta
) -> None:
    right = store.at
    store.at = right + jump
    assert main(RUN) == 2
    store.at = right
    assert main(RUN) == 0
    assert all(data_folders.content(collected).values())
    assert data_folders.pending(collected) == []
    data_folders.check(collected)


def test_moments_of_ingest_never_go_back(store: StoreServer, collected: Path) -> None:
    right = store.at
    for days, hours in ((0, 0), (-3, 0), (0, 0), (2, 0), (0, -2), (0, 0)):
        store.at = right + timedelta(days=days, hours=hours)
        store.day += 1
        main(RUN)
    assert len(ingests(collected)) > 6
    assert ingests(collected) == sorted(ingests(collected))
    assert data_folders.damage(collected) == []
    assert data_folders.half(collected) == []


def test_a_clock_far_ahead_puts_no_ingest_into_the_future(store: StoreServer, collected: Path) -> None:
    """Else all that comes after it would stand there too, and a pinned view of today would miss it."""
    right = store.at
    store.at = right - timedelta(days=400)
    assert main(RUN) == 2
    assert ingests(collected)[-1] < store.at.replace(tzinfo=None) + timedelta(minutes=5)
    store.at = right
    assert main(RUN) == 0
    assert ingests(collected) == sorted(ingests(collected))


def test_a_clock_that_jumps_within_a_run_has_none_of_it_believed(store: StoreServer, collected: Path) -> None:
    """Which answers came before the jump cannot be told, so none is shown."""
    halfway = store.misbehave("/lookup", Jump(store, LATER))
    assert main(RUN) == 2
    assert halfway.struck == 1
    assert outcomes(collected) == {("refused", "clock")}
