"""Draw numbers at random from what the pages show and derive each again: python -m tests.reference.draw --seed 1."""

import argparse
from collections import Counter

from tests.reference.draw.drawing import draw


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.reference.draw", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=70)
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    for one in draw(asked.seed, asked.count):
        counts[one.verdict] += 1
        print(one, flush=True)  # noqa: T201
    print(", ".join(f"{n} {verdict}" for verdict, n in counts.most_common()))  # noqa: T201


if __name__ == "__main__":
    main()
