"""What the server does besides running pages: it loads their modules early, and compresses the bundle.

Streamlit sends its own scripts and styles as they are, 7.8 MB on a first load, and leaves it to a proxy to
compress them.
"""

import asyncio
import gc
import mimetypes
import pkgutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import brotli
import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

SUFFIXES = (".js", ".css")
QUALITY = 5  # a first reader waits for it; 11 is a seventh smaller and takes seventy times as long
CACHED = (
    "public, immutable, max-age=31536000"  # as Streamlit says of them: their names change with their content
)
# What the first figure of a page needs; the browser would learn of it only after the page's script has run.
EARLY = ("PlotlyChart.*.js",)


@asynccontextmanager
async def ready(_: object) -> AsyncIterator[dict[str, Any]]:
    """While the server runs: its first reader need not wait for the modules of the pages."""
    loading = asyncio.create_task(asyncio.to_thread(_load))
    yield {}
    await loading


def _load() -> None:
    from dashboard import exhibits  # noqa: PLC0415  the server answers before these are there

    for module in pkgutil.iter_modules(exhibits.__path__):
        import_module(f"{exhibits.__name__}.{module.name}")
    gc.collect()
    gc.freeze()  # all this stays: the collector need not go through it again and again


class Bundle:
    """ASGI middleware: answers for the compressible files of the bundle, passes all else on.

    Pages say which files they will need, so that these come while the server still thinks.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        folder, base = Path(file_util.get_static_dir()), base_path()
        self._files = {
            f"{base}/{path.relative_to(folder).as_posix()}": path for path in _compressible(folder)
        }
        self._links = [
            f"<{name}>; rel=modulepreload"
            for early in EARLY
            for name, path in self._files.items()
            if path.match(early)
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        path = self._files.get(scope.get("path", ""))
        if path and scope["method"] == "GET" and "br" in headers.get("accept-encoding", ""):
            response = await run_in_threadpool(_compressed, path)
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, self._linking(send))

    def _linking(self, send: Send) -> Send:
        async def linked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    for link in self._links:
                        headers.append("link", link)
            await send(message)

        return linked


def base_path() -> str:
    """Below which path the pages are served (`server.baseUrlPath`): `/palmares`, or empty."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def _compressible(folder: Path) -> Iterator[Path]:
    return (path for path in (folder / "static").rglob("*") if path.suffix in SUFFIXES)


@lru_cache(maxsize=256)
def _compressed(path: Path) -> Response:
    headers = {"content-encoding": "br", "vary": "accept-encoding", "cache-control": CACHED}
    content = brotli.compress(path.read_bytes(), quality=QUALITY)
    return Response(content, headers=headers, media_type=mimetypes.guess_type(path.name)[0])
