"""A client that reads bytes and believes nothing: what a server sent is seen as it came."""

import socket
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Raw:
    """`ended`: how the connection stood when we stopped reading: closed, reset, or open and silent."""

    head: str
    body: bytes
    ended: str

    @property
    def status(self) -> int:
        return int(self.head.split()[1])

    def header(self, name: str) -> str | None:
        lines = dict(line.split(": ", 1) for line in self.head.splitlines()[1:])
        return lines.get(name)


def get(url: str, patience: float = 2, **headers: str) -> Raw:
    """All bytes until the server closes, or says nothing for `patience` seconds."""
    to = urlsplit(url)
    lines = [
        f"GET {to.path}{'?' if to.query else ''}{to.query} HTTP/1.1",
        f"Host: {to.netloc}",
        "Connection: close",
    ]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    with socket.create_connection((str(to.hostname), int(to.port or 80)), timeout=patience) as client:
        client.sendall("\r\n".join([*lines, "", ""]).encode())
        received, ended = bytearray(), "closed"
        try:
            while piece := client.recv(2**20):
                received += piece
        except TimeoutError:
            ended = "silent"
        except ConnectionResetError:
            ended = "reset"
    head, _, body = bytes(received).partition(b"\r\n\r\n")
    return Raw(head.decode(), body, ended)
