"""Whether this machine's clock can be believed: the servers say what time it is, too."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from dashboard.collect.http.exchange import Response

MAX_CLOCK_ERROR = timedelta(hours=1)


def reject_wrong_clocks(answers: Iterable[Response]) -> list[Response]:
    """The answers; those of a run whose clock was astray are refused, for no moment of theirs is right.

    A cache may repeat an old date, so a run is held against the newest date that any server gave.
    """
    runs: defaultdict[datetime, list[Response]] = defaultdict(list)
    for answer in answers:
        runs[answer.run_at].append(answer)
    return [_doubted(answer, _offset(run)) for run in runs.values() for answer in run]


def corrected_now(moment: datetime, answers: list[Response]) -> datetime:
    """`moment` by this machine's clock, put back where the newest run was told that it is far ahead.

    An ingest in the future would push all later ones there.
    """
    offset = _offset([answer for answer in answers if answer.run_at == answers[-1].run_at])
    return moment + offset if offset < -MAX_CLOCK_ERROR else moment


def _offset(run: list[Response]) -> timedelta:
    """How far the servers' clocks are ahead of this machine's."""
    told = [answer.server_at - answer.asked_at for answer in run if answer.server_at]
    return max(told, default=timedelta(0))


def _doubted(answer: Response, offset: timedelta) -> Response:
    if abs(offset) <= MAX_CLOCK_ERROR or answer.reason:
        return answer
    way = "ahead" if offset < timedelta(0) else "behind"
    apart = timedelta(seconds=round(abs(offset).total_seconds()))
    return replace(answer, reason="clock", detail=f"this machine's clock is {apart} {way}")
