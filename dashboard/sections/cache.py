"""The cache of sections: what a page builds from its filters is built once, for every reader of the same link.

An entry knows the query results that it was built from. When the data changes they are queried again, and the
section is built anew only where one differs: most links rest on none of what a day brings.
"""

import pickle
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import replace
from functools import wraps
from threading import Lock
from typing import TypeVar, TypeVarTuple, cast

from cachetools import LRUCache

from dashboard.sections.view import View
from dashboard.warehouse.snapshots import SnapshotError

Section = TypeVar("Section")
More = TypeVarTuple("More")
MAX_CACHE_BYTES = (
    40_000_000  # of all entries if they were written; in memory they take about four times as many
)


class CacheEntry:
    """One section as it was last built; readers who come while it is built wait for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._view: View | None = None  # the view that it was built from, with its results and dependencies
        self._section: object = None
        self.size = 1  # if it were written [bytes]

    def get_or_build(self, view: View, build: Callable[[View], object]) -> tuple[object, View]:
        """The section of a view with these filters, and the view that it was built from."""
        with self._lock:
            if self._view is None or not _is_valid(self._view, view):
                own = replace(view, results=[], blocks=[], dependencies=[])
                self._section = build(own)
                self._view = own
                rows = [result.rows for result in own.dependencies or () if result]
                self.size = len(pickle.dumps((self._section, rows)))
            elif self._view.version != view.version:
                self._view = replace(self._view, version=view.version)
            return self._section, self._view


_entries: LRUCache[Hashable, CacheEntry] = LRUCache(MAX_CACHE_BYTES, getsizeof=lambda entry: entry.size)
_entries_lock = Lock()


def cached_section(build: Callable[[View, *More], Section]) -> Callable[[View, *More], Section]:
    """Cache what `build` makes of a view, and what it queried, for whoever has the same filters and results.

    The section is shared by all readers and must not be changed; what else `build` takes must be hashable. It may
    rest on the filters, the catalogue and what it queries, and on nothing else.
    """

    @wraps(build)
    def from_cache(view: View, *more: *More) -> Section:
        key = (build, view.filters, *more)
        with _entries_lock:
            entry = _entries.setdefault(key, CacheEntry())
        size = entry.size
        section, built_from = entry.get_or_build(view, lambda own: build(own, *more))
        if entry.size != size:
            _update_size(key, entry)
        view.results.extend(built_from.results)
        view.record_dependencies(*built_from.dependencies or ())
        return cast(Section, section)

    return from_cache


def _update_size(key: Hashable, entry: CacheEntry) -> None:
    """Count an entry at its size; the least recently used go, and one larger than the whole cache is dropped."""
    with _entries_lock:
        try:
            _entries[key] = entry
        except ValueError:
            _entries.pop(key, None)


def _is_valid(built_from: View, view: View) -> bool:
    """True where `view` has all results that the entry was built from."""
    if built_from.catalog is not view.catalog:
        return False
    if built_from.version == view.version:
        return True
    with suppress(SnapshotError):  # whoever builds it then meets the error
        return all(
            result is not None and view.result_unchanged(result) for result in built_from.dependencies or ()
        )
    return False
