"""Compression of the static files: Streamlit's scripts and styles, and the chart element's own.

Streamlit sends its bundle as it is, 7.8 MB on a first load, and leaves it to a proxy to compress it.
"""

import mimetypes
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

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
CACHED = "public, immutable, max-age=31536000"  # as Streamlit's own: their names change with their content
REVALIDATE = "no-cache"  # of a script whose name stays
# Needed by the first figure of a page; without a link the browser asks for it only after the page's script has run.
PRELOADED = ("BidiComponent.*.js",)


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
        self._chart_scripts = {
            f"{base}/_stcore/bidi-components/{chart_element.NAME}/{name}": name
            for name in chart_element.script_names()
        }
        early = [name for glob in PRELOADED for name, path in self._files.items() if path.match(glob)]
        figures = [path for path, name in self._chart_scripts.items() if name != chart_element.ADDRESS_SCRIPT]
        self._links = [_early_link(name) for name in [*early, *figures]]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"] if scope["type"] == "http" and scope["method"] == "GET" else ""
        accepts_brotli = bool(path) and "br" in Headers(scope=scope).get("accept-encoding", "")
        if path in self._chart_scripts:
            response = await run_in_threadpool(
                chart_script_response, self._chart_scripts[path], compress=accepts_brotli
            )
            await response(scope, receive, send)
        elif path in self._files and accepts_brotli:
            response = await run_in_threadpool(_compressed, self._files[path])
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, self._with_links(send))

    def _with_links(self, send: Send) -> Send:
        async def send_linked(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == OK:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    for link in self._links:
                        headers.append("link", link)
            await send(message)

        return send_linked


def _early_link(address: str) -> str:
    """The Link header that lets a browser fetch a script early; Plotly's is no module."""
    classic = address.endswith(chart_element.plotly_name())
    return f"<{address}>; rel=" + ("preload; as=script" if classic else "modulepreload")


def base_path() -> str:
    """The path below which the pages are served (`server.baseUrlPath`): `/palmares`, or empty."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def _compressible(folder: Path) -> Iterator[Path]:
    return (path for path in (folder / "static").rglob("*") if path.suffix in SUFFIXES)


@lru_cache(maxsize=256)
def _compressed(path: Path) -> Response:
    return _response(path.read_bytes(), path.name, CACHED, compress=True)


@lru_cache(maxsize=8)
def chart_script_response(name: str, *, compress: bool) -> Response:
    """A script of the chart element."""
    caching = CACHED if name == chart_element.plotly_name() else REVALIDATE
    return _response(chart_element.script_content(name), name, caching, compress=compress)


def _response(content: bytes, name: str, caching: str, *, compress: bool) -> Response:
    headers = {"vary": "accept-encoding", "cache-control": caching}
    if compress:
        headers["content-encoding"] = "br"
        content = brotli.compress(content, quality=QUALITY)
    return Response(content, headers=headers, media_type=mimetypes.guess_type(name)[0])
