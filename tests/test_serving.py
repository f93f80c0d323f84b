"""The browser's share of Streamlit comes compressed, and all else as it is."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit import file_util

from dashboard.serving import Bundle

STATIC = Path(file_util.get_static_dir())
SCRIPT = next((STATIC / "static" / "js").glob("PlotlyChart.*.js"))
ADDRESS = f"/static/js/{SCRIPT.name}"


def get(path: str, encoding: str = "br") -> httpx.Response:
    """What a browser gets that reads `encoding`, from the bundle before an app of one page."""
    page = Route("/rank", lambda _: HTMLResponse("<h1>page</h1>"))
    transport = httpx.ASGITransport(Bundle(Starlette(routes=[page])))

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://reader") as browser:
            return await browser.get(path, headers={"accept-encoding": encoding})

    with ThreadPoolExecutor(1) as aside:  # a browser of another test may keep a loop in this thread
        return aside.submit(lambda: asyncio.run(ask())).result()


def test_a_script_comes_compressed_and_is_the_same_script() -> None:
    answer = get(ADDRESS, "gzip, br")
    assert answer.headers["content-encoding"] == "br"
    assert int(answer.headers["content-length"]) < SCRIPT.stat().st_size / 3
    assert answer.content == SCRIPT.read_bytes()


@pytest.mark.parametrize("path", [ADDRESS, "/static/js/unknown.js", "/static/../../secret.js"])
def test_what_it_does_not_compress_is_left_to_streamlit(path: str) -> None:
    encoding = "gzip" if path == ADDRESS else "br"
    assert get(path, encoding).status_code == 404


def test_a_page_names_the_script_of_figures_so_that_it_comes_early() -> None:
    assert get("/rank").headers["link"] == f"<{ADDRESS}>; rel=modulepreload"
