"""The example of a proxy as it stands in .deploy/nginx.conf, run by a real nginx on free ports."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.conftest import ROOT, free_port

EXAMPLE = ROOT / ".deploy" / "nginx.conf"
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
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait(process, port)
            yield f"https://localhost:{port}"
        finally:
            process.terminate()


def _wait(process: "subprocess.Popen[str]", port: int) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    process.kill()
    raise AssertionError(process.communicate()[1])
