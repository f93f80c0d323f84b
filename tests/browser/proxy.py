"""The examples of proxies as they stand in .deploy, run by a real nginx and a real Caddy on free ports."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.conftest import ROOT, free_port

EXAMPLE = ROOT / ".deploy" / "nginx.conf"
CADDYFILE = ROOT / ".deploy" / "Caddyfile"
NAME = "palmares.example.org"
PATH = "/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin"
AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def program(name: str) -> str:
    """A program of the system, also where only root has its folder on the path."""
    found = shutil.which(name, path=PATH)
    assert found, f"{name} is not installed; `make .servers` installs it"
    return found


def lay(folder: Path, app: int, port: int, *, below: str = "/") -> Path:
    """The example with this machine's ports and a certificate made for it, below a path of the site."""
    _certify(folder)
    changes = {
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "listen 443": f"listen 127.0.0.1:{port}",
        "127.0.0.1:8501": f"127.0.0.1:{app}",
        f"/etc/letsencrypt/live/{NAME}": str(folder),
        "location / {": f"location {below} {{",
        f"server_name {NAME}": "server_name localhost",
    }
    text = EXAMPLE.read_text("utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    (folder / "site.conf").write_text(text, "utf-8")
    config = folder / "nginx.conf"
    config.write_text(AROUND.format(folder=folder), "utf-8")
    return config


def _certify(folder: Path) -> None:
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    asked = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run(
        [program("openssl"), *asked, "-keyout", key, "-out", certificate], check=True, capture_output=True
    )


@contextmanager
def nginx(folder: Path, app: int, *, below: str = "/") -> Iterator[str]:
    """A running nginx before the app on port `app`; its address."""
    port = free_port()
    config = lay(folder, app, port, below=below)
    command = [program("nginx"), "-e", "stderr", "-p", str(folder), "-c", str(config)]
    with _running(command, folder, port) as site:
        yield site


@contextmanager
def caddy(folder: Path, app: int) -> Iterator[str]:
    """A running Caddy before the app on port `app`, with a certificate made for it; its address."""
    port = free_port()
    _certify(folder)
    around = "{\n\tadmin off\n\tauto_https disable_redirects\n}\n"
    text = CADDYFILE.read_text("utf-8").replace("127.0.0.1:8501", f"127.0.0.1:{app}")
    text = text.replace(
        f"{NAME} {{", f"https://localhost:{port} {{\n\ttls {folder}/fullchain.pem {folder}/privkey.pem"
    )
    assert f"127.0.0.1:{app}" in text
    config = folder / "Caddyfile"
    config.write_text(around + text, "utf-8")
    with _running(
        [program("caddy"), "run", "--adapter", "caddyfile", "--config", str(config)], folder, port
    ) as site:
        yield site


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[str]:
    """What it says goes to a file: a pipe that nobody empties would stop it."""
    log, home = folder / "proxy.log", {"XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with log.open("w") as said, subprocess.Popen(command, stderr=said, env=os.environ | home) as process:
        try:
            _wait(process, port, log)
            yield f"https://localhost:{port}"
        finally:
            process.terminate()


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    process.kill()
    raise AssertionError(log.read_text("utf-8"))
