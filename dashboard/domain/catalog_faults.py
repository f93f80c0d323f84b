"""What makes a catalogue unfit for use, beyond the types of its values: each fault in words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

Tile = tuple[int, int]


def duplicates(groups: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """An id that stands twice in its group."""
    for name, ids in groups.items():
        for one, times in Counter(ids).items():
            if times > 1:
                yield f"{name}: {one!r} stands twice; keep one of them"


def check_tiles(tiles: Mapping[str, Tile], storefronts: Iterable[str]) -> Iterator[str]:
    """A storefront without its square on the map, a square of none, or two in one place."""
    wanted = set(storefronts)
    for code in sorted(wanted - set(tiles)):
        yield f"tiles: {code!r} has no place; give it a column and a row"
    for code in sorted(set(tiles) - wanted):
        yield f"tiles: {code!r} is no storefront; take it away"
    for place in (place for place, times in Counter(tiles.values()).items() if times > 1):
        both = " and ".join(repr(code) for code, taken in tiles.items() if taken == place)
        yield f"tiles: {both} share {list(place)}; move one of them"


def unknown(where: str, codes: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """A code that no entry bears."""
    for code in sorted({*codes} - {*known}):
        yield f"{where}: {code!r} is not in the catalogue"
