"""`make bench`: the pages against their rivals, then questions at scale; QUICK=1 a first look, KEEP=1 to README."""

import os

from tests.bench import pages, report, scale, synthetic_charts


def main() -> None:
    drawn = pages.measure(pages.QUICK if os.environ.get("QUICK") else pages.Rounds())
    print(report.table(drawn))  # noqa: T201
    asked = scale.measure(synthetic_charts.SIZES)
    print(f"{scale.table(asked)}\n\n{scale.slowest(asked)}")  # noqa: T201
    if os.environ.get("KEEP"):
        report.write(report.result(drawn, asked))


if __name__ == "__main__":
    main()
