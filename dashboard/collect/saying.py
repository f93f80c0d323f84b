"""How the collector's commands speak: plain lines, as they are, never wrapped or coloured."""

from rich.console import Console


def console(*, error: bool = False) -> Console:
    """Where results go, or with `error` where faults go."""
    return Console(stderr=error, soft_wrap=True, markup=False, highlight=False)
