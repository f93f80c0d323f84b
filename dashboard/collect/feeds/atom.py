"""An Atom feed as a file to which entries are added; the entry of a day grows with the day, no other is rewritten."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dashboard.collect.feeds.entries import Entry
from dashboard.domain.clock import format_utc
from dashboard.domain.text_cleaning import INVISIBLE, clean_text
from dashboard.warehouse.files import atomic_write

ATOM = "http://www.w3.org/2005/Atom"
MAX_ENTRIES = 200  # of a feed; older entries are dropped
MAX_NEW_ENTRIES = 50  # entries that one run adds at most, the newest of them
ET.register_namespace("", ATOM)


@dataclass(frozen=True)
class FeedMetadata:
    """The metadata of a feed; `itself` is the address that it will have, `live` that of the app."""

    id: str
    lang: str
    title: str
    itself: str
    live: str


@dataclass(frozen=True)
class FeedUpdate:
    """The number of entries added, and the damage of the existing file, if any."""

    added: int
    mended: str = ""


def update_feed(path: Path, head: FeedMetadata, entries: Sequence[Entry], moment: datetime) -> FeedUpdate:
    """Add to the file what is newer than all of its entries.

    An entry that says something else by now takes the place of its older self. A feed without news is dated
    `moment`, when it began (UTC). A file that is no feed is mended: its text cleaned and, where that is not enough,
    written again from `entries`, in which each entry has the id that it had.
    """
    old, damage = _read(path)
    existing = {} if old is None else {_text(one, "id"): one for one in old.findall(f"{{{ATOM}}}entry")}
    newest = max((_text(entry, "updated") for entry in existing.values()), default="")
    limit = MAX_ENTRIES if damage and old is None else MAX_NEW_ENTRIES
    newer = [entry for entry in entries if format_utc(entry.known_at) > newest]
    fresh = [entry for entry in newer if not _is_unchanged(existing.get(entry.id), entry)][-limit:]
    if fresh or damage or old is None:
        left = [one for name, one in existing.items() if name not in {entry.id for entry in fresh}]
        elements = [*map(_entry, reversed(fresh)), *left][:MAX_ENTRIES]
        updated = max((_text(element, "updated") for element in elements), default=format_utc(moment))
        _write(path, _feed(head, elements, updated))
    return FeedUpdate(len(fresh), damage)


def _is_unchanged(existing: ET.Element | None, entry: Entry) -> bool:
    """True where the entry in the file has the title and summary of `entry`."""
    if existing is None:
        return False
    return (_text(existing, "title"), _text(existing, "summary")) == (entry.title, entry.summary)


def _read(path: Path) -> tuple[ET.Element | None, str]:
    """Return the existing feed and its damage; None where it is missing or cannot be repaired."""
    if not path.exists():
        return None, ""
    content = path.read_bytes()
    try:
        return _parse(content), ""
    except ET.ParseError as error:
        damage = str(error)
    try:
        return _parse(INVISIBLE.sub("", content.decode("utf-8", "ignore")).encode()), damage
    except ET.ParseError:
        return None, damage


def _parse(content: bytes) -> ET.Element:
    """The root of a feed; raises ParseError."""
    root = ET.fromstring(content)  # noqa: S314  a file that we wrote
    if root.tag != f"{{{ATOM}}}feed":
        raise ET.ParseError(f"its root is {clean_text(root.tag, 60)}, no Atom feed")
    return root


def _text(entry: ET.Element, name: str) -> str:
    return entry.findtext(f"{{{ATOM}}}{name}", "")


def _feed(head: FeedMetadata, entries: list[ET.Element], updated: str) -> ET.Element:
    feed = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": head.lang})
    for name, text in (("id", head.id), ("title", head.title), ("updated", updated)):
        _child(feed, name, text)
    _child(_child(feed, "author"), "name", "Palmarès")
    _child(feed, "link", rel="self", type="application/atom+xml", href=head.itself)
    _child(feed, "link", rel="alternate", type="text/html", hreflang=head.lang, href=head.live)
    feed.extend(entries)
    ET.indent(feed)
    return feed


def _entry(entry: Entry) -> ET.Element:
    made = ET.Element(f"{{{ATOM}}}entry")
    moments = {"published": format_utc(entry.published), "updated": format_utc(entry.known_at)}
    for name, text in {"id": entry.id, "title": entry.title, **moments, "summary": entry.summary}.items():
        _child(made, name, text)
    _child(made, "link", rel="alternate", type="text/html", href=entry.link)
    if entry.via:
        _child(made, "link", rel="via", href=entry.via)
    return made


def _child(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = text and INVISIBLE.sub("", text)
    return child


def _write(path: Path, feed: ET.Element) -> None:
    """The whole file or the old one: a reader never meets half of it. Raises ParseError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = ET.tostring(feed, "utf-8", xml_declaration=True)
    _parse(content)  # ElementTree writes characters that no reader of XML takes
    with atomic_write(path) as partial:
        partial.write_bytes(content)
