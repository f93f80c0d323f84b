"""The behaviour of the store server: its clock, its connections, and which requests a fault strikes."""

import json
import threading
from datetime import UTC, datetime, timedelta
from time import monotonic

import httpx
import pytest

from tests.store import StoreServer, faults, raw
from tests.store.asking import FREE, PHOTO, get


def test_what_the_client_has_is_not_sent_again_until_the_hour_or_the_day_turns(store: StoreServer) -> None:
    url = store.marketing + FREE
    first = raw.get(url)
    tag, modified = first.header("ETag"), first.header("Last-Modified")
    assert tag
    assert modified == "Wed, 30 Sep 2026 12:00:00 GMT"
    same = raw.get(url, If_None_Match=tag)
    assert (same.status, same.body, same.header("ETag"), same.header("Content-Length")) == (
        304,
        b"",
        tag,
        None,
    )
    assert raw.get(url, If_Modified_Since=modified).status == 304
    assert raw.get(url, If_None_Match='"other"', If_Modified_Since=modified).status == 200
    store.day += 1
    assert raw.get(url, If_None_Match=tag).status == 200
    store.day -= 1
    store.at += timedelta(hours=1)
    assert raw.get(url, If_None_Match=tag).status == 200
    assert raw.get(url, If_Modified_Since=modified).status == 200


def test_the_clock_stands_where_it_is_set_and_runs_until_then(store: StoreServer) -> None:
    assert raw.get(store.marketing + FREE).header("Date") == "Wed, 30 Sep 2026 12:25:51 GMT"
    with pytest.raises(ValueError, match="time zone"):
        store.at = datetime(2026, 9, 30)
    with StoreServer() as running:
        assert abs(running.at - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_connection_is_kept_alive_and_packed_only_on_request(store: StoreServer) -> None:
    with httpx.Client(headers={"User-Agent": "a test"}) as client:
        for cc in ("fr", "de", "us"):
            assert (
                client.get(store.marketing + FREE.replace("/fr/", f"/{cc}/")).headers["content-encoding"]
                == "gzip"
            )
    plain = get(store.marketing + FREE, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    ports = [asked.port for asked in store.asked]
    assert len(set(ports[:3])) == 1
    assert store.asked[0].headers["user-agent"] == "a test"
    assert store.asked[0].path == "/marketing" + FREE
    assert [a.moment for a in store.asked] == sorted(a.moment for a in store.asked)


def test_a_connection_that_idles_does_not_hold_the_server_open() -> None:
    with httpx.Client() as client:
        with StoreServer() as store:
            client.get(store.marketing + FREE)
            began = monotonic()
        assert monotonic() - began < 5
        with pytest.raises(httpx.TransportError):
            client.get(store.marketing + FREE)


def test_latency_holds_each_answer_and_many_are_answered_at_once(store: StoreServer) -> None:
    store.latency = 0.5
    began = monotonic()
    threads = [threading.Thread(target=get, args=(store.itunes + PHOTO,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 0.5 <= monotonic() - began < 3
    assert len(store.asked) == 8


def test_a_fault_strikes_what_it_matches_as_often_as_it_was_told(store: StoreServer) -> None:
    rule = store.misbehave("/fr/", faults.BadGateway(), times=2)
    urls = [store.marketing + FREE.replace("/fr/", f"/{cc}/") for cc in ("fr", "de", "fr", "fr")]
    assert [get(url).status_code for url in urls] == [502, 200, 502, 200]
    assert rule.struck == 2
    store.misbehave("/fr/", faults.BadGateway())
    store.misbehave("top-free", faults.NotFound())
    assert get(urls[0]).status_code == 404
    store.clear()
    assert get(urls[0]).status_code == 200


def test_a_fault_that_does_not_fit_its_question_is_no_silent_pass() -> None:
    store = StoreServer()
    store.misbehave("lookup", faults.NothingShared())

    def ask() -> None:
        with store:
            assert get(store.itunes + "/lookup?id=6448311069").status_code == 500

    with pytest.raises(RuntimeError, match="broken"):
        ask()


def test_the_settings_send_the_collector_here(store: StoreServer) -> None:
    assert json.dumps(store.settings).count("http://127.0.0.1:") == 3
    assert store.settings["PALMARES_ITUNES_URL"] == store.itunes


def test_every_fault_has_defaults_and_is_listed() -> None:
    made = [getattr(faults, name)() for name in faults.__all__]
    listed = {name for name, value in vars(faults).items() if isinstance(value, type)}
    assert set(faults.__all__) == listed
    assert all(isinstance(fault, faults.Fault) for fault in made)
