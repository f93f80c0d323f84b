"""What is asked of a file whatever it holds."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def checksum(path: Path) -> str:
    """The whole SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def short_checksum(path: Path) -> str:
    """The first 12 hex digits of a file's SHA-256: what its name carries."""
    return checksum(path)[:12]


def modified_and_size(file: "Path | os.DirEntry[str]") -> tuple[int, int]:
    """When a file was last written [ns], and its size [bytes]; raises OSError."""
    stat = file.stat()
    return stat.st_mtime_ns, stat.st_size


def fsync_path(path: Path) -> None:
    """Wait until a file, or what a folder lists, is on the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_durably(partial: Path, path: Path) -> None:
    """Give a written file its name, in place of what had it; both are on the disk itself when this returns."""
    fsync_path(partial)
    partial.replace(path)
    fsync_path(path.parent)


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to; it takes the place of `path`, whole and durable, where the block ends well."""
    partial = path.with_name(f".{path.name}.tmp")
    try:
        yield partial
        replace_durably(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def printable(text: str) -> str:
    """A name that anyone may have chosen, for a line of text: what cannot be printed is written as an escape."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)
