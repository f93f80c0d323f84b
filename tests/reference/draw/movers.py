"""What became of each app of one chart from the first whole snapshot of the days chosen to the last."""

from datetime import datetime

from tests.reference import ranks
from tests.reference.draw import wording
from tests.reference.draw.links import Link
from tests.reference.snapshots import Row, Snapshots

Mover = tuple[str, int | None, int | None]  # name, place before, place after


def ends(data: Snapshots, link: Link) -> list[tuple[datetime, list[Row]]]:
    """The first and the last snapshot of the days chosen that kept every place."""
    every = ranks.snapshots(data, link.chart_read).items()
    inside = sorted((key, n) for n, (key, _) in enumerate(every) if link.since <= key[0].date() <= link.until)
    rows = [(key[0], list(every)[n][1]) for key, n in inside]
    whole = [(at, kept) for at, kept in rows if kept[0]["scope"] == "all"]
    last = next((at, kept) for at, kept in whole if at == whole[-1][0])
    return [whole[0], last]


def moves_of(data: Snapshots, link: Link) -> dict[str, list[Mover]]:
    """What became of each app from the first to the last: kind of move -> name and both places."""
    (_, older), (_, newer) = ends(data, link)
    old, new = ({row["app_id"]: int(row["rank"]) for row in rows} for rows in (older, newer))
    depths = int(max(row["depth"] for row in older)), int(max(row["depth"] for row in newer))
    names = {row["app_id"]: row["app_name"] for row in [*older, *newer]}
    found: dict[str, list[Mover]] = {}
    for app_id, name in names.items():
        before, after = old.get(app_id), new.get(app_id)
        found.setdefault(_move(before, after, *depths), []).append(
            (_shown_as(data, app_id, name), before, after)
        )
    return found


def _move(before: int | None, after: int | None, depth_before: int, depth_after: int) -> str:
    if before is None:
        return "new" if after is not None and after <= depth_before else "unseen_before"
    if after is None:
        return "left" if before <= depth_after else "unseen_after"
    return "stayed" if before == after else "climbed" if after < before else "fell"


def _shown_as(data: Snapshots, app_id: str, name: str) -> str:
    code = next((one.app for one in data.apps.ids if one.app_id == app_id), None)
    return wording.plain(data.apps.names[code] if code else name)
