"""Filter of a reader's web socket: which messages reach the app, how many a second, and how many sessions an address has.

Streamlit answers whatever its protocol allows: emptying the caches of all readers, asking for upload addresses,
running git, writing files. A page of this app sends none of these, so they are dropped here.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.runtime_util import get_max_widget_state_size_bytes

from dashboard.domain import settings

ALLOWED = frozenset({"rerun_script", "stop_script", "app_heartbeat"})  # a component's call is a rerun
OPERATIONS = frozenset(
    {"deferred_file", "dataframe_chunk"}
)  # a download made on demand, rows of a long table
RATE, BURST = 20.0, 50.0  # messages of one session: a second, at once
POLICY_VIOLATION = 1008

log = logging.getLogger(__name__)


class TokenBucket:
    """A rate limit: `rate` tokens come each second, at most `burst` are stored."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._tokens, self._at = burst, clock()

    def take(self) -> bool:
        """Take one token; False where none is left."""
        now = self._clock()
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class MessageFilter:
    """ASGI middleware: lets a page's own messages through at a bounded rate, drops or refuses all others."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._sessions: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        address = (scope.get("client") or ("",))[0]
        if 0 < settings.load_settings().sessions_per_address <= self._sessions[address]:
            await WebSocketClose(POLICY_VIOLATION, "too many sessions")(scope, receive, send)
            return
        self._sessions[address] += 1
        try:
            session = _Session(receive, send)
            await self._app(scope, session.receive, session.send)
        finally:
            self._sessions[address] -= 1
            self._sessions += Counter()  # forgets who has none left


class _Session:
    """One web socket, its messages filtered."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._bucket = TokenBucket(RATE, BURST)
        self._first, self._closed = True, False

    async def receive(self) -> Message:
        """The next message for the app; a disconnection where the session is closed for its messages."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            if not self._bucket.take():
                return await self._close("too many messages")
            try:
                passed = self._filter(message.get("bytes"))
            except DecodeError:
                return await self._close("no message of this app")
            if passed is not None:
                return {"type": "websocket.receive", "bytes": passed}

    def _filter(self, data: bytes | None) -> bytes | None:
        """The message for the app; None where it is dropped. Raises DecodeError where it is none."""
        if data is None:
            raise DecodeError("text")
        if len(data) > get_max_widget_state_size_bytes():
            return data  # Streamlit closes the session, and says why
        parsed = BackMsg.FromString(data)
        if not _is_allowed(parsed):
            return None
        if parsed.WhichOneof("type") == "rerun_script" and self._first:
            self._first = False
            if parsed.rerun_script.is_history_navigation:
                # In a new session the widgets that a browser remembers would win over the address gone back to.
                parsed.rerun_script.ClearField("widget_states")
                return bytes(parsed.SerializeToString())
        return data

    async def send(self, message: Message) -> None:
        if self._closed:
            raise OSError("closed")  # what a server tells who writes to a socket that is gone
        await self._send(message)

    async def _close(self, reason: str) -> Message:
        log.warning("A session was closed: %s.", reason)
        await self._send({"type": "websocket.close", "code": POLICY_VIOLATION, "reason": reason})
        self._closed = True
        return {"type": "websocket.disconnect", "code": POLICY_VIOLATION, "reason": reason}


def _is_allowed(message: BackMsg) -> bool:
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return message.backend_operation_request.WhichOneof("payload") in OPERATIONS
    return kind in ALLOWED
