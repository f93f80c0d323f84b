"""Faults of status, body and packing, as their bytes show them."""

import gzip
import json
import re
import zlib
from collections.abc import Callable

import httpx
import pytest

from tests.store import StoreServer, faults, raw
from tests.store.asking import FREE, MEGABYTE, get, good


def spoilt(store: StoreServer, fault: faults.Fault, patience: float = 2) -> raw.Raw:
    """The bytes of the marketing feed under a fault."""
    store.misbehave(re.compile("^/marketing/"), fault)
    return raw.get(store.marketing + FREE, patience)


@pytest.mark.parametrize(
    ("fault", "status", "after"),
    [
        (faults.BadGateway(), 502, None),
        (faults.ServiceUnavailable(), 503, "1"),
        (faults.ServiceUnavailable("Wed, 30 Sep 2026 12:26:00 GMT"), 503, "Wed, 30 Sep 2026 12:26:00 GMT"),
        (faults.ServiceUnavailable(None), 503, None),
        (faults.TooManyRequests(7), 429, "7"),
        (faults.NotFound(), 404, None),
        (faults.NotModified(), 304, None),
    ],
)
def test_statuses_come_with_what_to_wait(
    store: StoreServer, fault: faults.Fault, status: int, after: str | None
) -> None:
    answer = spoilt(store, fault)
    assert (answer.status, answer.header("Retry-After")) == (status, after)


@pytest.mark.parametrize(
    ("as_json", "kind"), [(False, "text/html; charset=utf-8"), (True, "application/json")]
)
def test_an_html_page_comes_with_200(store: StoreServer, as_json: bool, kind: str) -> None:
    answer = spoilt(store, faults.HtmlPage(as_json))
    assert (answer.status, answer.header("Content-Type")) == (200, kind)
    assert answer.body.startswith(b"<!doctype html>")


@pytest.mark.parametrize(
    ("fault", "made"),
    [
        (faults.EmptyBody(), lambda _: b""),
        (faults.CutBody(), lambda body: body[: len(body) // 2]),
        (faults.LeadingNewlines(), lambda body: b"\n\n\n" + body),
        (faults.ByteOrderMark(), lambda body: b"\xef\xbb\xbf" + body),
        (faults.Huge(), lambda body: body + b" " * (50 * MEGABYTE - len(body))),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_spoilt_body_is_delivered_whole_under_its_length(
    store: StoreServer, fault: faults.Fault, made: Callable[[bytes], bytes]
) -> None:
    expected = made(good(store))
    answer = spoilt(store, fault)
    assert (answer.status, answer.header("Content-Length")) == (200, str(len(expected)))
    assert answer.body == expected


def test_bad_utf8_is_no_text(store: StoreServer) -> None:
    with pytest.raises(UnicodeDecodeError):
        spoilt(store, faults.BadUtf8()).body.decode()


def test_garbage_said_to_be_gzip_cannot_be_unpacked(store: StoreServer) -> None:
    answer = spoilt(store, faults.GarbageGzip())
    assert answer.header("Content-Encoding") == "gzip"
    with pytest.raises((gzip.BadGzipFile, zlib.error)):
        gzip.decompress(answer.body)
    with pytest.raises(httpx.DecodingError):
        get(store.marketing + FREE)


def test_cut_gzip_has_no_end_and_httpx_does_not_mind(store: StoreServer) -> None:
    """Why a reader of JSON must check: the length was right, and half of the text comes out in order."""
    whole = good(store)
    answer = spoilt(store, faults.CutGzip())
    assert answer.header("Content-Length") == str(len(answer.body))
    with pytest.raises(EOFError):
        gzip.decompress(answer.body)
    half = get(store.marketing + FREE).content
    assert 0 < len(half) < len(whole)
    assert whole.startswith(half)


def test_a_gzip_bomb_is_small_on_the_wire_and_good_json_inside(store: StoreServer) -> None:
    answer = spoilt(store, faults.GzipBomb())
    unpacked = gzip.decompress(answer.body)
    assert len(answer.body) < MEGABYTE
    assert len(unpacked) == 50 * MEGABYTE
    assert len(json.loads(unpacked)["feed"]["results"]) == 100


def test_a_redirect_elsewhere_names_another_host_where_a_good_answer_waits(store: StoreServer) -> None:
    rule = store.misbehave("/fr/", faults.RedirectElsewhere())
    answer = raw.get(store.marketing + FREE)
    assert answer.status == 301
    assert str(answer.header("Location")).startswith("http://localhost:")
    followed = get(store.marketing + FREE, follow_redirects=True)
    assert followed.json()["feed"]["country"] == "fr"
    assert rule.struck == 2
    assert store.asked[-1].path == "/elsewhere/marketing" + FREE
    assert store.asked[-1].headers["host"].startswith("localhost")


def test_a_redirect_goes_where_it_is_told_or_round_and_round(store: StoreServer) -> None:
    assert spoilt(store, faults.Redirect("file:///etc/hostname")).header("Location") == "file:///etc/hostname"
    store.misbehave("", faults.RedirectLoop())
    with pytest.raises(httpx.TooManyRedirects):
        get(store.marketing + FREE, follow_redirects=True)
