"""One client's connection: reads its requests, and sends what the store answers."""

import os
import socket
import struct
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from threading import Event
from time import monotonic
from typing import Protocol

from tests.store.answers import Answer, http_date, packed, validated
from tests.store.asked import Asked
from tests.store.fault import Fault


class Store(Protocol):
    """The part of the store that a connection needs."""

    closing: Event
    latency: float
    asked: list[Asked]
    broken: list[BaseException]

    @property
    def at(self) -> datetime: ...

    def take_fault(self, path: str) -> Fault: ...

    def answer(self, asked: Asked, fault: Fault) -> Answer: ...


class Connection(BaseHTTPRequestHandler):
    """HTTP/1.1 with keep-alive; `store` is set by the server's own subclass."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    store: Store

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.path, headers, monotonic(), self.client_address[1])
        self.store.asked.append(asked)
        if self.wait(self.store.latency):
            return self.hang_up()
        fault = self.store.take_fault(self.path)
        answer = self.store.answer(asked, fault)
        return fault.send(packed(validated(answer, headers), headers), self)

    def send_head(self, answer: Answer, length: int | None) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if length is None:
            self.send_header("Connection", "close")
        elif answer.status != 304:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def write(self, data: bytes) -> None:
        self.wfile.write(data)

    def wait(self, seconds: float | None = None) -> bool:
        return self.store.closing.wait(seconds)

    def hang_up(self) -> None:
        self.close_connection = True

    def reset(self) -> None:
        """With no time to linger, closing sends RST; the socket is let go so that nobody closes it politely."""
        self.hang_up()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self.connection.detach())

    def version_string(self) -> str:
        return "LocalStore"

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The Date header: the store's clock, not the machine's."""
        return http_date(self.store.at if timestamp is None else datetime.fromtimestamp(timestamp, UTC))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: `asked` keeps what came."""
