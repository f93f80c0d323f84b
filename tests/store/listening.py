"""The listening socket, and the connections that it took: none outlives the server."""

import socket
import sys
from contextlib import suppress
from http.server import ThreadingHTTPServer
from threading import Lock
from typing import Any

from tests.store.wire import Connection, Store


class Listening(ThreadingHTTPServer):
    """A thread a connection; `server_close` ends them all and waits for their threads."""

    daemon_threads = False
    request_queue_size = 128

    def __init__(self, port: int, store: Store) -> None:
        super().__init__(("127.0.0.1", port), type("StoreConnection", (Connection,), {"store": store}))
        self._store = store
        self._open: set[socket.socket] = set()
        self._lock = Lock()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def server_bind(self) -> None:
        """As the parent's, without its look-up of this machine's name."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = "127.0.0.1", self.socket.getsockname()[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        with self._lock:
            for request in self._open:
                with suppress(OSError):
                    request.shutdown(socket.SHUT_RDWR)
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that left is nothing new; anything else is a mistake of ours, and told."""
        error = sys.exception()
        if error and not isinstance(error, ConnectionError):
            self._store.broken.append(error)
