"""The app as the open internet meets it: behind nginx, below a path, in another site's page, and under attack."""

import json
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, ConnectionClosedError, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.browser.conftest import ROOT, Served, free_port, serve
from tests.browser.proxy import caddy, nginx
from tests.browser.reader import Reader
from tests.browser.test_links import asked, copied

pytestmark = pytest.mark.browser
RANK = "rank?lang=en&country=fr&category=productivity&apps=le-chat,claude"
SHOWN = "8 Oct 2026: Claude 1st and Le Chat 28th"
HOST = "palmares.example.org"
PAGES = ("", "launch", "rank", "competitors", "brief", "sources")


def port_of(served: Served) -> int:
    return int(served.url.rpartition(":")[2])


@pytest.fixture(scope="module")
def prefixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The app that expects to be served below /palmares/."""
    settings = {"STREAMLIT_SERVER_BASE_URL_PATH": "palmares"}
    yield from serve(tmp_path_factory.mktemp("prefixed") / "log.txt", settings=settings)


@pytest.fixture(scope="module")
def below(prefixed: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app below /palmares/ of a site that nginx serves."""
    with nginx(tmp_path_factory.mktemp("below"), port_of(prefixed), below="/palmares/") as site:
        yield f"{site}/palmares"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The app whose own figures are open to read."""
    yield from serve(tmp_path_factory.mktemp("measured") / "log.txt", settings={"PALMARES_METRICS": "open"})


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The app behind a proxy that tells addresses, two sessions for each, on a host that keeps settings as secrets."""
    folder = tmp_path_factory.mktemp("hosted")
    secrets = folder / "secrets.toml"
    secrets.write_text('PALMARES_FRAME_ANCESTORS = "https://www.example.org"')
    settings = {"PALMARES_SESSIONS_PER_ADDRESS": "2", "FORWARDED_ALLOW_IPS": "*"}
    yield from serve(folder / "log.txt", settings=settings | {"STREAMLIT_SECRETS_FILES": str(secrets)})


@pytest.fixture(scope="module")
def parent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Another site: its origin, and the folder of its pages."""
    folder = tmp_path_factory.mktemp("parent")
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", folder
        server.shutdown()


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory, parent: tuple[str, Path]) -> Iterator[Served]:
    """The app with hosts and embedding sites named, as on a server."""
    settings = {
        "STREAMLIT_SERVER_ALLOWED_HOSTS": f"{HOST} localhost",
        "PALMARES_FRAME_ANCESTORS": f"'self' {parent[0]}",
    }
    yield from serve(tmp_path_factory.mktemp("guarded") / "log.txt", settings=settings)


def frame(parent: tuple[str, Path], address: str) -> str:
    origin, folder = parent
    (folder / "index.html").write_text(
        f'<!doctype html><title>Another site</title><link rel="icon" href="data:,"><iframe src="{address}" width="1000" height="800"></iframe>'
    )
    return f"{origin}/index.html"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_below_a_path_behind_nginx_works_without_a_complaint(
    below: str, browser: Browser, page: str
) -> None:
    reader = Reader.arrive(browser, "en", 1280, trusting=True).open(f"{below}/{page}?lang=en")
    expect(reader.page.get_by_test_id("stException")).to_have_count(0)
    reader.page.locator("h1").first.wait_for()
    assert reader.complaints == []
    reader.leave()


def test_links_and_page_changes_stay_below_the_path(below: str, browser: Browser) -> None:
    reader = Reader.arrive(browser, "en", 1280, trusting=True).open(f"{below}/{RANK}")
    expect(reader.page.locator("h2").first).to_contain_text(SHOWN)
    link = copied(reader, "Live: follows new data")
    assert link.startswith(f"{below}/rank?")
    assert asked(link)["apps"] == "le-chat,claude"
    reader.page.keyboard.press("Escape")
    reader.page.get_by_role("link", name="Competitors").click()
    reader.page.wait_for_url(re.compile(r"/palmares/competitors\?"))
    reader.settle()
    assert reader.complaints == []
    reader.leave()


def test_below_a_path_scripts_still_come_compressed_and_kept_for_a_year(below: str) -> None:
    with httpx.Client(verify=False) as http:
        script = re.findall(r'src="\.(/static/js/\S+\.js)"', http.get(f"{below}/").text)[0]
        answer = http.get(f"{below}{script}", headers={"accept-encoding": "br"})
    assert answer.headers["content-encoding"] == "br"
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("door", ["metrics", "upload_file/a/b", "agent/openapi.json", "agent/interact"])
def test_nginx_closes_the_inner_doors_and_leaves_health_open(below: str, door: str) -> None:
    with httpx.Client(verify=False) as http:
        assert http.get(f"{below}/_stcore/{door}").status_code == 404
        assert http.get(f"{below}/_stcore/health").text == "ok"


def test_the_servers_own_figures_are_closed_unless_they_are_opened(
    served: Served, prefixed: Served, measured: Served
) -> None:
    for root, status in ((served.url, 404), (f"{prefixed.url}/palmares", 404), (measured.url, 200)):
        answer = httpx.get(f"{root}/_stcore/metrics", timeout=30)  # a busy machine is slow, not wrong
        assert answer.status_code == status
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_behind_caddy_a_page_opens_its_link_is_copied_and_the_inner_doors_are_closed(
    served: Served, browser: Browser, tmp_path: Path
) -> None:
    with caddy(tmp_path, port_of(served)) as site:
        _visit(browser, site)


def test_behind_caddy_below_a_path_it_is_the_same(prefixed: Served, browser: Browser, tmp_path: Path) -> None:
    with caddy(tmp_path, port_of(prefixed)) as site:
        _visit(browser, f"{site}/palmares")


def _visit(browser: Browser, site: str) -> None:
    reader = Reader.arrive(browser, "en", 1280, trusting=True).open(f"{site}/{RANK}")
    expect(reader.page.locator("h2").first).to_contain_text(SHOWN)
    assert copied(reader, "Live: follows new data").startswith(f"{site}/rank?")
    with httpx.Client(verify=False) as http:
        assert http.get(f"{site}/_stcore/upload_file/a/b").status_code == 404
        assert http.get(f"{site}/_stcore/health").text == "ok"
        assert http.get(f"{site}/").headers["strict-transport-security"] == "max-age=31536000"
    assert reader.complaints == []
    reader.leave()


def test_nginx_promises_tls_for_a_year_beside_the_apps_own_headers(below: str) -> None:
    with httpx.Client(verify=False) as http:
        headers = http.get(f"{below}/rank").headers
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]


def test_a_site_that_is_named_may_embed_the_app(
    guarded: Served, parent: tuple[str, Path], browser: Browser
) -> None:
    reader = Reader.arrive(browser, "en", 1280)
    reader.page.goto(frame(parent, f"{guarded.url}/{RANK}&embed=true"))
    inside = reader.page.frame_locator("iframe")
    expect(inside.locator("h2").first).to_contain_text(SHOWN)
    expect(inside.get_by_role("figure").first).to_be_visible()
    expect(inside.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    inside.get_by_role("button", name="Copy link").click()
    expect(inside.get_by_text("v=1")).to_contain_text(f"{guarded.url}/rank?")
    assert reader.complaints == []
    reader.leave()


def test_a_site_that_is_not_named_may_not(served: Served, parent: tuple[str, Path], browser: Browser) -> None:
    reader = Reader.arrive(browser, "en", 1280)
    with reader.page.expect_console_message(lambda message: "frame-ancestors 'self'" in message.text):
        reader.page.goto(frame(parent, f"{served.url}/{RANK}&embed=true"))
    expect(reader.page.frame_locator("iframe").get_by_test_id("stApp")).to_have_count(0)
    reader.leave()


def test_every_answer_carries_the_security_headers(served: Served) -> None:
    for path in ("/", "/rank", "/_stcore/health", "/static/nothing.js"):
        headers = httpx.get(served.url + path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert "camera=()" in headers["permissions-policy"]
        assert "object-src 'none'" in headers["content-security-policy"]


def test_who_may_embed_can_be_said_where_a_host_keeps_its_secrets(hosted: Served) -> None:
    policy = httpx.get(hosted.url).headers["content-security-policy"]
    assert policy.endswith("frame-ancestors https://www.example.org")


def test_a_script_that_is_not_the_apps_does_not_run(served: Served, browser: Browser) -> None:
    reader = Reader.arrive(browser, "en", 1280).open(f"{served.url}/{RANK}")
    ran = reader.page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.theirs = true';
            document.body.append(script);
            return window.theirs === true;
        }"""
    )
    assert not ran
    assert any("script-src" in complaint for complaint in reader.complaints)
    reader.leave()


@pytest.mark.parametrize(("host", "status"), [("evil.example", 400), (HOST, 200), ("localhost", 200)])
def test_only_the_hosts_that_are_named_are_answered(guarded: Served, host: str, status: int) -> None:
    assert httpx.get(guarded.url, headers={"host": host}).status_code == status


def test_a_page_of_a_foreign_origin_opens_no_session_and_is_told_so_at_once(served: Served) -> None:
    address = f"ws://localhost:{port_of(served)}/_stcore/stream"
    wire = [Subprotocol("streamlit")]
    with pytest.raises(InvalidStatus, match="403"):
        connect(address, origin=Origin("https://evil.example"), subprotocols=wire, open_timeout=3)
    with connect(address, origin=Origin(served.url), subprotocols=wire) as session:
        assert session.subprotocol == "streamlit"


def _send_too_much(session: ClientConnection) -> None:
    session.send(bytes(21_000_000))
    session.recv(timeout=20)


def test_a_message_that_is_too_long_ends_its_session_and_no_other(served: Served) -> None:
    address = f"ws://localhost:{port_of(served)}/_stcore/stream"
    with pytest.raises(ConnectionClosedError), connect(address) as session:
        _send_too_much(session)
    assert httpx.get(f"{served.url}/_stcore/health").text == "ok"


def flooded(served: Served, message: BackMsg, times: int) -> int:
    """Send one message again and again; the code with which the server ends the session."""
    with connect(f"ws://localhost:{port_of(served)}/_stcore/stream") as session:
        try:
            for _ in range(times):
                session.send(message.SerializeToString())
            while True:
                session.recv(timeout=20)
        except ConnectionClosed as end:
            return end.rcvd.code if end.rcvd else 0


def test_a_flood_of_messages_ends_its_session_and_the_server_goes_on_answering(served: Served) -> None:
    message = BackMsg()
    message.rerun_script.query_string = "lang=en"
    assert flooded(served, message, 5000) == 1008
    assert httpx.get(f"{served.url}/_stcore/health", timeout=10).text == "ok"


def test_sessions_are_counted_by_the_address_that_the_proxy_tells(hosted: Served) -> None:
    address, told = f"ws://127.0.0.1:{port_of(hosted)}/_stcore/stream", {"X-Forwarded-For": "192.0.2.1"}
    with connect(address, additional_headers=told), connect(address, additional_headers=told):
        with pytest.raises(InvalidStatus, match="403"):
            connect(address, additional_headers=told)
        with connect(address, additional_headers={"X-Forwarded-For": "192.0.2.2"}):
            pass


@pytest.mark.parametrize("method", ["GET", "OPTIONS", "POST", "PUT", "DELETE"])
def test_nothing_can_be_uploaded(served: Served, method: str) -> None:
    for path in ("/_stcore/upload_file/some-session/some-file", "/_stcore/upload_file"):
        assert httpx.request(method, served.url + path).status_code == 404


@pytest.mark.parametrize("path", ["a/a", "rank/x?v=1", "nothing", "_stcore/nothing", "static/js/nothing.js"])
def test_an_address_that_is_no_page_is_not_found(served: Served, path: str) -> None:
    for packed in ("gzip", "identity"):
        asked = {"accept-language": "fr-FR,fr;q=0.9", "accept-encoding": packed}
        answer = httpx.get(f"{served.url}/{path}", headers=asked)
        assert answer.status_code == 404
        assert "nosniff" in answer.headers["x-content-type-options"]
    assert "Aucune page à cette adresse" in httpx.get(f"{served.url}/a/a", headers=asked).text


@pytest.mark.parametrize("path", ["overview", "index.html", "palmares/overview"])
def test_other_names_of_the_first_page_lead_there_with_their_filters(path: str, served: Served) -> None:
    answer = httpx.get(f"{served.url}/{path}?lang=fr&country=de")
    expected = (404, None) if "/" in path else (307, "/?lang=fr&country=de")
    assert (answer.status_code, answer.headers.get("location")) == expected


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "/static/../../../etc/passwd", "/media/../../etc/passwd"]
)
def test_no_path_leads_out_of_what_is_served(served: Served, path: str) -> None:
    with socket.create_connection(("127.0.0.1", port_of(served))) as raw:
        raw.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: raw.recv(65536), b""))
    assert b"root:" not in answer


def test_the_images_health_check_tells_a_server_that_answers_from_none(served: Served) -> None:
    [check] = re.findall(
        r"^HEALTHCHECK .* CMD (\[.*\])$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE
    )
    for port, code in ((port_of(served), 0), (free_port(), 1)):
        _, *arguments = json.loads(check.replace("8501", str(port)))
        done = subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        assert done.returncode == code
