"""Sessions without a browser: each speaks its server's own protocol, asks as a page does and reads the whole answer."""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.bench.servers import Server
from tests.bench.visits import LANDS

SMALL = 200  # the message that a run has ended is shorter [bytes]
CHARTS = 5
DAYS = ("2024-10-01", "2026-10-10")
ALL_OPEN: dict[str, Any] = {"max_size": None, "compression": None, "open_timeout": 60}


class Session(Protocol):
    """One reader's connection."""

    async def open(self, server: Server) -> None:
        """Connect and load the page once."""

    async def change(self, land: str) -> None:
        """Choose another country and wait for the whole answer."""

    async def close(self) -> None: ...


@dataclass
class StreamlitSession:
    """Streamlit's web socket: one rerun a change, read to the end of the script."""

    server: Server = field(init=False)
    socket: ClientConnection = field(init=False)

    async def open(self, server: Server) -> None:
        self.server = server
        address = f"ws://localhost:{server.port}/_stcore/stream"
        self.socket = await connect(address, subprotocols=[Subprotocol("streamlit")], **ALL_OPEN)
        await self.change("fr")

    async def change(self, land: str) -> None:
        page, _, query = self.server.subject.page.partition("?")
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query.replace("country=fr", f"country={land}")
        await self.socket.send(message.SerializeToString())
        while answer := bytes(await self.socket.recv(decode=False)):
            if len(answer) < SMALL and ForwardMsg.FromString(answer).HasField("script_finished"):
                return

    async def close(self) -> None:
        await self.socket.close()


@dataclass
class DashSession:
    """Dash's own POST for all charts."""

    http: httpx.AsyncClient = field(init=False)

    async def open(self, server: Server) -> None:
        self.http = httpx.AsyncClient(base_url=f"http://localhost:{server.port}", timeout=300)
        for path in ("/", "/_dash-layout", "/_dash-dependencies"):
            (await self.http.get(path)).raise_for_status()
        await self.change("fr")

    async def change(self, land: str) -> None:
        outputs = [{"id": f"chart-{n}", "property": "figure"} for n in range(CHARTS)]
        inputs = [("country", "value", land), ("days", "start_date", DAYS[0]), ("days", "end_date", DAYS[1])]
        asked = {
            "output": f"..{'...'.join(f'chart-{n}.figure' for n in range(CHARTS))}..",
            "outputs": outputs,
            "inputs": [{"id": id_, "property": name, "value": value} for id_, name, value in inputs],
            "changedPropIds": ["country.value"],
            "parsedChangedPropsIds": ["country.value"],
        }
        (await self.http.post("/_dash-update-component", json=asked)).raise_for_status()

    async def close(self) -> None:
        await self.http.aclose()


@dataclass
class PanelSession:
    """Bokeh's web socket, as Panel's page uses it."""

    socket: ClientConnection = field(init=False)
    select: str = ""
    land: str = "fr"
    sent: int = 0

    async def open(self, server: Server) -> None:
        async with httpx.AsyncClient(timeout=300) as http:
            page = (await http.get(server.url)).text
        token = re.findall(r'"token":"([^"]+)"', page)[0]
        address = f"ws://localhost:{server.port}/panel_page/ws"
        self.socket = await connect(
            address, subprotocols=[Subprotocol("bokeh"), Subprotocol(token)], **ALL_OPEN
        )
        await self._message()  # it greets
        await self._send("PULL-DOC-REQ", {})
        held = json.dumps((await self._message())[1])
        self.select = re.findall(r'"name": "[^"]*Select", "id": "(\w+)"', held)[0]

    async def change(self, land: str) -> None:
        if land == self.land:  # nothing would come
            return
        self.land = land
        event = {"kind": "ModelChanged", "model": {"id": self.select}, "attr": "value", "new": LANDS[land]}
        await self._send("PATCH-DOC", {"events": [event]})
        drawn = 0
        while drawn < CHARTS:
            _, content = await self._message()
            drawn += sum(one["attr"] == "_render_count" for one in content.get("events", ()))

    async def _send(self, kind: str, content: dict[str, Any]) -> None:
        self.sent += 1
        for part in ({"msgid": str(self.sent), "msgtype": kind}, {}, content):
            await self.socket.send(json.dumps(part))

    async def _message(self) -> tuple[str, dict[str, Any]]:
        """The next message's kind and content; its buffers are read and dropped."""
        header, _, content = [json.loads(await self.socket.recv()) for _ in range(3)]
        for _ in range(2 * header.get("num_buffers", 0)):
            await self.socket.recv()
        return header["msgtype"], content

    async def close(self) -> None:
        await self.socket.close()


KINDS: dict[str, type[Session]] = {
    "Palmarès": StreamlitSession,
    "bare Streamlit": StreamlitSession,
    "Dash": DashSession,
    "Panel": PanelSession,
}
