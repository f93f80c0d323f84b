"""Routes: pages get Streamlit's page with the address script before its own; every other address is not found."""

import gzip
import html
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from dashboard.text.translator import Translator
from dashboard.web import chart_element
from dashboard.web.static_files import base_path

START = "overview"  # the page at the root
NAMES = frozenset(path.stem for path in (Path(__file__).parents[1] / "app_pages").glob("*.py")) - {START}
ROOTS = frozenset({START, "index.html"})  # other names of the root
SCRIPT = (
    f'<script src="./_stcore/bidi-components/{chart_element.NAME}/{chart_element.ADDRESS_SCRIPT}"></script>'
)
STYLES = chart_element.FOLDER / "page.css"
PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title} · Palmarès</title><style>
body {{ font: 1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 15vh auto; padding: 0 1rem }}
</style></head><body><h1>{title}</h1><p>{text}</p><p><a href="{start}">{link}</a></p></body></html>
"""


class PageRoutesMiddleware:
    """ASGI middleware: serves the pages, and 404 where Streamlit would answer any address with its page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app, base = app, base_path()
        self._pages = {f"{base}/{name}" for name in ("", *NAMES)}
        self._roots = {f"{base}/{name}" for name in ROOTS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
        elif scope["path"] in self._pages:
            await HTMLResponse(_page(), headers={"cache-control": "no-cache"})(scope, receive, send)
        elif scope["path"] in self._roots:
            query = scope["query_string"].decode("latin-1")
            await RedirectResponse(f"{base_path()}/" + (f"?{query}" if query else ""))(scope, receive, send)
        else:
            await self._app(scope, receive, _NotFoundSender(scope, receive, send).send)


class _NotFoundSender:
    """Passes a response on, but sends 404 in place of Streamlit's page."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._start: Message | None = None  # of a response that may be Streamlit's page
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._answer(self._start)

    async def _answer(self, start: Message) -> None:
        if _decompress(start, self._body) == _streamlit_page():
            await not_found_response(self._scope)(self._scope, self._receive, self._send)
            return
        await self._send(start)
        await self._send({"type": "http.response.body", "body": self._body})


def not_found_response(scope: Scope) -> Response:
    """The 404 page, in the browser's language, else in English."""
    t = Translator.for_locale(Headers(scope=scope).get("accept-language", ""))
    texts = {
        "title": t("There is no page at this address"),
        "text": t("The address may have been cut short or mistyped."),
        "link": t("Go to the overview"),
        "start": f"{base_path()}/",
        "lang": t.lang,
    }
    page = PAGE.format(**{name: html.escape(text) for name, text in texts.items()})
    return HTMLResponse(page, 404, headers={"cache-control": "no-cache", "vary": "accept-language"})


def _is_html(start: Message) -> bool:
    is_html = Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")
    return is_html and start["status"] == 200  # noqa: PLR2004


def _decompress(start: Message, body: bytes) -> bytes:
    is_gzip = Headers(raw=start["headers"]).get("content-encoding") == "gzip"
    return gzip.decompress(body) if is_gzip else body


@lru_cache(maxsize=1)
def _streamlit_page() -> bytes:
    return (Path(file_util.get_static_dir()) / "index.html").read_bytes()


@lru_cache(maxsize=1)
def _page() -> bytes:
    """Streamlit's page with our styles, and the address script before its own, which are modules and run later."""
    head = f"</title>{SCRIPT}<style>{STYLES.read_text('utf-8')}</style>"
    return _streamlit_page().replace(b"</title>", head.encode(), 1)
