"""Whatever a server sends: what is read of it is rows or a refusal, and what is kept of it can be kept."""

import json
from datetime import datetime
from typing import Any

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.collect.checks.review import review
from dashboard.collect.checks.validation import validation_context
from dashboard.collect.http.exchange import RejectedError, Request, Response
from dashboard.collect.http.headers import with_headers
from dashboard.collect.run import attempt
from dashboard.collect.sources.apple_charts import legacy_request, marketing_request
from dashboard.collect.sources.apple_lookup import lookup_request
from dashboard.collect.sources.wikimedia import views_request
from dashboard.collect.state import CollectionState
from dashboard.collect.storage.spool import ABOUT
from dashboard.domain.text_cleaning import has_invisible
from tests.helpers.datasets import vocabulary

AT = datetime(2026, 2, 26, 12)
DAY = AT.date()
TASKS = [
    marketing_request("https://m.example", "fr", "top-free"),
    legacy_request("https://i.example", "fr", "top-free", "productivity", 6007),
    lookup_request("https://i.example", "fr", ["1", "2"]),
    views_request("https://w.example", "le-chat", "fr.wikipedia", "Le Chat", DAY, DAY),
]
NAMES = [
    "feed",
    "results",
    "entry",
    "items",
    "id",
    "name",
    "updated",
    "country",
    "label",
    "attributes",
    "im:id",
]
MORE = [
    "im:name",
    "resultCount",
    "trackId",
    "trackName",
    "userRatingCount",
    "version",
    "releaseDate",
    "languageCodesISO2A",
]
DAYS = ["timestamp", "views", "project", "article", "access", "agent"]
WORDS = [
    "",
    "fr",
    "1",
    "²",
    "\ud800",
    "\x00",
    "2026022600",
    "Thu, 26 Feb 2026 09:55:31 +0000",
    "9999-12-31T23:59:59-14:00",
]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**30),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(WORDS),
)
ODD = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*NAMES, *MORE, *DAYS]), inner, max_size=6)
    ),
    max_leaves=20,
)


def good(task: Request) -> dict[str, Any]:
    """An answer as it should be, of few records."""
    if task.collection == "apple-marketing":
        places = [{"id": str(n), "name": f"Synthetic {n}"} for n in range(1, 31)]
        updated = "Thu, 26 Feb 2026 09:55:31 +0000"
        return {"feed": {"id": task.url, "country": "fr", "updated": updated, "results": places}}
    if task.collection == "apple-legacy":
        entry = [
            {"id": {"attributes": {"im:id": str(n)}}, "im:name": {"label": f"Synthetic {n}"}}
            for n in range(1, 31)
        ]
        read = {"label": "2026-02-26T02:00:00-07:00"}
        return {"feed": {"id": {"label": task.url}, "updated": read, "entry": entry}}
    if task.collection == "apple-lookup":
        pages = [
            {"trackId": n, "trackName": "Synthetic", "userRatingCount": 5, "version": "1"} for n in (1, 2)
        ]
        return {"resultCount": 2, "results": pages}
    item = {"project": "fr.wikipedia", "article": "Le_Chat", "timestamp": f"{DAY:%Y%m%d}00", "views": 7}
    return {"items": [item | {"access": "all-access", "agent": "user"}]}


@st.composite
def answers(draw: st.DrawFn) -> Response:
    """A good answer of which one part, anywhere in it, is something else."""
    task = draw(st.sampled_from(TASKS))
    content: Any = good(task)
    holder, depth = content, draw(st.integers(0, 4))
    for _ in range(depth):
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = draw(st.sampled_from(keys))
        if not (isinstance(holder[key], dict | list) and holder[key]):
            break
        holder = holder[key]
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    holder[draw(st.sampled_from(keys))] = draw(ODD)
    return Response(task, AT, AT, 200, body=json.dumps(content).encode())


def assert_judged(answer: Response) -> None:
    judged = review(answer, CollectionState(), validation_context(vocabulary(), datetime(2026, 3, 1)))
    assert judged.outcome in ("kept", "refused", "unreached")
    assert bool(judged.rows) == (judged.outcome == "kept")
    assert judged.reason != "unreadable", judged.detail  # each of these is foreseen
    assert not has_invisible(judged.detail)
    attempt(judged)


@settings(max_examples=300)
@given(answers())
def test_an_answer_that_is_odd_in_one_place_is_kept_or_refused(answer: Response) -> None:
    assert_judged(answer)


@settings(max_examples=150)
@given(st.sampled_from(TASKS), st.binary(max_size=200) | ODD.map(lambda value: json.dumps(value).encode()))
def test_any_body_is_kept_or_refused(task: Request, body: bytes) -> None:
    assert_judged(Response(task, AT, AT, 200, body=body))


HEADERS = st.sampled_from(["ETag", "Last-Modified", "Date", "Retry-After"])
BYTES = st.binary(max_size=60).map(
    lambda value: value.replace(b"\r", b"").replace(b"\n", b"").replace(b"\x00", b"")
)
DATES = st.sampled_from(
    [b"Fri, 31 Dec 9999 23:59:59 -1400", b"Mon, 01 Jan 0001 00:00:00 +1400", "²".encode(), b"9" * 400]
)


@settings(max_examples=300)
@given(st.dictionaries(HEADERS, BYTES | DATES))
def test_any_head_is_kept_as_json_and_sent_back_where_it_can_be(headers: dict[str, bytes]) -> None:
    response = httpx.Response(503, headers=[(name.encode(), value) for name, value in headers.items()])
    answer = with_headers(Response(TASKS[0], AT, AT), response)
    assert ABOUT.validate_json(ABOUT.dump_json(answer, exclude={"body"})) == answer
    httpx.Request("GET", "https://x.example", headers={"If-None-Match": answer.etag or "x"})
    assert 0 <= answer.retry_after <= 1e9


@given(st.text())
def test_a_refusal_tells_what_a_server_wrote_without_its_control_characters(text: str) -> None:
    assert not has_invisible(RejectedError("wrong_subject", text).detail)
