"""What a page makes of its filters is made once, for every reader of the same link."""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple, cast

from dashboard import session
from dashboard.filters import Filters
from dashboard.session import Asked, View
from dashboard.texts import Texts

Made = TypeVar("Made")
More = TypeVarTuple("More")
KEPT = 1024  # parts of pages, about a dozen a page


def kept(make: Callable[[View, *More], Made]) -> Callable[[View, *More], Made]:
    """Keep what `make` makes of a view, and what it asked, for whoever has the same filters and snapshots.

    What it gives is shared by all readers and must not be changed; what else it takes must be hashable.
    """

    @wraps(make)
    def remembered(view: View, *more: *More) -> Made:
        made, asked = _made(make, view.key, view.filters, *more)
        view.asked.extend(asked)
        return cast(Made, made)

    return remembered


@lru_cache(maxsize=KEPT)
def _made(
    make: Callable[..., object], key: str, filters: Filters, *more: Hashable
) -> tuple[object, tuple[Asked, ...]]:
    view = View(filters, Texts(filters.lang), session.catalog(), key=key)
    return make(view, *more), tuple(view.asked)
