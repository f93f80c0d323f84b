"""One run: fetch, spool each raw response, validate them all, and publish the valid rows at once.

Killed at any instant, a run leaves raw answers that the next one takes in first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from dashboard.collect.checks.clock import corrected_now, reject_wrong_clocks
from dashboard.collect.checks.plausibility import AHEAD
from dashboard.collect.checks.review import DATASETS, Result, check_readable, review, without_rows
from dashboard.collect.checks.schemas import Attempt
from dashboard.collect.checks.validation import validation_context
from dashboard.collect.http.client import Fetcher
from dashboard.collect.http.exchange import Request, unforeseen
from dashboard.collect.plan import KINDS, plan_requests
from dashboard.collect.state import CollectionState, load_state
from dashboard.collect.storage.spool import ResponseSpool
from dashboard.collect.storage.writer import Ingest, raise_if_damaged, refuse_unstorable, write_snapshot
from dashboard.domain.catalog import Catalog
from dashboard.domain.clock import utc_now
from dashboard.domain.settings import MB, Settings
from dashboard.warehouse.snapshots import SnapshotError


@dataclass(frozen=True)
class Collector:
    """Collects once, with these settings, catalogue and console."""

    settings: Settings
    catalog: Catalog
    console: Console

    def run(self, countries: Sequence[str] = (), kinds: Sequence[str] = KINDS) -> list[Result]:
        """Return the results of this run, and of a killed one before it; raises SnapshotError on damage.

        With damaged snapshots nothing can be judged, but today's answers are asked for and wait.
        """
        spool = ResponseSpool(self.settings.data / "raw", self.settings.raw_mb * MB)
        try:
            left = self._review_pending(spool)
            state = load_state(self._folder)
        except SnapshotError:
            left, state = [], CollectionState()
        tasks = plan_requests(self.catalog, self.settings, state, utc_now().date(), countries, kinds)
        self._ask(tasks, state, spool)
        return left + self._review_pending(spool)

    @property
    def _folder(self) -> Path:
        return self.settings.data / "snapshots"

    def _ask(self, tasks: list[Request], state: CollectionState, spool: ResponseSpool) -> None:
        run_at = utc_now().replace(microsecond=0)
        with (
            Fetcher(self.settings, check_readable) as fetcher,
            Progress(console=self.console, transient=True) as bar,
        ):
            progress = bar.add_task("", total=len(tasks))
            for task in tasks:
                bar.update(progress, description=str(task))
                validators = state.validators.get(task.url, {}) if task.chart else {}
                spool.save(fetcher.ask(task, run_at, validators))
                bar.advance(progress)

    def _review_pending(self, spool: ResponseSpool) -> list[Result]:
        """Review every pending answer and store the rows, all of a dataset in one file."""
        answers = list(spool.pending())
        if not answers:
            return []
        raise_if_damaged(self._folder, [*set(DATASETS.values()), "attempts"])
        origin = (
            f"collected/{answers[-1].asked_at:%Y%m%dT%H%M%S.%fZ}"  # the same if this is killed and done again
        )
        state, against = load_state(self._folder, origin), validation_context(self.catalog, utc_now() + AHEAD)
        judged = [review(answer, state, against) for answer in reject_wrong_clocks(answers)]
        moment = corrected_now(utc_now(), answers)
        try:
            self._store(judged, origin, moment)
        except (SnapshotError, OSError):
            raise
        except Exception:  # one answer's rows may be what no column takes: it is refused, not the run
            storable = [_storable(one) for one in judged]
            if storable == judged:
                raise
            judged = storable
            self._store(judged, origin, moment)
        spool.archive_pending()
        return judged

    def _store(self, judged: list[Result], origin: str, moment: datetime) -> None:
        for ingest in _ingests(judged, origin):
            write_snapshot(self._folder, ingest, moment)


def _storable(result: Result) -> Result:
    """Return the result unchanged, or refused where its rows cannot be stored."""
    try:
        if result.rows:
            refuse_unstorable(Ingest(result.dataset, result.rows, ""))
    except Exception as error:
        return without_rows(result.answer, "unreadable", unforeseen(error).detail)
    return result


def _ingests(judged: list[Result], origin: str) -> Iterable[Ingest]:
    """Yield the accepted rows, dataset by dataset, then the record of every attempt."""
    for dataset in ("charts", "listings", "page_views"):
        rows = [row for one in judged if one.dataset == dataset for row in one.rows]
        if rows:
            yield Ingest(dataset, rows, origin)
    yield Ingest("attempts", [attempt(one) for one in judged], origin)


def attempt(judged: Result) -> Attempt:
    """Return the row that records a request and its outcome."""
    answer, task = judged.answer, judged.answer.task
    return Attempt(
        run_at=answer.run_at,
        collection=task.collection,
        country=task.country,
        chart=task.chart,
        category=task.category,
        subject=task.subject,
        asked_at=answer.asked_at,
        outcome=judged.outcome,
        reason=judged.reason,
        detail=judged.detail,
        tries=answer.tries,
        http_status=answer.status,
        url=task.url,
        observed_at=judged.observed_at,
        places=judged.places,
        answer_bytes=len(answer.body),
        answer_sha256=answer.sha256,
        etag=answer.etag,
        last_modified=answer.last_modified,
    )
