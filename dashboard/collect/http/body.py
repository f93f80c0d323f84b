"""A body as it comes in, unpacked under a limit: in time, and in bytes before and after unpacking.

httpx unpacks a chunk whole and tells nothing until something is unpacked, so a bomb or a drip would
pass its own way unseen; it takes a gzip body that breaks off for a whole one, too.
"""

import time
import zlib
from collections.abc import Iterable

from dashboard.collect.http.exchange import RejectedError

GZIP = 16 + zlib.MAX_WBITS


def read_body(chunks: Iterable[bytes], encoding: str, limit: int, seconds: float) -> bytes:
    """The unpacked body of at most `limit` bytes, read within `seconds`; raises RejectedError."""
    if encoding not in ("", "identity", "gzip"):
        raise RejectedError("encoding", encoding[:100])
    gzip = zlib.decompressobj(GZIP) if encoding == "gzip" else None
    body, deadline = bytearray(), time.monotonic() + seconds
    for chunk in chunks:
        body += _decompress(gzip, chunk, limit + 1 - len(body)) if gzip else chunk
        if len(body) > limit:
            raise RejectedError("too_large", f"over {limit:,} bytes")
        if time.monotonic() > deadline:
            raise RejectedError("slow", f"{len(body):,} bytes in {seconds:g} s")
    if gzip and not gzip.eof:
        raise RejectedError("cut", f"gzip breaks off after {len(body):,} bytes")
    return bytes(body)


def _decompress(gzip: "zlib._Decompress", chunk: bytes, limit: int) -> bytes:
    try:
        return gzip.decompress(gzip.unconsumed_tail + chunk, limit)
    except zlib.error as error:
        raise RejectedError("encoding", str(error)) from error
