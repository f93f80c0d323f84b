"""What README says of speed is what was measured."""

from tests.bench import report


def test_the_readme_says_what_the_kept_result_says() -> None:
    assert report.section(report.read()) in report.README.read_text("utf-8")
