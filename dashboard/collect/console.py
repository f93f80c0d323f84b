"""Console output of the commands: plain lines, a run's table by source with a line for each fault, and its exit code."""

from collections import Counter

from rich.console import Console
from rich.table import Table

from dashboard.collect.checks.review import Result

OUTCOMES = ("kept", "unchanged", "absent", "refused", "unreached")
WELL = {"kept", "unchanged", "absent"}
ALL_WELL, PARTLY, NOTHING = 0, 1, 2


def console(*, error: bool = False) -> Console:
    """Standard output, or with `error` standard error; lines are printed as they are, never wrapped or coloured."""
    return Console(stderr=error, soft_wrap=True, markup=False, highlight=False)


def print_report(out: Console, judged: list[Result]) -> None:
    """Print the outcomes by source, then every response that was rejected, wholly or in part."""
    table = Table("source", "asked", *OUTCOMES, box=None, pad_edge=False)
    for collection in dict.fromkeys(one.answer.task.collection for one in judged):
        of_it = [one for one in judged if one.answer.task.collection == collection]
        counts = Counter(one.outcome for one in of_it)
        table.add_row(collection, str(len(of_it)), *(str(counts[outcome]) for outcome in OUTCOMES))
    out.print(table)
    for one in judged:
        if one.outcome not in WELL or one.reason:
            tries = f"asked {one.answer.tries} times" if one.answer.tries != 1 else "asked once"
            outcome = "kept in part" if one.outcome in WELL else one.outcome
            out.print(f"{outcome}: {one.answer.task}: {one.reason} ({one.detail}; {tries})")


def exit_code(judged: list[Result]) -> int:
    """0 where all went well or there was nothing to ask, 1 partly, 2 where nothing was taken."""
    well = sum(one.outcome in WELL for one in judged)
    if well == len(judged):
        return PARTLY if any(one.reason for one in judged) else ALL_WELL
    return PARTLY if well else NOTHING
