"""Checksums, and durable and atomic writing of files."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def checksum(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def short_checksum(path: Path) -> str:
    """The first 12 hex digits of a file's SHA-256, as in the name of a snapshot."""
    return checksum(path)[:12]


def modified_and_size(file: "Path | os.DirEntry[str]") -> tuple[int, int]:
    """The modification time [ns] and size [bytes] of a file; raises OSError."""
    stat = file.stat()
    return stat.st_mtime_ns, stat.st_size


def fsync_path(path: Path) -> None:
    """Flush a file, or the list of a folder, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_durably(partial: Path, path: Path) -> None:
    """Rename a written file over `path`; file and folder are flushed to the disk."""
    fsync_path(partial)
    partial.replace(path)
    fsync_path(path.parent)


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """Context manager: a temporary file beside `path`, which replaces it durably if the block succeeds."""
    partial = path.with_name(f".{path.name}.tmp")
    try:
        yield partial
        replace_durably(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def printable(text: str) -> str:
    """Text with unprintable characters as escapes, for names that anyone may have chosen."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
