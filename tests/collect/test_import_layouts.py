"""Exports as tools write them, with what stands around the table: read, or refused with a key of the map to help.

All files are synthetic.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.collect.__main__ import main
from dashboard.collect.checks.validation import InvalidRowsError
from dashboard.collect.imports.countries import country_code
from dashboard.collect.imports.mapping import Map
from dashboard.collect.imports.table import read_table
from tests.collect.importing import NOW, claims, filled, places, refused, shipped, taken
from tests.helpers.datasets import COMMITTED

RANKS = shipped("apptweak-ranks")
DAY = "2026-10-01;12;30"
TABLE = f"Date;France;Germany\n{DAY}\n"
BOTH = [("de", 30), ("fr", 12)]
MONTHLY = shipped("sensor-tower-downloads")
DAILY = shipped("sensor-tower-downloads", month="day")


@pytest.fixture
def data_with_apps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = filled(tmp_path / "data")
    monkeypatch.setenv("PALMARES_DATA", str(folder))
    return folder


def downloads(*rows: str) -> bytes:
    """An export of download estimates: UTF-16 with tabs."""
    header = "Unified Name\tDate\tPlatform\tDownloads (Absolute)"
    return "\n".join([header, *(row.replace("|", "\t") for row in rows), ""]).encode("utf-16")


@pytest.mark.parametrize(
    "content",
    [
        TABLE,
        "sep=;\n" + TABLE,
        '\ufeff"sep=;"\r\n' + TABLE.replace("\n", "\r\n"),
        "sep=,\n" + TABLE.replace(";", ","),
        "Ranks report;;\nCreated;2026-10-02;\n\n" + TABLE,
        "\n;;\n" + TABLE,
        TABLE + "Average;12;30\n",
        TABLE + "TOTAL;12;30\n;;\n",
        "Date ; France;Germany\n" + DAY + "\n",
        "\u00a0Date\u00a0;\u202fFrance;Germany \n" + DAY + "\n",
        f"Date;France;Germany;\n{DAY};\n",
        f"Date;France;Germany;Total\n{DAY};42\n",
        "Date;France;Germany\n2026-10-01;12.0;30.0\n",
        "Date;France;Germany\n2026-10-01 ; 12 ;\u00a030\n",
    ],
)
def test_what_stands_around_a_table_of_ranks_does_not_matter(data_with_apps: Path, content: str) -> None:
    taken(data_with_apps, content, RANKS)
    assert places(data_with_apps) == BOTH


def test_whole_numbers_written_with_decimals_and_blanks_between_are_read(data_with_apps: Path) -> None:
    taken(data_with_apps, "Date;France;Germany\n2026-10-01;12.0;\n2026-10-02;;31.0\n", RANKS)
    assert places(data_with_apps) == [("de", 31), ("fr", 12)]


def test_a_header_that_cannot_be_told_by_its_columns_is_named_by_its_line(data_with_apps: Path) -> None:
    content = "Date;of;export\n" + TABLE
    refused(data_with_apps, content, RANKS)
    taken(data_with_apps, content, RANKS.replace("[file]", "[file]\nheader_line = 2"))
    assert places(data_with_apps) == BOTH


def test_a_word_of_totals_is_the_maps_to_name(data_with_apps: Path) -> None:
    content = TABLE + "Weekly;12;30\n"
    assert "'Weekly' is no date" in str(refused(data_with_apps, content, RANKS))
    told = taken(data_with_apps, content, RANKS.replace("[file]", '[file]\ntotals = ["weekly"]'))
    assert told.endswith("left out: Weekly")
    assert places(data_with_apps) == BOTH


@pytest.mark.parametrize("row", [DAY + ";5", "2026-10-01;12", "Source: a tool"])
def test_a_row_of_another_width_is_refused_and_named(data_with_apps: Path, row: str) -> None:
    assert "has more or fewer cells" in str(refused(data_with_apps, f"{TABLE}{row}\n", RANKS))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *[("UK", "gb"), ("U.K.", "gb"), ("GBR", "gb"), ("Great Britain", "gb"), ("Royaume-Uni", "gb")],
        *[("USA", "us"), ("U.S.", "us"), ("United States of America", "us"), ("États-Unis", "us")],
        *[
            ("Turkey", "tr"),
            ("Türkiye", "tr"),
            ("Turquie", "tr"),
            ("Czech Republic", "cz"),
            ("Czechia", "cz"),
        ],
        *[("Korea", "kr"), ("South Korea", "kr"), ("Korea, Republic of", "kr"), ("Republic of Korea", "kr")],
        *[("Hong Kong", "hk"), ("Macao", "mo"), ("Viet Nam", "vn"), ("Russian Federation", "ru")],
        *[("Côte d'Ivoire", "ci"), ("Ivory\u00a0Coast", "ci"), ("UAE", "ae"), ("Worldwide", "world")],
        *[("fr", "fr"), ("FRA", "fr"), ("Narnia", "narnia"), ("", "")],
    ],
)
def test_common_names_of_countries_are_known(name: str, code: str) -> None:
    assert country_code(name) == code


def test_columns_of_countries_by_their_common_names_are_taken(data_with_apps: Path) -> None:
    taken(data_with_apps, "Date;UK;USA;Turkey;Czech Republic;Korea\n2026-10-01;12;30;4;5;6\n", RANKS)
    assert places(data_with_apps) == [("cz", 5), ("gb", 12), ("kr", 6), ("tr", 4), ("us", 30)]


def test_one_bad_date_over_many_columns_is_told_once_and_hides_no_other_fault(data_with_apps: Path) -> None:
    names = (
        "France;Germany;Spain;Italy;Netherlands;Belgium;Switzerland;Austria;Ireland;Portugal;Sweden;Norway"
    )
    wide = names.count(";") + 1
    content = f"Date;{names}\n2026/10/01{';12' * wide}\n2026-10-02;x{';12' * (wide - 1)}\n"
    assert [(one.line, one.column) for one in refused(data_with_apps, content, RANKS).faults] == [
        (2, "Date"),
        (3, "France"),
    ]


def test_a_heading_that_names_nothing_is_told_once_in_the_header(data_with_apps: Path) -> None:
    wide = shipped("appfigures-ranks")
    rows = "".join(f"2026-10-{day:02},1,2\n" for day in range(1, 29))
    [fault] = refused(data_with_apps, f"Date,Le Chat,Nobody\n{rows}", wide).faults
    assert (fault.line, fault.column) == (1, "Nobody")


def test_one_fault_on_many_lines_is_counted_and_the_others_are_told(data_with_apps: Path) -> None:
    rows = "".join(f"2026-10-{day:02},1,2\n" for day in range(1, 29))
    told = str(
        refused(
            data_with_apps,
            f"Date,Le Chat,ChatGPT\n{rows.replace(',2', ',x')}2026-11-01,y,3\n",
            shipped("appfigures-ranks"),
        )
    )
    more = "(and 27 more like it: line 3, 4, 5, 6, 7 …)"
    assert told.splitlines()[0].endswith(f"column ChatGPT: 'x' is no whole number {more}")
    assert "column Le Chat: 'y' is no whole number" in told.splitlines()[1]


def test_apps_that_the_catalogue_does_not_hold_are_left_out_by_one_word_of_the_map(
    data_with_apps: Path,
) -> None:
    content = "Date,Le Chat,Some Game,Other App\n2026-10-01,1,2,x\n"
    plan = shipped("appfigures-ranks")
    assert len(refused(data_with_apps, content, plan).faults) == 3
    told = taken(data_with_apps, content, plan + '"*" = ""\n')
    assert told.startswith("charts: 1 places")
    assert told.endswith("left out: Some Game, Other App")


def test_a_word_for_all_others_can_only_leave_them_out(data_with_apps: Path) -> None:
    plan = shipped("appfigures-ranks")
    assert "can only leave out" in str(refused(data_with_apps, TABLE, plan + '"*" = "le-chat"\n'))


@pytest.mark.parametrize(
    ("form", "extra", "text", "moment", "precision"),
    [
        ("%Y-%m-%dT%H:%M:%S%z", "", "2026-10-01T23:30:05-04:00", datetime(2026, 10, 2, 3, 30, 5), "second"),
        ("%Y-%m-%dT%H:%M%z", "", "2026-10-01T23:30Z", datetime(2026, 10, 1, 23, 30), "minute"),
        (
            "%Y-%m-%d %H:%M",
            'zone = "Europe/Paris"\n',
            "2026-10-01 00:30",
            datetime(2026, 9, 30, 22, 30),
            "minute",
        ),
        ("%Y-%m-%d %Hh", 'zone = "UTC"\n', "2026-10-01 07h", datetime(2026, 10, 1, 7), "hour"),
        ("%Y-%m-%d %H:%M", "", "2026-10-01 23:30", datetime(2026, 10, 1), "day"),
        ("%Y-%m-%d", 'zone = "America/New_York"\n', "2026-10-01", datetime(2026, 10, 1), "day"),
    ],
)
def test_hour_and_zone_of_a_rank_are_kept_as_exactly_as_they_are_known(
    data_with_apps: Path, form: str, extra: str, text: str, moment: datetime, precision: str
) -> None:
    plan = RANKS.replace("[file]", f'[file]\ndate_format = "{form}"\n{extra}')
    taken(data_with_apps, f"Date;France\n{text};12\n", plan)
    assert places(data_with_apps, "observed_at, time_precision") == [(moment, precision)]


def test_two_readings_of_one_day_at_known_hours_both_stand(data_with_apps: Path) -> None:
    plan = RANKS.replace("[file]", '[file]\ndate_format = "%Y-%m-%dT%H:%M:%S%z"')
    taken(data_with_apps, "Date;France\n2026-10-01T06:00:00Z;12\n2026-10-01T18:00:00Z;14\n", plan)
    assert places(data_with_apps, "rank") == [(12,), (14,)]


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", ""])
def test_a_zone_that_is_none_is_refused_with_the_map(data_with_apps: Path, zone: str) -> None:
    plan = RANKS.replace("[file]", f'[file]\nzone = "{zone}"')
    assert "no time zone" in str(refused(data_with_apps, TABLE, plan))


def test_decimal_commas_are_never_taken_for_thousands(data_with_apps: Path) -> None:
    content = downloads(
        "Google Gemini|2026-09-01|Unified|12345,00", "Claude by Anthropic|2026-09-01|Unified|1,5"
    )
    told = str(refused(data_with_apps, content, MONTHLY))
    assert "'12345,00' is no whole number; [file] says that ',' stands between thousands" in told
    commas = MONTHLY.replace('thousands = ","', 'decimal = ","')
    assert "'1,5' is no whole number" in str(refused(data_with_apps, content, commas))
    taken(data_with_apps, downloads("Google Gemini|2026-09-01|Unified|12345,00"), commas)
    assert claims(data_with_apps)[-1]["value"] == "12345"


def test_a_rounded_estimate_is_taken_at_what_it_says(data_with_apps: Path) -> None:
    taken(data_with_apps, downloads("Google Gemini|2026-09-01|Unified|1.2M"), MONTHLY)
    assert claims(data_with_apps)[-1]["value"] == "1200000"


A = "Date,Google Gemini,DeepSeek - AI Assistant\n2026-10-01,5,40\n2026-10-02,6,41\n"
B_LATER = "Date,Google Gemini,DeepSeek - AI Assistant\n2026-10-02,7,41\n2026-10-03,8,42\n"


def test_a_file_once_taken_adds_nothing_whatever_came_in_between(data_with_apps: Path) -> None:
    plan = shipped("appfigures-ranks")
    for hour, content in enumerate((A, B_LATER)):
        assert "new snapshot" in taken(data_with_apps, content, plan, NOW.replace(hour=hour))
    after = places(data_with_apps, "observed_at, app_id, rank, ingested_at")
    for hour, content in enumerate((A, B_LATER, A), 3):
        assert taken(data_with_apps, content, plan, NOW.replace(hour=hour)).endswith("nothing new")
    assert places(data_with_apps, "observed_at, app_id, rank, ingested_at") == after


def test_a_file_once_taken_says_what_another_map_makes_of_it(data_with_apps: Path) -> None:
    plan = shipped("appfigures-ranks")
    taken(data_with_apps, A, plan + '"*" = ""\n')
    assert "new snapshot" in taken(
        data_with_apps, A, plan.replace('"productivity"', '"all"'), NOW.replace(hour=13)
    )


@pytest.mark.parametrize(
    ("period", "first", "running"),
    [
        ("month", "2026-10-01", "2026-11-01"),
        ("week", "2026-11-20", "2026-11-23"),
        ("day", "2026-11-26", "2026-11-27"),
    ],
)
def test_a_period_that_has_not_ended_is_no_whole_one(
    data_with_apps: Path, period: str, first: str, running: str
) -> None:
    plan = shipped("sensor-tower-downloads", month=period) if period != "month" else MONTHLY
    both = downloads(f"Google Gemini|{first}|Unified|400,000", f"Google Gemini|{running}|Unified|500,000")
    told = str(refused(data_with_apps, both, plan))
    assert f"line 3, column Date: this {period} had not ended by 2026-11-27" in told
    assert taken(data_with_apps, both, 'unfinished = "leave_out"\n' + plan).startswith(
        "claims: 1 estimates checked, 1 added"
    )
    assert claims(data_with_apps)[-1]["value"] == "400000"


def test_the_day_of_the_export_is_the_files_own_or_the_one_that_is_named(
    data_with_apps: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, plan = (
        data_with_apps.parent / "synthetic.csv",
        COMMITTED / "imports" / "sensor-tower-downloads.toml",
    )
    path.write_bytes(downloads("Google Gemini|2026-09-01|Unified|500,000"))
    written = datetime(2026, 9, 20, tzinfo=UTC).timestamp()
    os.utime(path, (written, written))
    words = ["import", str(path), "--map", str(plan)]
    assert main(words) == 2
    assert "had not ended by 2026-09-20" in capsys.readouterr().err
    assert main([*words, "--exported", "2026-09-30"]) == 2
    assert main([*words, "--exported", "2026-10-01"]) == 0


def test_a_week_to_come_and_a_day_to_come_are_refused_as_such(data_with_apps: Path) -> None:
    assert "in the future" in str(refused(data_with_apps, downloads("Grok|2027-02-08|Unified|5"), DAILY))


PLAN = Map.model_validate(
    {
        "kind": "ranks",
        "publisher": "Synthetic Tool",
        "url": "https://example.org",
        "columns": {"date": "Date"},
        "wide": {"headings": "country"},
        "constants": {
            "app": "le-chat",
            "category": "all",
            "store": "app_store",
            "device": "iphone",
            "chart": "top-free",
        },
    }
)
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELLS, max_size=4), max_size=6), ends=st.sampled_from(["\n", "\r\n", "\r"]))
def test_whatever_stands_in_a_file_it_is_read_or_refused_with_its_place(
    tmp_path: Path, rows: list[list[str]], ends: str
) -> None:
    path = tmp_path / "synthetic.csv"
    path.write_bytes(ends.join(",".join(row) for row in rows).encode())
    try:
        table = read_table(path, PLAN)
    except InvalidRowsError:
        return
    assert all("Date" in line.cells for line in table.lines)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=80))
def test_whatever_bytes_a_file_holds_it_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "synthetic.csv"
    path.write_bytes(content)
    with pytest.raises(InvalidRowsError):
        read_table(path, PLAN.model_copy(update={"columns": {"date": "A date that is not there"}}))
