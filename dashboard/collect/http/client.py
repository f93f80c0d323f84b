"""HTTP client: rate limit, conditional requests, retries of transient errors, a deadline for each call."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from urllib.parse import urlsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_result, stop_after_attempt, wait_random_exponential

from dashboard.collect.http.body import read_body
from dashboard.collect.http.deadline import Deadline
from dashboard.collect.http.exchange import RejectedError, Request, Response, unforeseen
from dashboard.collect.http.headers import OK, refuse_status, with_headers
from dashboard.collect.http.rate_limit import RateLimiter
from dashboard.domain.clock import utc_now
from dashboard.domain.settings import MB, Settings
from dashboard.domain.text_cleaning import clean_text

DETAIL = 200  # of the text of an error [characters]
SILENT = {"unreachable", "timeout"}
# Faults that a second call may not meet. A wrong list, a wrong place or a huge body is not asked for again.
PASSING = SILENT | {"busy", "cut", "slow", "encoding", "not_json", "empty", "not_a_feed"}
Sound = Callable[[Response], object]


class Fetcher:
    """HTTP client with rate limit, retries and deadline; use it as a context manager."""

    def __init__(self, settings: Settings, sound: Sound) -> None:
        self._settings, self._sound = settings, sound
        self._pace = RateLimiter(settings.pace)
        self._waits = wait_random_exponential(multiplier=settings.backoff, max=settings.patience)
        self._deadline = Deadline(settings.deadline)
        headers = {"User-Agent": settings.user_agent, "Accept-Encoding": "gzip"}
        self._client = httpx.Client(timeout=settings.timeout, headers=headers, follow_redirects=False)

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._client.close()

    def ask(self, task: Request, run_at: datetime, validators: Mapping[str, str]) -> Response:
        """The answer to `task`, or the reason why there is none; never raises for what a server does."""
        host = urlsplit(task.url).netloc
        if self._pace.is_unreachable(host):
            return Response(task, run_at, utc_now(), tries=0, reason="given_up", detail=host)
        retrying = Retrying(
            stop=stop_after_attempt(self._settings.tries),
            wait=self._wait,
            retry=retry_if_result(self._again),
            retry_error_callback=lambda state: state.outcome.result() if state.outcome else None,
        )
        answer: Response = retrying(self._once, task, run_at, validators)
        self._pace.record_reply(host, silent=answer.reason in SILENT)
        return replace(answer, tries=int(retrying.statistics["attempt_number"]))

    def _again(self, answer: Response) -> bool:
        return answer.reason in PASSING and answer.retry_after <= self._settings.patience

    def _wait(self, state: RetryCallState) -> float:
        answer: Response | None = state.outcome.result() if state.outcome else None
        return max(self._waits(state), answer.retry_after if answer else 0)

    def _once(self, task: Request, run_at: datetime, validators: Mapping[str, str]) -> Response:
        host = urlsplit(task.url).netloc
        self._pace.wait(host)
        answer = self._read(Response(task, run_at, utc_now()), validators)
        if 0 < answer.retry_after <= self._settings.patience:
            self._pace.delay(host, answer.retry_after)
        return answer

    def _read(self, unanswered: Response, validators: Mapping[str, str]) -> Response:
        answer = unanswered
        try:
            extensions = {"trace": self._deadline.trace}
            with (
                self._deadline.bound(),
                self._client.stream(
                    "GET", unanswered.task.url, headers=dict(validators), extensions=extensions
                ) as response,
            ):
                answer = with_headers(unanswered, response)
                refuse_status(response)
                if response.status_code == OK:
                    answer = replace(answer, body=self._body(response))
                    self._sound(answer)
        except RejectedError as refusal:
            return replace(answer, reason=refusal.reason, detail=refusal.detail)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return replace(answer, reason=_reason(error), detail=clean_text(str(error), DETAIL))
        except Exception as error:  # such as a header that no client foresaw: this answer ends, not the run
            return replace(answer, reason="unreadable", detail=unforeseen(error).detail)
        return answer

    def _body(self, response: httpx.Response) -> bytes:
        packed = response.headers.get("content-encoding", "").strip().lower()
        limit = int(self._settings.answer_mb * MB)
        return read_body(response.iter_raw(), packed, limit, self._deadline.left())


def _reason(error: Exception) -> str:
    match error:
        case httpx.TimeoutException():
            return "timeout"
        case httpx.RemoteProtocolError() | httpx.ReadError():
            return "cut"
        case _:
            return "unreachable"
