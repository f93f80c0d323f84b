"""What a page makes of its filters is made once, for every reader of the same link."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, cast

from dashboard import session
from dashboard.filters import Filters
from dashboard.session import Asked, View
from dashboard.texts import Texts

Made = TypeVar("Made")
KEPT = 1024  # parts of pages, about a dozen a page


def kept(make: Callable[[View], Made]) -> Callable[[View], Made]:
    """Keep what `make` makes of a view, and what it asked, for whoever has the same filters and snapshots.

    What it gives is shared by all readers and must not be changed.
    """

    @wraps(make)
    def remembered(view: View) -> Made:
        made, asked = _made(make, view.key, view.filters)
        view.asked.extend(asked)
        return cast(Made, made)

    return remembered


@lru_cache(maxsize=KEPT)
def _made(make: Callable[[View], object], key: str, filters: Filters) -> tuple[object, tuple[Asked, ...]]:
    view = View(filters, Texts(filters.lang), session.catalog(), key=key)
    return make(view), tuple(view.asked)
