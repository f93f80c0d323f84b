"""Ratings: counts, averages, and new ones a week."""

import pandas as pd

from dashboard.charts import ratings
from dashboard.charts import ratings as rating_weeks
from dashboard.charts.theme import Style
from dashboard.text.translator import Translator

STYLES = {"le-chat": Style("Le Chat", "#E8590C", "circle")}
T = Translator("en")


def _rows() -> pd.DataFrame:
    days = pd.to_datetime(["2026-01-01", "2026-01-08", "2026-06-01", "2026-06-08"])
    return pd.DataFrame(
        {
            "app": "le-chat",
            "observed_at": days,
            "since_at": [pd.NaT, *days[:-1]],
            "rating_count": [0, 70, 700, 650],
            "rating_average": [None, 4.5, 4.6, 4.6],
            "new_ratings": [None, 70, 630, -50],
            "new_per_week": [None, 70.0, 30.6, -50.0],
            "collection": "synthetic/archive",
        }
    )


def test_a_line_never_joins_readings_more_than_sixty_days_apart() -> None:
    lines = [trace for trace in ratings.count(_rows(), STYLES, T).data if trace.mode == "lines+markers"]
    assert [list(line.y) for line in lines] == [[70], [700, 650]]


def test_no_rating_at_all_has_no_place_on_a_logarithmic_axis() -> None:
    figure = ratings.count(_rows(), STYLES, T)
    assert figure.layout.yaxis.type == "log"
    assert 0 not in [y for trace in figure.data if trace.mode == "lines+markers" for y in trace.y]


def test_the_axis_of_averages_lies_within_one_and_five_stars() -> None:
    low, high = ratings.average(_rows(), STYLES, T).layout.yaxis.range
    assert 1 <= low < 4.5
    assert 4.6 < high <= 5


def test_new_ratings_are_blocks_over_the_true_time_also_where_some_were_taken_away() -> None:
    (blocks,) = rating_weeks.weekly(_rows(), {"le-chat": "Le Chat"}, STYLES, T).data
    heights = [y for y in blocks.y if y]
    assert heights == [70.0, 70.0, 30.6, 30.6, -50.0, -50.0]
    assert str(blocks.x[0])[:10] == "2026-01-01"
    assert str(blocks.x[2])[:10] == "2026-01-08"
