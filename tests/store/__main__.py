"""`python -m tests.store --port 8600`: a store to try the collector against."""

import argparse
import re
import sys
import time
from datetime import datetime

from rich.console import Console

from tests.store import StoreServer, faults

CONSOLE = Console(soft_wrap=True, markup=False, highlight=False)


def main(words: list[str] | None = None) -> int:
    """Serve until interrupted; prints the settings that send the collector here."""
    chosen = _parser().parse_args(words)
    with StoreServer(chosen.port, chosen.at, chosen.day, chosen.latency) as store:
        for name in chosen.fault:
            store.misbehave(re.compile(chosen.match), getattr(faults, name)())
        for name, value in store.settings.items():
            CONSOLE.print(f"export {name}={value}")
        _wait()
    return 0


def _wait() -> None:
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        CONSOLE.print("Closed.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.store", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="default: any free one")
    parser.add_argument("--day", type=int, default=0, help="which day of the kept readings is shown")
    parser.add_argument(
        "--at", type=datetime.fromisoformat, help="the store's clock, such as 2026-11-20T06:00Z"
    )
    parser.add_argument("--latency", type=float, default=0, help="seconds before each answer")
    parser.add_argument(
        "--fault", choices=faults.__all__, action="append", default=[], help="may be repeated"
    )
    parser.add_argument("--match", default="", help="a pattern: which paths the faults strike; default: all")
    return parser


if __name__ == "__main__":
    sys.exit(main())
