"""How many sessions a server holds: each changes a filter, waits for the whole answer, thinks a second, and again.

Clients run on the same machine as the server and take a part of it; so they do for every server alike.
"""

import asyncio
import math
import random
import statistics
import time

import httpx
from websockets.exceptions import ConnectionClosed

from tests.bench.servers import Server
from tests.bench.sessions import KINDS, Session
from tests.bench.visits import LANDS

THINK = 1.0  # mean time between an answer and the next change [s]
LIMIT = 1000.0  # of the 95th percentile [ms]
PATIENCE = 30.0  # an answer later than this is none [s]
MOST = 512  # sessions at once
CLOSE = 1.2  # sessions held are known to a fifth


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else max(times, default=float("inf"))


async def _use(session: Session, until: float, times: list[float]) -> None:
    lands = list(LANDS)
    await asyncio.sleep(random.random() * THINK)
    while time.monotonic() < until:
        lands.reverse()
        begun = time.perf_counter()
        try:
            await asyncio.wait_for(session.change(lands[0]), PATIENCE)
        except (TimeoutError, httpx.HTTPError, ConnectionClosed):
            times.append(math.inf)  # an answer that never came
            return
        times.append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(THINK * (0.5 + random.random()))


async def _opened(server: Server, count: int) -> list[Session]:
    sessions: list[Session] = [KINDS[server.subject.name]() for _ in range(count)]
    for start in range(0, count, 8):  # a few at a time
        await asyncio.gather(*(one.open(server) for one in sessions[start : start + 8]))
    return sessions


async def _closed(sessions: list[Session]) -> None:
    await asyncio.gather(*(one.close() for one in sessions))


async def _level(server: Server, count: int, seconds: float) -> float:
    sessions, times = await _opened(server, count), list[float]()
    until = time.monotonic() + seconds
    await asyncio.gather(*(_use(one, until, times) for one in sessions))
    await _closed(sessions)
    return p95(times)


def level(server: Server, count: int, seconds: float = 8) -> float:
    """95th percentile of the answers with `count` sessions [ms]."""
    return asyncio.run(_level(server, count, seconds))


def held(server: Server, budget: float) -> int:
    """Most sessions whose 95th percentile stays under LIMIT, sought for `budget` seconds."""
    ends, good, bad = time.monotonic() + budget, 0, MOST + 1
    count = 4
    while good < count < bad and time.monotonic() < ends:
        good, bad = (count, bad) if level(server, count) < LIMIT else (good, count)
        if good and bad / good < CLOSE:
            break
        count = min(good * 2, MOST) if bad > MOST else (good + bad) // 2
    return good


def memory(server: Server, count: int) -> float:
    """Memory of the server while `count` sessions stand open, each having changed its filter once [MB]."""

    async def measure() -> float:
        sessions = await _opened(server, count)
        await asyncio.gather(*(one.change("de") for one in sessions))
        told = server.memory_mb()
        await _closed(sessions)
        return told

    return asyncio.run(measure())


def warm(server: Server) -> None:
    """Every filter of the bench once, each answered whole: the server is as after its first readers."""

    async def visit() -> None:
        (session,) = await _opened(server, 1)
        for land in (*list(LANDS)[1:], *LANDS):
            await session.change(land)
        await session.close()

    asyncio.run(visit())


def cpu_ms(server: Server, changes: int = 20) -> float:
    """Processor time of the server a change, one session alone [ms]."""

    async def measure() -> float:
        (session,) = await _opened(server, 1)
        await session.change("de")
        begun = server.cpu_ms()
        for turn in range(changes):
            await session.change(list(LANDS)[turn % 2])
            await asyncio.sleep(0.05)
        spent = (server.cpu_ms() - begun) / changes
        await session.close()
        return spent

    return asyncio.run(measure())
