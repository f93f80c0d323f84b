"""A session that reads what it is sent: which headings and sentences a page shows, and whether an error got through."""

import asyncio
from dataclasses import dataclass, field

from streamlit.proto.Alert_pb2 import Alert as AlertProto
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from tests.bench.sessions import ALL_OPEN

RETRY = 1.0  # between two tries to connect, as Streamlit's own page does at first [s]
SAID = (AlertProto.ERROR, AlertProto.WARNING)


@dataclass
class Shown:
    """What one run of a page showed: its finding of each figure, and in words what was wrong."""

    headings: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)

    def take(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        match element.WhichOneof("type"):
            case "heading" if element.heading.tag != "h1":
                self.headings.append(element.heading.body)
            case "alert" if element.alert.format in SAID:
                self.errors.append(element.alert.body)
            case "exception":
                self.exceptions.append(element.exception.message)


class PageSession:
    """One reader's web socket; opened anew where the server went."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: ClientConnection | None = None
        self.lost = 0  # connections

    async def ask(self, page: str, query: str) -> Shown:
        """Follow a link and read the whole answer, after a lost connection again."""
        while True:
            try:
                return await self._ask(page, query)
            except (OSError, WebSocketException, TimeoutError):
                self.lost += self._socket is not None
                self._socket = None
                await asyncio.sleep(RETRY)

    async def _ask(self, page: str, query: str) -> Shown:
        if self._socket is None:
            address = f"ws://localhost:{self._port}/_stcore/stream"
            self._socket = await connect(address, subprotocols=[Subprotocol("streamlit")], **ALL_OPEN)
        message = BackMsg()
        message.rerun_script.page_name, message.rerun_script.query_string = page, query
        await self._socket.send(message.SerializeToString())
        return await self._read(self._socket)

    async def _read(self, socket: ClientConnection) -> Shown:
        shown = Shown()
        while True:
            answer = ForwardMsg.FromString(bytes(await socket.recv(decode=False)))
            match answer.WhichOneof("type"):
                case "new_session":  # a run that begins anew shows nothing of the one before
                    shown = Shown()
                case "delta":
                    shown.take(answer)
                case "script_finished" if answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return shown

    async def close(self) -> None:
        if self._socket is not None:
            await self._socket.close()
