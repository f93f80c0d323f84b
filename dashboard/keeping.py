"""What a page makes of its filters is made once, for every reader of the same link.

A part is kept with all that it was answered. When the data changes it asks again, and is made anew only where an
answer differs: most links rest on none of what a day brings.
"""

import pickle
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import replace
from functools import wraps
from threading import Lock
from typing import TypeVar, TypeVarTuple, cast

from cachetools import LRUCache

from dashboard.session import View
from dashboard.snapshot_files import SnapshotError

Made = TypeVar("Made")
More = TypeVarTuple("More")
KEPT = 40_000_000  # bytes of all parts if they were written; in memory they take about four times as many


class Part:
    """One part of a page as it was last made; readers who come while it is made wait for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._seen: View | None = None  # the view that it was made of, with what this asked and was answered
        self._made: object = None
        self.size = 1  # if it were written [bytes]

    def of(self, view: View, make: Callable[[View], object]) -> tuple[object, View]:
        """What `make` makes of a view with these filters, and the view that it was made of."""
        with self._lock:
            if self._seen is None or not _same(self._seen, view):
                own = replace(view, asked=[], shown=[], answered=[])
                self._made = make(own)
                self._seen = own
                self.size = len(pickle.dumps((self._made, [one.answer for one in own.answered or ()])))
            elif self._seen.key != view.key:
                self._seen = replace(self._seen, key=view.key)
            return self._made, self._seen


_parts: LRUCache[Hashable, Part] = LRUCache(KEPT, getsizeof=lambda part: part.size)
_guard = Lock()


def kept(make: Callable[[View, *More], Made]) -> Callable[[View, *More], Made]:
    """Keep what `make` makes of a view, and what it asked, for whoever has the same filters and answers.

    What it gives is shared by all readers and must not be changed; what else it takes must be hashable. It may
    rest on the filters, the catalogue and what it asks, and on nothing else.
    """

    @wraps(make)
    def remembered(view: View, *more: *More) -> Made:
        name = (make, view.filters, *more)
        with _guard:
            part = _parts.setdefault(name, Part())
        size = part.size
        made, seen = part.of(view, lambda own: make(own, *more))
        if part.size != size:
            _weigh(name, part)
        view.asked.extend(seen.asked)
        view.rests_on(*seen.answered or ())
        return cast(Made, made)

    return remembered


def _weigh(name: Hashable, part: Part) -> None:
    """Count a part at its size; those not asked for longest go, and one larger than all room is not kept."""
    with _guard:
        try:
            _parts[name] = part
        except ValueError:
            _parts.pop(name, None)


def _same(seen: View, view: View) -> bool:
    """Whether `view` is answered all that `seen` was answered."""
    if seen.catalog is not view.catalog:
        return False
    if seen.key == view.key:
        return True
    with suppress(SnapshotError):  # whoever makes it then meets the error
        return all(view.repeats(one) for one in seen.answered or ())
    return False
