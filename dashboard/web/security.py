"""Security headers, allowed hosts and origins, and closed addresses.

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
UPLOADS = "/_stcore/upload_file"  # the app has no uploads
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")  # the server's own machine, as its health check


class SecurityMiddleware:
    """ASGI middleware: refuses foreign hosts and origins, and adds the security headers to every response."""

    def __init__(self, app: ASGIApp) -> None:
        hosts = st.get_option("server.allowedHosts")
        allowed = [*hosts, *LOCAL_HOSTS] if hosts else ["*"]
        self._app = TrustedHostMiddleware(app, allowed_hosts=allowed, www_redirect=False)

    @cached_property
    def _headers(self) -> dict[str, str]:
        return security_headers()  # at the first response: by then a host's secrets are settings too

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not _same_origin(Headers(scope=scope)):
            # Streamlit would ask the internet for this machine's own address first, and stand still meanwhile.
            await WebSocketClose(code=1008, reason="foreign origin")(scope, receive, send)
        elif _is_closed(scope.get("path", "")):
            await PlainTextResponse("Not Found", 404)(scope, receive, self._with_headers(send))
        else:
            await self._app(scope, receive, self._with_headers(send))

    def _with_headers(self, send: Send) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        return send_with_headers


def _is_closed(path: str) -> bool:
    """True for addresses that Streamlit serves and this app does not."""
    metrics = path.endswith(METRICS) and settings.load_settings().metrics != "open"
    return metrics or UPLOADS in path


def _same_origin(headers: Headers) -> bool:
    """True for requests from a page of this app or of an allowed origin, or from no page."""
    origin = headers.get("origin")
    allowed = {allowed.strip().rstrip("/") for allowed in st.get_option("server.corsAllowedOrigins")}
    return origin is None or origin in allowed or urlsplit(origin).netloc == headers.get("host")


def security_headers() -> dict[str, str]:
    """The security headers of every response."""
    return {
        "content-security-policy": "; ".join(f"{name} {value}" for name, value in _policy()),
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "permissions-policy": ", ".join(f"{name}=()" for name in DENIED_FEATURES),
        "cross-origin-opener-policy": "same-origin",
    }


def _policy() -> Iterator[tuple[str, str]]:
    """The content security policy: only scripts of the app itself, and Streamlit's inline ones by hash."""
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
    """The hashes of the inline scripts in Streamlit's page."""
    page = Path(file_util.get_static_dir()) / "index.html"
    scripts = INLINE.findall(page.read_bytes())
    return [f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'" for script in scripts]
