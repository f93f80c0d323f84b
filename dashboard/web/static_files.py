"""What the server does besides running pages: it loads their modules and the data early, and compresses the bundle.

Streamlit sends its own scripts and styles as they are, 7.8 MB on a first load, and leaves it to a proxy to
compress them.
"""

import asyncio
import gc
import mimetypes
import pkgutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
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

from dashboard.web import chart_element

SUFFIXES = (".js", ".css")
OK = 200
QUALITY = 5  # a first reader waits for it; 11 is a seventh smaller and takes seventy times as long
CACHED = (
    "public, immutable, max-age=31536000"  # as Streamlit says of them: their names change with their content
)
REVALIDATE = "no-cache"  # of a script whose name stays
# What the first figure of a page needs; the browser would learn of it only after the page's script has run.
PRELOADED = ("BidiComponent.*.js",)


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[dict[str, Any]]:
    """While the server runs: its first reader need not wait for the modules of the pages, nor for the database."""
    loading = asyncio.create_task(asyncio.to_thread(preload))
    yield {}
    await loading


def preload() -> None:
    # The server answers before these are there.
    from dashboard import sections  # noqa: PLC0415
    from dashboard.domain.catalog import CatalogError  # noqa: PLC0415
    from dashboard.warehouse import cache  # noqa: PLC0415
    from dashboard.warehouse.snapshots import SnapshotError  # noqa: PLC0415

    for module in pkgutil.iter_modules(sections.__path__):
        import_module(f"{sections.__name__}.{module.name}")
    for name in chart_element.script_names():
        _chart_script_response(name, packed=True)
    gc.collect()
    gc.freeze()  # all this stays: the collector need not go through it again and again
    with suppress(SnapshotError, CatalogError, OSError):  # whoever asks is told
        cache.warehouse()


class StaticFilesMiddleware:
    """ASGI middleware: answers for the compressible files of the bundle and for the figures' own, passes all else on.

    Pages say which files they will need, so that these come while the server still thinks.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        folder, base = Path(file_util.get_static_dir()), base_path()
        self._files = {
            f"{base}/{path.relative_to(folder).as_posix()}": path for path in _compressible(folder)
        }
        self._own = {
            f"{base}/_stcore/bidi-components/{chart_element.NAME}/{name}": name
            for name in chart_element.script_names()
        }
        early = [name for glob in PRELOADED for name, path in self._files.items() if path.match(glob)]
        figures = [path for path, name in self._own.items() if name != chart_element.ADDRESS_SCRIPT]
        self._links = [_early(name) for name in [*early, *figures]]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["path"] if scope["type"] == "http" and scope["method"] == "GET" else ""
        brotli_read = bool(asked) and "br" in Headers(scope=scope).get("accept-encoding", "")
        if asked in self._own:
            response = await run_in_threadpool(_chart_script_response, self._own[asked], packed=brotli_read)
            await response(scope, receive, send)
        elif asked in self._files and brotli_read:
            response = await run_in_threadpool(_compressed, self._files[asked])
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, self._linking(send))

    def _linking(self, send: Send) -> Send:
        async def linked(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == OK:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    for link in self._links:
                        headers.append("link", link)
            await send(message)

        return linked


def _early(address: str) -> str:
    """The link that lets a browser fetch a script before it is asked for; Plotly's is no module."""
    classic = address.endswith(chart_element.plotly_name())
    return f"<{address}>; rel=" + ("preload; as=script" if classic else "modulepreload")


def base_path() -> str:
    """Below which path the pages are served (`server.baseUrlPath`): `/palmares`, or empty."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def _compressible(folder: Path) -> Iterator[Path]:
    return (path for path in (folder / "static").rglob("*") if path.suffix in SUFFIXES)


@lru_cache(maxsize=256)
def _compressed(path: Path) -> Response:
    return _response(path.read_bytes(), path.name, CACHED, packed=True)


@lru_cache(maxsize=8)
def _chart_script_response(name: str, *, packed: bool) -> Response:
    kept = CACHED if name == chart_element.plotly_name() else REVALIDATE
    return _response(chart_element.script_content(name), name, kept, packed=packed)


def _response(content: bytes, name: str, kept: str, *, packed: bool) -> Response:
    headers = {"vary": "accept-encoding", "cache-control": kept}
    if packed:
        headers["content-encoding"] = "br"
        content = brotli.compress(content, quality=QUALITY)
    return Response(content, headers=headers, media_type=mimetypes.guess_type(name)[0])
