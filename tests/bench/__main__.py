"""`make bench`: the pages against their rivals, then each question; QUICK=1 for a first look, KEEP=1 to commit it."""

import os

from tests.bench import pages, questions, report


def main() -> None:
    found = report.result(pages.measure(pages.QUICK if os.environ.get("QUICK") else pages.Rounds()))
    print(report.table(found))  # noqa: T201
    if os.environ.get("KEEP"):
        report.write(found)
    questions.main()


if __name__ == "__main__":
    main()
