"""Faults of the connection, as a reader of bytes meets them."""

import threading
from time import monotonic, sleep

import httpx
import pytest

from tests.store import StoreServer, faults, raw
from tests.store.asking import FREE, MEGABYTE, get


def test_a_cut_connection_promised_more_than_it_sent(store: StoreServer) -> None:
    store.misbehave("", faults.CutConnection())
    answer = raw.get(store.marketing + FREE)
    assert answer.ended == "closed"
    assert int(answer.header("Content-Length") or 0) > len(answer.body) > 0
    with pytest.raises(httpx.RemoteProtocolError):
        get(store.marketing + FREE)


def test_a_reset_gives_no_answer(store: StoreServer) -> None:
    store.misbehave("", faults.Reset())
    answer = raw.get(store.marketing + FREE)
    assert (answer.ended, answer.head) == ("reset", "")
    with pytest.raises(httpx.ReadError):
        get(store.marketing + FREE)


def test_an_endless_body_tells_no_length(store: StoreServer) -> None:
    store.misbehave("", faults.EndlessBody())
    with httpx.stream("GET", store.marketing + FREE) as answer:
        assert "content-length" not in answer.headers
        taken = 0
        for piece in answer.iter_bytes():
            taken += len(piece)
            if taken > 5 * MEGABYTE:
                break
    assert taken > 5 * MEGABYTE


@pytest.mark.parametrize("fault", [faults.NeverAnswers(), faults.StallsMidway()], ids=["nothing", "half"])
def test_what_hangs_is_silent_and_ends_when_the_server_closes(fault: faults.Fault) -> None:
    with StoreServer() as store:
        store.misbehave("", fault)
        answer = raw.get(store.marketing + FREE, patience=0.7)
        assert answer.ended == "silent"
        assert bool(answer.body) == isinstance(fault, faults.StallsMidway)
        found: list[raw.Raw] = []
        waiting = threading.Thread(target=lambda: found.append(raw.get(store.marketing + FREE, patience=10)))
        waiting.start()
        while len(store.asked) < 2:
            sleep(0.01)
        began = monotonic()
    waiting.join()
    assert monotonic() - began < 5
    assert found[0].ended in ("closed", "reset")


def test_a_slow_body_drips_and_ends_when_the_server_closes() -> None:
    with StoreServer() as store:
        store.misbehave("", faults.SlowBody(pause=0.02, size=3))
        began = monotonic()
        with httpx.stream("GET", store.marketing + FREE, headers={"Accept-Encoding": "identity"}) as answer:
            pieces = [piece for piece, _ in zip(answer.iter_raw(), range(10), strict=False)]
            spent = monotonic() - began
        assert len(pieces) == 10
        assert sum(map(len, pieces)) <= 3 * (spent / 0.02 + 1)
        began = monotonic()
    assert monotonic() - began < 5
