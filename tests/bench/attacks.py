"""What one visitor can do to all others: `python -m tests.bench.attacks [ROOT]` (ROOT: another clone, to compare).

Eight readers change a filter again and again, first alone, then while one socket sends `clear_cache` ten times a
second; then one socket sends 5,000 reruns at once, and what the server takes to say that it is well is measured.
"""

import asyncio
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import httpx
import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.bench.servers import SUBJECTS, Server
from tests.bench.sessions import StreamlitSession
from tests.bench.visits import LANDS
from tests.browser.conftest import ROOT, free_port

READERS = 8
SECONDS = 20.0  # of each measurement
FLOOD = 5000  # messages
LONGEST = 120.0  # [s]


@contextmanager
def served(root: Path) -> Iterator[Server]:
    """The app of a clone."""
    port, subject = free_port(), replace(SUBJECTS[0], folder=root)
    with subprocess.Popen(
        subject.on(port),
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        server = Server(subject, port, psutil.Process(process.pid))
        try:
            while _health(server, 1.0) is None:
                time.sleep(0.5)
            yield server
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def _health(server: Server, timeout: float) -> float | None:
    """How long the server takes to say that it is well [s]; None where it does not in time."""
    begun = time.perf_counter()
    with suppress(httpx.HTTPError):
        httpx.get(f"http://127.0.0.1:{server.port}/_stcore/health", timeout=timeout).raise_for_status()
        return time.perf_counter() - begun
    return None


async def _read(server: Server, until: float) -> list[float]:
    """Change the filter once a second until a moment, once at least; how long each answer takes [s]."""
    session, lands, times = StreamlitSession(), list(LANDS), list[float]()
    await session.open(server)
    while not times or time.monotonic() < until:
        lands.reverse()
        begun = time.perf_counter()
        with suppress(TimeoutError):
            await asyncio.wait_for(session.change(lands[0]), LONGEST)
        times.append(time.perf_counter() - begun)
        await asyncio.sleep(1)
    await session.close()
    return times


async def _send(server: Server, message: BackMsg, each: float, until: float) -> int:
    """Send one message again and again; how many went out before the end or the server's close."""
    sent = 0
    address = f"ws://localhost:{server.port}/_stcore/stream"
    with suppress(ConnectionClosed):
        async with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None) as socket:
            while time.monotonic() < until and (each or sent < FLOOD):
                await socket.send(message.SerializeToString())
                sent += 1
                await asyncio.sleep(each)
            await asyncio.sleep(0 if each else 5)
    return sent


async def _median(server: Server, attack: BackMsg | None) -> float:
    until = time.monotonic() + SECONDS
    attacker = asyncio.create_task(_send(server, attack, 0.1, until + LONGEST)) if attack else None
    told = await asyncio.gather(*(_read(server, until) for _ in range(READERS)))
    if attacker:
        attacker.cancel()
    return statistics.median(time for times in told for time in times)


def _flooded(server: Server) -> tuple[int, float]:
    """How many messages of a flood went out, and how long the server then took to answer [s]."""
    message = BackMsg()
    message.rerun_script.page_name, _, message.rerun_script.query_string = server.subject.page.partition("?")

    async def flood() -> tuple[int, float]:
        sending = asyncio.create_task(_send(server, message, 0, time.monotonic() + LONGEST))
        await asyncio.sleep(0.5)
        took = await asyncio.to_thread(_health, server, LONGEST)
        return await sending, took or LONGEST

    return asyncio.run(flood())


def main(root: Path) -> None:
    with served(root) as server:
        asyncio.run(_median(server, None))  # as after the first readers
        alone = asyncio.run(_median(server, None))
        cleared = asyncio.run(_median(server, BackMsg(clear_cache=True)))
    with served(root) as server:
        sent, took = _flooded(server)
    out = sys.stdout.write
    out(f"median answer of {READERS} readers: {alone:.2f} s\n")
    out(f"the same while one socket sends clear_cache ten times a second: {cleared:.2f} s\n")
    out(f"health during a flood ({sent} of {FLOOD} messages went out): {took:.2f} s\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT)
