"""The number of random cases in tests: `make soak` sets SOAK=1 and tries all, `make test` a part of them."""

import os
import secrets

from hypothesis import HealthCheck, Phase, Verbosity, settings

SOAK = bool(os.environ.get("SOAK"))
PART = 5  # `make test` tries one in so many


def at_length(number: int) -> int:
    """So many in `make soak`; in `make test` a part, and two at least: Hypothesis begins with the simplest case."""
    return number if SOAK else max(2, number // PART)


def seed() -> int:
    """A seed for `random`; PALMARES_SEED repeats the run that named it."""
    return int(os.environ.get("PALMARES_SEED") or secrets.randbits(32))


def warehouses(number: int) -> settings:
    """So many warehouses, each of many cases; a failure names its case, so none is shrunk."""
    return settings(
        max_examples=number,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.large_base_example,
        ],
        verbosity=Verbosity.quiet,
    )
