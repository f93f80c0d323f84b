"""Raw responses on disk before they are parsed, so that a killed run loses none.

An answer is one gzip file: a line of JSON about it, then its body as it came. It waits in
`pending/` until what was read from it stands in the snapshots, then it moves to `kept/`, which is
held under a limit, the oldest going first. The folder is no part of the data: git ignores it.
"""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from dashboard.collect.http.exchange import Response
from dashboard.warehouse.files import atomic_write

ABOUT = TypeAdapter(Response)


class ResponseSpool:
    """The raw answers of one data folder; archived ones take at most `limit` bytes."""

    def __init__(self, folder: Path, limit: float) -> None:
        self._pending, self._kept, self._limit = folder / "pending", folder / "kept", limit
        for directory in (self._pending, self._kept):
            directory.mkdir(parents=True, exist_ok=True)

    def save(self, answer: Response) -> None:
        """Make the answer durable, whole or not at all."""
        metadata = ABOUT.dump_json(answer, exclude={"body"})
        final = self._pending / f"{answer.asked_at:%Y%m%dT%H%M%S%f}-{answer.sha256[:12] or 'nothing'}.gz"
        with atomic_write(final) as partial:
            partial.write_bytes(gzip.compress(metadata + b"\n" + answer.body, mtime=0))

    def pending(self) -> Iterator[Response]:
        """The answers that stand in no snapshot yet, in the order in which they were asked for."""
        for stray in self._pending.glob("*.tmp"):
            stray.unlink()
        for path in sorted(self._pending.glob("*.gz")):
            try:
                metadata, _, body = gzip.decompress(path.read_bytes()).partition(b"\n")
                answer = replace(ABOUT.validate_json(metadata), body=body)
            except Exception:  # of whatever kind: what cannot be read now will not be read by a later run
                path.rename(self._kept / f"{path.name}.unreadable")
            else:
                yield answer

    def archive_pending(self) -> None:
        """Archive all pending answers, then delete the oldest archived ones beyond the limit."""
        for path in sorted(self._pending.glob("*.gz")):
            path.rename(self._kept / path.name)
        archived = sorted(self._kept.glob("*.gz"), reverse=True)
        total = 0
        for path in archived:
            total += path.stat().st_size
            if total > self._limit:
                path.unlink()
