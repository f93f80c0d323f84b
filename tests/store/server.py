"""The store as a server on this machine, for tests and for whoever wants to try the collector."""

from datetime import UTC, datetime
from threading import Event, Thread
from types import TracebackType
from typing import Self

from tests.store.answers import Answer, text
from tests.store.asked import Asked
from tests.store.counter import ELSEWHERE, answer
from tests.store.fault import Fault
from tests.store.listening import Listening
from tests.store.questions import Moment
from tests.store.readings import readings
from tests.store.rules import Match, Rule, Rules


class StoreServer:
    """Apple's feeds and Wikimedia's page views on one port of 127.0.0.1, under three prefixes.

        with StoreServer(day=3) as store:
            store.misbehave("/fr/", faults.BadGateway(), times=2)
            ...  # ask store.marketing, store.itunes, store.wikimedia
            assert len(store.asked) == 3

    `day` chooses the readings shown and `at` is the store's clock; both may be set at any time, as may
    `latency` (seconds before each answer) and `removed` (ids and articles that the store took down).
    Leaving raises what went wrong in the server itself, such as a fault that does not fit its question.
    """

    def __init__(self, port: int = 0, at: datetime | None = None, day: int = 0, latency: float = 0) -> None:
        self._at = at and _aware(at)
        self.day, self.latency = day, latency
        self.removed: set[str] = set()
        self.asked: list[Asked] = []
        self.broken: list[BaseException] = []
        self.closing = Event()
        self._rules = Rules()
        readings()  # now, so that the first answer is as quick as the others
        self._listening = Listening(port, self)
        self._thread = Thread(target=self._listening.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def at(self) -> datetime:
        """The store's clock: real time until it is set; then it stands still."""
        return self._at or datetime.now(UTC)

    @at.setter
    def at(self, moment: datetime) -> None:
        self._at = _aware(moment)

    @property
    def marketing(self) -> str:
        return self._listening.address + "/marketing"

    @property
    def itunes(self) -> str:
        return self._listening.address + "/itunes"

    @property
    def wikimedia(self) -> str:
        return self._listening.address + "/wikimedia"

    @property
    def settings(self) -> dict[str, str]:
        """The environment variables that send the collector here."""
        return {
            "PALMARES_MARKETING_URL": self.marketing,
            "PALMARES_ITUNES_URL": self.itunes,
            "PALMARES_WIKIMEDIA_URL": self.wikimedia,
        }

    def misbehave(self, match: Match, fault: Fault, times: int | None = None) -> Rule:
        """Let `fault` spoil each request whose path (prefix and query included) holds `match`.

        A pattern is searched for ("fr" is in every top-free: ask for "/fr/"). After `times` such requests the store answers well again; None: never.
        Of several rules that strike, the last one made wins. The rule's `struck` counts what it spoilt.
        """
        return self._rules.add(match, fault, times)

    def clear(self) -> None:
        """End all misbehaviour; what hangs goes on hanging. `asked` stays: it has a clear of its own."""
        self._rules.clear()

    def take_fault(self, path: str) -> Fault:
        """The fault of this request; the other host, where redirects lead, is always well."""
        return Fault() if path.startswith(ELSEWHERE) else self._rules.take(path)

    def answer(self, asked: Asked, fault: Fault) -> Answer:
        """The answer to this request; a mistake of the server's own is a 500, and is raised at the end."""
        try:
            return answer(asked, fault, Moment(self.at, self.day, frozenset(self.removed)))
        except Exception as error:
            self.broken.append(error)
            return text(500, f"The local store is broken: {error!r}")

    def close(self) -> None:
        """Stop listening, end what hangs, close every connection."""
        self.closing.set()
        self._listening.shutdown()
        self._listening.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if self.broken and error is None:
            raise RuntimeError("the local store is broken") from self.broken[0]


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("the store's clock needs a time zone, such as UTC")
    return moment.astimezone(UTC)
