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

from dashboard.charts import plotly_bundle
from dashboard.web import chart_element
from dashboard.web.static_files import StaticFilesMiddleware

STATIC = Path(file_util.get_static_dir())
SCRIPT = next((STATIC / "static" / "js").glob("index.*.js"))
ADDRESS = f"/static/js/{SCRIPT.name}"
FRAME = next((STATIC / "static" / "js").glob("BidiComponent.*.js"))  # what Streamlit puts own elements in
OWN = f"/_stcore/bidi-components/{chart_element.NAME}"


def get(path: str, encoding: str = "br") -> httpx.Response:
    """What a browser gets that reads `encoding`, from the bundle before an app of one page."""
    page = Route("/rank", lambda _: HTMLResponse("<h1>page</h1>"))
    transport = httpx.ASGITransport(StaticFilesMiddleware(Starlette(routes=[page])))

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


def test_a_page_names_the_scripts_of_figures_so_that_they_come_early() -> None:
    links = get("/rank").headers["link"].split(", ")
    assert f"</static/js/{FRAME.name}>; rel=modulepreload" in links
    assert f"<{OWN}/figure.js>; rel=modulepreload" in links
    assert f"<{OWN}/{chart_element.plotly_name()}>; rel=preload; as=script" in links


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_the_scripts_of_figures_come_as_a_browser_reads_them(encoding: str) -> None:
    plotly = get(f"{OWN}/{chart_element.plotly_name()}", encoding)
    assert plotly.content == plotly_bundle.content()
    assert plotly.headers.get("content-encoding") == ("br" if encoding == "br" else None)
    assert "immutable" in plotly.headers["cache-control"]
    first = get(f"{OWN}/figure.js", encoding)
    assert first.headers["content-type"].startswith("text/javascript")
    assert first.headers["cache-control"] == "no-cache"
    assert chart_element.plotly_name() in first.text
