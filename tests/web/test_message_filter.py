"""What reaches the app through a reader's web socket: a page's own messages, at a bounded rate, and nothing else."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.web import message_filter
from dashboard.web.message_filter import ALLOWED, BURST, OPERATIONS, RATE, MessageFilter, TokenBucket

KINDS = [field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields]
PAYLOADS = [
    field.name
    for field in BackMsg.DESCRIPTOR.fields_by_name["backend_operation_request"]
    .message_type.oneofs_by_name["payload"]
    .fields
]


def of_kind(kind: str) -> BackMsg:
    """A message of one kind, as empty as it may be."""
    message = BackMsg()
    if BackMsg.DESCRIPTOR.fields_by_name[kind].message_type:
        getattr(message, kind).SetInParent()
    else:
        setattr(message, kind, True)
    return message


def operation(payload: str) -> BackMsg:
    message = BackMsg()
    getattr(message.backend_operation_request, payload).SetInParent()
    return message


def run(task: Coroutine[Any, Any, None]) -> None:
    with ThreadPoolExecutor(1) as aside:  # a browser of another test may keep a loop in this thread
        aside.submit(lambda: asyncio.run(task)).result()


class Wire:
    """A web socket whose client sends `sent` and goes; what the app received, and what the client was sent."""

    def __init__(self, *sent: bytes | str) -> None:
        frames = [{"bytes": one} if isinstance(one, bytes) else {"text": one} for one in sent]
        self._frames: list[Message] = [{"type": "websocket.connect"}]
        self._frames += [{"type": "websocket.receive", **frame} for frame in frames]
        self.received: list[bytes] = []
        self.answered: list[Message] = []
        run(self._run())

    @property
    def closed(self) -> int | None:
        """The code that the client was sent away with; None where it went by itself."""
        return next((one["code"] for one in self.answered if one["type"] == "websocket.close"), None)

    async def _run(self) -> None:
        await MessageFilter(self._app)(
            {"type": "websocket", "headers": [], "path": "/"}, self._receive, self._send
        )

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:
        socket = WebSocket(scope, receive, send)
        await socket.accept()
        try:
            while True:
                self.received.append(await socket.receive_bytes())
                await socket.send_bytes(b"answer")
        except WebSocketDisconnect:
            pass
        with pytest.raises((WebSocketDisconnect, RuntimeError)):
            await socket.send_bytes(b"late")

    async def _receive(self) -> Message:
        return self._frames.pop(0) if self._frames else {"type": "websocket.disconnect", "code": 1001}

    async def _send(self, message: Message) -> None:
        if message == {"type": "websocket.send", "bytes": b"late"}:
            raise OSError("the client has gone")
        self.answered.append(message)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "backend_operation_request"])
def test_of_all_kinds_of_messages_only_those_of_a_page_reach_the_app(kind: str) -> None:
    data = of_kind(kind).SerializeToString()
    assert Wire(data).received == ([data] if kind in ALLOWED else [])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_of_all_operations_only_downloads_and_rows_reach_the_app(payload: str) -> None:
    data = operation(payload).SerializeToString()
    assert Wire(data).received == ([data] if payload in OPERATIONS else [])


def test_a_message_that_is_dropped_leaves_its_session_open() -> None:
    run_again = of_kind("rerun_script").SerializeToString()
    wire = Wire(of_kind("clear_cache").SerializeToString(), run_again)
    assert (wire.received, wire.closed) == ([run_again], None)


@pytest.mark.parametrize("kind", KINDS)
def test_a_flood_of_messages_of_any_kind_ends_its_session(kind: str) -> None:
    wire = Wire(*[of_kind(kind).SerializeToString()] * 1000)
    assert wire.closed == 1008
    assert len(wire.received) <= BURST + RATE


@pytest.mark.parametrize("odd", ["text", b"\xff", b"\x08"])
def test_what_is_no_message_ends_its_session(odd: bytes | str) -> None:
    wire = Wire(odd, of_kind("rerun_script").SerializeToString())
    assert (wire.received, wire.closed) == ([], 1008)


def test_a_reader_who_goes_on_at_the_rate_is_never_sent_away() -> None:
    now = 0.0
    bucket = TokenBucket(RATE, BURST, lambda: now)
    assert all(bucket.take() for _ in range(int(BURST)))
    assert not bucket.take()
    for _ in range(1000):
        now += 1.001 / RATE
        assert bucket.take()
    now += 1000
    assert sum(bucket.take() for _ in range(1000)) == BURST


def test_who_goes_back_first_in_a_new_session_is_led_by_the_address_alone() -> None:
    message = of_kind("rerun_script")
    message.rerun_script.query_string = "country=de"
    message.rerun_script.is_history_navigation = True
    message.rerun_script.widget_states.widgets.add(id="filter-country", string_value="fr")
    first, second = (BackMsg.FromString(one) for one in Wire(*[message.SerializeToString()] * 2).received)
    assert len(first.rerun_script.widget_states.widgets) == 0
    assert first.rerun_script.query_string == "country=de"
    assert second == message


FRAMES = st.one_of(
    st.binary(max_size=60),
    st.text(max_size=10),
    st.sampled_from([of_kind(kind).SerializeToString() for kind in KINDS]),
    st.sampled_from([operation(payload).SerializeToString() for payload in PAYLOADS]),
    st.lists(st.sampled_from([of_kind(kind).SerializeToString() for kind in KINDS])).map(b"".join),
)


@given(st.lists(FRAMES, max_size=120))
def test_whatever_is_sent_the_app_receives_only_what_a_page_sends(sent: list[bytes | str]) -> None:
    wire = Wire(*sent)
    messages = [BackMsg.FromString(one) for one in wire.received]
    assert all(message_filter._is_allowed(one) for one in messages)
    assert len(messages) <= BURST + RATE
    assert wire.closed in (None, 1008)
    assert set(kinds := [one.WhichOneof("type") for one in messages]) <= {
        *ALLOWED,
        "backend_operation_request",
    }
    assert "clear_cache" not in kinds


async def _connect(app: MessageFilter, address: str, until: asyncio.Event) -> list[Message]:
    answered: list[Message] = []

    async def receive() -> Message:
        await until.wait()
        return {"type": "websocket.disconnect", "code": 1001}

    async def send(message: Message) -> None:
        answered.append(message)

    scope = {"type": "websocket", "headers": [], "path": "/", "client": (address, 1), "extensions": {}}
    await app(scope, receive, send)
    return answered


def test_an_address_has_so_many_sessions_and_no_more_until_one_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALMARES_SESSIONS_PER_ADDRESS", "2")

    async def waits(_: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        await receive()

    async def check() -> None:
        app, end = MessageFilter(waits), asyncio.Event()
        open_ones = [asyncio.create_task(_connect(app, "192.0.2.1", end)) for _ in range(2)]
        await asyncio.sleep(0)
        refused = await _connect(app, "192.0.2.1", end)
        other = asyncio.create_task(_connect(app, "192.0.2.2", end))
        await asyncio.sleep(0)
        assert refused == [{"type": "websocket.close", "code": 1008, "reason": "too many sessions"}]
        end.set()
        assert [one[0]["type"] for one in await asyncio.gather(*open_ones, other)] == ["websocket.accept"] * 3
        assert (await _connect(app, "192.0.2.1", end))[0]["type"] == "websocket.accept"
        assert not app._sessions

    run(check())
