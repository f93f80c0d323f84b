"""What stands between the open internet and the app: which hosts and origins may ask, and what browsers may do.

Hosts and origins are Streamlit's own settings (`server.allowedHosts`, `server.corsAllowedOrigins`); whose
pages may embed the app is PALMARES_FRAME_ANCESTORS, and PALMARES_METRICS=open opens the figures of the server's use.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit import file_util

from dashboard.domain import settings

INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
DENIED_FEATURES = (
    "camera",
    "microphone",
    "geolocation",
    "payment",
    "usb",
    "serial",
    "bluetooth",
    "display-capture",
)
METRICS = "/_stcore/metrics"
UPLOADS = "/_stcore/upload_file"  # this app takes no file
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")  # the server's own machine, as its health check


class SecurityMiddleware:
    """ASGI middleware: refuses foreign hosts and origins, and sends the security headers with every answer."""

    def __init__(self, app: ASGIApp) -> None:
        hosts = st.get_option("server.allowedHosts")
        allowed = [*hosts, *LOCAL_HOSTS] if hosts else ["*"]
        self._app = TrustedHostMiddleware(app, allowed_hosts=allowed, www_redirect=False)

    @cached_property
    def _headers(self) -> dict[str, str]:
        return security_headers()  # at the first answer: by then a host's secrets are settings too

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not _same_origin(Headers(scope=scope)):
            # Streamlit would ask the internet for this machine's own address first, and stand still meanwhile.
            await WebSocketClose(code=1008, reason="foreign origin")(scope, receive, send)
        elif _is_closed(scope.get("path", "")):
            await PlainTextResponse("Not Found", 404)(scope, receive, self._guarded(send))
        else:
            await self._app(scope, receive, self._guarded(send))

    def _guarded(self, send: Send) -> Send:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        return guarded


def _is_closed(path: str) -> bool:
    """Whether nothing stands at an address though Streamlit would answer there."""
    metrics = path.endswith(METRICS) and settings.load_settings().metrics != "open"
    return metrics or UPLOADS in path


def _same_origin(asked: Headers) -> bool:
    """Whether a page of this app asks, one of an allowed origin, or no page at all."""
    origin = asked.get("origin")
    allowed = {one.strip().rstrip("/") for one in st.get_option("server.corsAllowedOrigins")}
    return origin is None or origin in allowed or urlsplit(origin).netloc == asked.get("host")


def security_headers() -> dict[str, str]:
    """The security headers of every answer."""
    return {
        "content-security-policy": "; ".join(f"{name} {value}" for name, value in _policy()),
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "permissions-policy": ", ".join(f"{name}=()" for name in DENIED_FEATURES),
        "cross-origin-opener-policy": "same-origin",
    }


def _policy() -> Iterator[tuple[str, str]]:
    """What a page may load and do: its own files, and of scripts no other."""
    yield "default-src", "'self'"
    yield "script-src", " ".join(["'self'", *_inline_script_hashes()])
    yield "style-src", "'self' 'unsafe-inline'"  # Streamlit writes its styles as it runs
    yield "img-src", "'self' data: blob:"
    yield "font-src", "'self' data:"
    yield "worker-src", "'self' blob:"
    yield "connect-src", "'self'"
    yield "object-src", "'none'"
    yield "base-uri", "'self'"
    yield "form-action", "'self'"
    yield "frame-ancestors", settings.load_settings().frame_ancestors


def _inline_script_hashes() -> list[str]:
    """The scripts that stand in Streamlit's own page, by their digest."""
    page = Path(file_util.get_static_dir()) / "index.html"
    found = INLINE.findall(page.read_bytes())
    return [f"'sha256-{base64.b64encode(hashlib.sha256(one).digest()).decode()}'" for one in found]
