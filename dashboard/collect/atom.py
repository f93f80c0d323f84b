"""An Atom feed as a file to which entries are added: what was published is never rewritten or repeated."""

import os
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dashboard.collect.news import Entry

ATOM = "http://www.w3.org/2005/Atom"
KEPT = 200  # entries of a feed; older ones leave it
AT_ONCE = 50  # entries that one run adds at most, the newest of them
ET.register_namespace("", ATOM)


@dataclass(frozen=True)
class Head:
    """What a feed says of itself; `itself` is the address that it will have, `live` that of the app."""

    id: str
    lang: str
    title: str
    itself: str
    live: str


def add(path: Path, head: Head, known: Sequence[Entry], moment: datetime) -> int:
    """Add to the file what is newer than all of its entries; how many those are. Raises ParseError.

    A feed without news is dated `moment`, when it began (UTC).
    """
    old = _tree(path)
    standing = [] if old is None else old.findall(f"{{{ATOM}}}entry")
    newest = max((_text(entry, "updated") for entry in standing), default="")
    fresh = [entry for entry in known if _moment(entry.known_at) > newest][-AT_ONCE:]
    if fresh or old is None:
        entries = [*map(_entry, reversed(fresh)), *standing][:KEPT]
        updated = max((_text(entry, "updated") for entry in entries), default=_moment(moment))
        _write(path, _feed(head, entries, updated))
    return len(fresh)


def _tree(path: Path) -> ET.Element | None:
    return ET.parse(path).getroot() if path.exists() else None  # noqa: S314  a file that we wrote


def _text(entry: ET.Element, name: str) -> str:
    return entry.findtext(f"{{{ATOM}}}{name}", "")


def _moment(moment: datetime) -> str:
    """RFC 3339, which sorts as text."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _feed(head: Head, entries: list[ET.Element], updated: str) -> ET.Element:
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
    told = (("id", entry.id), ("title", entry.title), ("updated", _moment(entry.known_at)))
    for name, text in (*told, ("summary", entry.summary)):
        _child(made, name, text)
    _child(made, "link", rel="alternate", type="text/html", href=entry.link)
    if entry.via:
        _child(made, "link", rel="via", href=entry.via)
    return made


def _child(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = text
    return child


def _write(path: Path, feed: ET.Element) -> None:
    """The whole file or the old one: a reader never meets half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.tmp")
    partial.write_bytes(ET.tostring(feed, "utf-8", xml_declaration=True))
    with partial.open("rb") as written:
        os.fsync(written.fileno())
    partial.replace(path)
