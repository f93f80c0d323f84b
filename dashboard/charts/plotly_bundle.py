"""Plotly's script without the kinds of traces that no figure here has: a quarter of it is left.

The plotly package brings one file of a thousand modules that name each other: `var NAME=W((exports,module)=>{...});`,
NAME() runs it. The last one lists the kinds of traces. What is named neither from there nor from what is so named can go.
"""

import re
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

TRACES = ("bar", "heatmap")  # beside scatter, which the rest of the script needs
MODULE = r"[\w$]+=W\((?:\([\w$,]*\)|[\w$]+)=>"
BETWEEN = re.compile(rf"(?<=}}\);)(?=var {MODULE})")
NAMED = re.compile(r"([\w$]+)=(?:W|Ea)\((?:\([\w$,]*\)|[\w$]+)=>")
WORD = re.compile(r"[\w$]+")
LISTED = re.compile(r"(?<=\.register\(\[)(?:[\w$]+\(\),?)+(?=\]\))")
KIND = re.compile(r'moduleType:"trace",name:"(\w+)"')
PASSED_ON = re.compile(r"exports=([\w$]+)\(\)")  # a module that only hands on another


def full_bundle() -> str:
    """The script as its makers give it, about 4.8 MB."""
    return (files("plotly") / "package_data" / "plotly.min.js").read_text("utf-8")


@lru_cache(maxsize=1)
def content() -> bytes:
    """The script to serve; the whole one where it is not built as described above."""
    text = full_bundle()
    return (_strip_traces(text, TRACES) or text).encode()


def name() -> str:
    """Its file name, which changes with Plotly and with this module."""
    made_by = sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    return f"plotly-{version('plotly')}-{made_by}.js"


def _strip_traces(text: str, traces: tuple[str, ...]) -> str:
    """The script with these kinds of traces only; empty where it cannot be taken apart."""
    head, *parts = BETWEEN.split(text)
    owner = {name: number for number, part in enumerate(parts) for name in NAMED.findall(part)}
    listed = LISTED.search(parts[-1]) if parts else None
    if listed is None:
        return ""
    wanted = [call for call in listed[0].split(",") if _kind(parts, owner, call[:-2]) in traces]
    parts[-1] = parts[-1].replace(listed[0], ",".join(wanted))
    kept = _reachable_modules(parts, owner, head)
    complete = len(wanted) == len(traces)
    return head + "".join(part for number, part in enumerate(parts) if number in kept) if complete else ""


def _kind(parts: list[str], owner: dict[str, int], name: str) -> str | None:
    part = parts[owner[name]] if name in owner else ""
    passed_on = PASSED_ON.search(part)
    if not KIND.search(part) and passed_on:
        part = parts[owner[passed_on[1]]] if passed_on[1] in owner else ""
    found = KIND.search(part)
    return found[1] if found else None


def _reachable_modules(parts: list[str], owner: dict[str, int], head: str) -> set[int]:
    """Numbers of the parts that the head and the last part name, and so on from there."""
    kept: set[int] = set()
    todo = {len(parts) - 1} | {owner[word] for word in WORD.findall(head) if word in owner}
    while todo:
        number = todo.pop()
        kept.add(number)
        todo |= {owner[word] for word in set(WORD.findall(parts[number])) if word in owner} - kept
    return kept
