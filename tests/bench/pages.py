"""The page bench: each page started, visited and loaded in turn, so that a busy machine is busy for all."""

import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench import load, synthetic, visits
from tests.bench.servers import SUBJECTS, Server, started
from tests.browser.reader import launch

Measured = dict[str, dict[str, float]]  # by measure, by page: medians
BARE = "bare Streamlit"  # has no filter of ours, so is not changed or loaded


@dataclass(frozen=True)
class Rounds:
    """How often each is measured, and for how long [s]."""

    starts: int = 5
    visits: int = 5
    slow: int = 3
    load: float = 60


QUICK = Rounds(starts=1, visits=2, slow=1, load=15)


class Book:
    """Values as they are measured, by measure and page."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))

    def note(self, measure: str, page: str, value: float) -> None:
        self._held[measure][page].append(value)
        print(f"{page}: {measure} {value:,.1f}", file=sys.stderr)  # noqa: T201  a run takes minutes

    def medians(self) -> Measured:
        return {
            measure: {page: round(statistics.median(values), 2) for page, values in pages.items()}
            for measure, pages in self._held.items()
        }


def measure(rounds: Rounds) -> Measured:
    """All measures of all pages, over the same data."""
    book = Book()
    with tempfile.TemporaryDirectory() as folder:
        data = synthetic.lay(Path(folder))
        for _ in range(rounds.starts):
            for subject in SUBJECTS:
                with started(subject, data) as (_, took):
                    book.note("start_ms", subject.name, took)
        with _all_started(data) as servers:
            _visit(book, servers, rounds)
        for subject in SUBJECTS:
            if subject.name != BARE:
                with started(subject, data) as (server, _):
                    _burden(book, server, rounds.load)
    return book.medians()


@contextmanager
def _all_started(data: Path) -> Iterator[list[Server]]:
    with ExitStack() as stack:
        yield [stack.enter_context(started(subject, data))[0] for subject in SUBJECTS]


def _visit(book: Book, servers: list[Server], rounds: Rounds) -> None:
    for server in servers:
        if server.subject.name != BARE:
            load.warm(server)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for _ in range(rounds.visits):
            for server in servers:
                _look(book, browser, server)
        for _ in range(rounds.slow):
            for server in servers:
                with visits.visitor(browser) as context:
                    book.note("slow_ms", server.subject.name, visits.load(context, server, slow=True)[1])


def _look(book: Book, browser: Browser, server: Server) -> None:
    """One reader: the first load, one with what the browser then has, two changes, a page change."""
    name = server.subject.name
    with visits.visitor(browser) as context:
        page, took, sent = visits.load(context, server)
        book.note("cold_ms", name, took)
        book.note("first_mb", name, sent)
        page.close()
        page, took, _ = visits.load(context, server)
        book.note("warm_ms", name, took)
        for land in ("de", "fr"):
            book.note("change_ms", name, visits.change(page, server, land))
        if name == "Palmarès":
            book.note("turn_ms", name, visits.turn(page))


def _burden(book: Book, server: Server, budget: float) -> None:
    name = server.subject.name
    book.note("cpu_ms", name, load.cpu_ms(server))
    one, many = load.memory(server, 1), load.memory(server, 25)
    book.note("memory_1_mb", name, one)
    book.note("memory_25_mb", name, many)
    book.note("memory_each_mb", name, (many - one) / 24)
    book.note("sessions", name, load.held(server, budget))
