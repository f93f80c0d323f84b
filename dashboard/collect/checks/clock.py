"""Check of the local clock against the servers' Date headers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from dashboard.collect.http.exchange import Response

MAX_CLOCK_ERROR = timedelta(hours=1)


def reject_wrong_clocks(answers: Iterable[Response]) -> list[Response]:
    """Reject all responses of a run whose local clock differs by more than 1 h from the servers' Date headers.

    Their timestamps cannot be used. A cache may repeat an old date, so the newest date of any server counts.
    """
    runs: defaultdict[datetime, list[Response]] = defaultdict(list)
    for answer in answers:
        runs[answer.run_at].append(answer)
    return [_reject_if_off(answer, _offset(run)) for run in runs.values() for answer in run]


def corrected_now(moment: datetime, answers: list[Response]) -> datetime:
    """Return the local time `moment`, moved back where the newest run shows that the local clock is far ahead.

    An ingest in the future would push all later ones there.
    """
    offset = _offset([answer for answer in answers if answer.run_at == answers[-1].run_at])
    return moment + offset if offset < -MAX_CLOCK_ERROR else moment


def _offset(run: list[Response]) -> timedelta:
    """Return by how much the servers' clocks are ahead of this machine's."""
    offsets = [answer.server_at - answer.asked_at for answer in run if answer.server_at]
    return max(offsets, default=timedelta(0))


def _reject_if_off(answer: Response, offset: timedelta) -> Response:
    if abs(offset) <= MAX_CLOCK_ERROR or answer.reason:
        return answer
    way = "ahead" if offset < timedelta(0) else "behind"
    apart = timedelta(seconds=round(abs(offset).total_seconds()))
    return replace(answer, reason="clock", detail=f"this machine's clock is {apart} {way}")
