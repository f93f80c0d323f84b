"""The results as JSON, as a table, and as the section of README.md beside it that is made from them."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.bench import scale

RESULTS = Path(__file__).with_name("results.json")
README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- bench: made by `make bench` -->", "<!-- end of bench -->"
PAGES = ("Palmarès", "bare Streamlit", "Dash", "Panel")
MEASURES = {
    "start_ms": "server start to healthy, ms",
    "cold_ms": "navigation to first chart, cold browser, ms",
    "warm_ms": "the same, warm browser, ms",
    "slow_ms": "the same, cold, at 10 Mbit/s and 40 ms, ms",
    "first_mb": "first load on the wire, MB",
    "change_ms": "filter change to chart, ms",
    "turn_ms": "page change to first chart, ms",
    "cpu_ms": "processor time a change, ms",
    "memory_1_mb": "memory at 1 session, MB",
    "memory_25_mb": "memory at 25 sessions, MB",
    "memory_each_mb": "memory a session more, MB",
    "sessions": "sessions with 95 % of answers under 1 s",
}
Result = dict[str, Any]


def result(pages: dict[str, dict[str, float]], asked: dict[str, Any]) -> Result:
    """What is kept of a run: when, on what, the medians of the pages and of the questions at scale."""
    machine = {
        "processors": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "load_average": round(os.getloadavg()[0], 1),
    }
    return {
        "measured_on": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": machine,
        "pages": pages,
        "scale": asked,
    }


def table(pages: dict[str, dict[str, float]]) -> str:
    """Medians as Markdown; in brackets how many times Dash's."""
    lines = ["| | " + " | ".join(PAGES) + " |", "| --- |" + " ---: |" * len(PAGES)]
    for measure, title in MEASURES.items():
        told = pages.get(measure, {})
        if told:
            lines.append(f"| {title} | " + " | ".join(_cell(told, page) for page in PAGES) + " |")
    return "\n".join(lines)


def _cell(told: dict[str, float], page: str) -> str:
    if page not in told:
        return "–"
    beside = told.get("Dash") or 0
    ratio = f" ({told[page] / beside:.2f})" if beside and page != "Dash" else ""
    return f"{told[page]:,.{0 if told[page] >= 100 else 1}f}{ratio}"


def section(result: Result) -> str:
    """The README's section, between its marks."""
    machine = result["machine"]
    head = (
        f"Measured on {result['measured_on']}: {machine['processors']} processors, {machine['memory_gb']} GB, load average"
        f" {machine['load_average']}, one browser,"
        " pages in turn, medians; in brackets the ratio to Dash in the same run. All draw the rank page of five"
        " assistants over two synthetic years of 42 storefronts; the rivals in `tests/bench/alternatives` have its figures"
        " and neither its tables nor its sentences; bare Streamlit is a hello page."
    )
    asked = (
        "Questions of synthetic chart places in 175 countries, from files of the same places, beside the same in pandas"
        " and polars; the limit is the fewest bytes that either read at the largest size, at the speed at which"
        f" the files can be read at all. {scale.slowest(result['scale'])}"
    )
    return f"{BEGIN}\n{head}\n\n{table(result['pages'])}\n\n{asked}\n\n{scale.table(result['scale'])}\n{END}"


def write(result: Result) -> None:
    """Keep the result beside this file and make the README say it."""
    RESULTS.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    text = README.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    README.write_text(before + section(result) + rest.partition(END)[2], "utf-8")


def read() -> Result:
    kept: Result = json.loads(RESULTS.read_text("utf-8"))
    return kept
