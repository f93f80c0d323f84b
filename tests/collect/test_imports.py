"""Exports of other tools: what each map makes of them, what is refused, and what a second time adds."""

import codecs
import csv
import hashlib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.collect.__main__ import main
from dashboard.collect.checks.validation import InvalidRowsError
from dashboard.collect.imports.command import import_export
from dashboard.collect.imports.mapping import read_map
from tests.helpers.claimed import milestone
from tests.helpers.datasets import (
    CHATGPT,
    COMMITTED,
    COPILOT_SECOND,
    GEMINI,
    LE_CHAT,
    open_warehouse,
    vocabulary,
)
from tests.helpers.files import file_claims
from tests.helpers.tables import Rows, view_rows

NOW = datetime(2026, 11, 1, 12)
LONG = """
kind = "ranks"
publisher = "Synthetic Tool"
url = "https://example.org/tool"
[file]
date_format = "%d/%m/%Y"
[columns]
date = "Day"
app = "App"
country = "Land"
category = "Genre"
value = "Rank"
[constants]
store = "app_store"
device = "iphone"
chart = "top-free"
[values.category]
"Overall" = "all"
[values.app]
"Le Chat by Mistral" = "le-chat"
"Another app" = ""
"""
DOWNLOADS = """
kind = "downloads"
publisher = "Synthetic Tool"
url = "https://example.org/tool"
[columns]
date = "Date"
app = "App"
country = "Country"
value = "Downloads"
[constants]
platform = "ios"
metric = "downloads_in_period"
"""
ROWS = ["Day,App,Land,Genre,Rank", "08/02/2025,Le Chat by Mistral,France,Overall,1"]


def export(data: Path, rows: list[str], name: str = "synthetic.csv", encoding: str = "utf-8") -> Path:
    path = data.parent / name
    path.write_bytes("\n".join([*rows, ""]).encode(encoding))
    return path


def imported(data: Path, rows: list[str], told: str = LONG, now: datetime = NOW) -> str:
    """Take the rows by the map `told`; what the command would say."""
    plan = data.parent / "synthetic.toml"
    plan.write_text(told, "utf-8")
    return import_export(export(data, rows), read_map(plan), data, vocabulary(), now)


def by_map(data: Path, name: str, rows: list[str], encoding: str = "utf-8") -> str:
    """Take the rows by a map that the project ships."""
    path = export(data, rows, f"synthetic-{name}.csv", encoding)
    return import_export(path, read_map(COMMITTED / "imports" / f"{name}.toml"), data, vocabulary(), NOW)


def states(data: Path, columns: str = "country, category, day, app, rank, state") -> Rows:
    return view_rows(open_warehouse(data), "rank_states", columns)


def refusal(data: Path, rows: list[str], told: str = LONG) -> list[str]:
    with pytest.raises(InvalidRowsError) as refused:
        imported(data, rows, told)
    assert not (data / "snapshots").exists()
    return [f"{one.file.name} {one.line} {one.column}: {one.reason}" for one in refused.value.faults]


def claimed(data: Path, file: str = "milestones") -> list[dict[str, str]]:
    with (data / "claims" / f"{file}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_rank_history_becomes_readings_of_chosen_apps(data_with_claims: Path) -> None:
    rows = [*ROWS, "08/02/2025,ChatGPT,FR,Overall,7", "09/02/2025,gemini,fr,productivity,20"]
    assert imported(data_with_claims, rows).startswith(
        "charts: 3 places of chosen apps checked, new snapshot charts-"
    )
    assert states(data_with_claims) == [
        ("fr", "all", date(2025, 2, 8), "chatgpt", 7, "ranked"),
        ("fr", "all", date(2025, 2, 8), "le-chat", 1, "ranked"),
        ("fr", "productivity", date(2025, 2, 9), "gemini", 20, "ranked"),
    ]
    columns = "observed_at, depth, scope, time_precision, app_id, app_name"
    assert view_rows(open_warehouse(data_with_claims), "chart_rows", columns) == [
        (datetime(2025, 2, 8), 7, "chosen", "day", CHATGPT, "ChatGPT"),
        (datetime(2025, 2, 8), 7, "chosen", "day", LE_CHAT, "Le Chat by Mistral"),
        (datetime(2025, 2, 9), 20, "chosen", "day", GEMINI, "Gemini"),
    ]


def test_the_source_is_the_publisher_and_the_files_checksum(data_with_claims: Path) -> None:
    imported(data_with_claims, ROWS)
    checksum = hashlib.sha256((data_with_claims.parent / "synthetic.csv").read_bytes()).hexdigest()[:12]
    named = view_rows(open_warehouse(data_with_claims), "chart_rows", "source, collection")
    assert named == [(f"Synthetic Tool@{checksum}", "Synthetic Tool")]


def test_a_collection_of_its_own_stands_beside_the_publishers(data_with_claims: Path) -> None:
    imported(data_with_claims, ROWS)
    imported(data_with_claims, ROWS, 'collection = "Synthetic Tool/again"\n' + LONG)
    assert states(data_with_claims, "collection, rank") == [
        ("Synthetic Tool", 1),
        ("Synthetic Tool/again", 1),
    ]


def test_the_same_file_again_is_nothing_new(data_with_claims: Path) -> None:
    imported(data_with_claims, ROWS)
    assert imported(data_with_claims, ROWS).endswith("nothing new")
    assert len(list((data_with_claims / "snapshots").iterdir())) == 1


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("", [("le-chat", 1, "ranked", 1)]),
        ("depth = 200\n", [("le-chat", 1, "ranked", 200)]),
        (
            'depth = 200\nblank_means = "below"\n',
            [("chatgpt", None, "below", 200), ("le-chat", 1, "ranked", 200)],
        ),
    ],
)
def test_a_blank_says_nothing_unless_the_map_says_below_a_depth(
    data_with_claims: Path, extra: str, expected: Rows
) -> None:
    imported(data_with_claims, [*ROWS, "08/02/2025,ChatGPT,FR,Overall,"], extra + LONG)
    assert states(data_with_claims, "app, rank, state, depth") == expected


def test_a_row_that_the_map_leaves_out_is_left_out(data_with_claims: Path) -> None:
    assert imported(data_with_claims, [*ROWS, "08/02/2025,Another app,FR,Overall,2"]).startswith(
        "charts: 1 places"
    )


def test_an_id_is_the_app_that_it_means_on_that_day(data_with_claims: Path) -> None:
    rows = [*ROWS, f"20/09/2026,{COPILOT_SECOND},FR,Overall,30"]
    imported(data_with_claims, rows)
    assert ("copilot", 30) in states(data_with_claims, "app, rank")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("2025-02-08,ChatGPT,FR,Overall,7", "3 Day: '2025-02-08' is no date of the form %d/%m/%Y"),
        ("08/02/2027,ChatGPT,FR,Overall,7", "3 Day: 2027-02-08 00:00:00 is in the future"),
        ("08/02/2025,Nobody,FR,Overall,7", "3 App: 'Nobody' names no app of the catalogue"),
        ("08/02/2025,,FR,Overall,7", "3 App: is blank"),
        ("08/02/2025,ChatGPT,Narnia,Overall,7", "3 Land: 'narnia' is not among the catalogue's storefronts"),
        ("08/02/2025,ChatGPT,FR,Games,7", "3 Genre: 'Games' is not among the catalogue's categories"),
        ("08/02/2025,ChatGPT,FR,Overall,7.5", "3 Rank: '7.5' is no whole number"),
        ("08/02/2025,ChatGPT,FR,Overall,-", "3 Rank: '-' is no whole number"),
        ("08/02/2025,ChatGPT,FR,Overall,0", "3 Rank: Input should be greater than or equal to 1"),
        ("08/02/2025,ChatGPT,FR,Overall", "3 -: has more or fewer cells than the header"),
        ("08/02/2025,541164041,FR,Overall,7", "3 App: '541164041' has no ids in 'app_store' on 2025-02-08"),
        (
            "20/09/2026,Copilot,FR,Overall,7",
            "3 App: 'copilot' has 2 ids in 'app_store' on 2026-09-20; name one",
        ),
        ("08/02/2025,Le Chat,FR,Overall,7", f"2 App: '{LE_CHAT}' stands 2 times"),
        ("08/02/2025,ChatGPT,FR,Overall,1", "2 Rank: 1 stands 2 times"),
    ],
)
def test_a_bad_cell_is_named_as_the_export_names_it_and_refuses_the_file(
    data_with_claims: Path, row: str, fault: str
) -> None:
    assert refusal(data_with_claims, [*ROWS, row])[0].startswith(f"synthetic.csv {fault}")


def test_every_bad_row_is_named(data_with_claims: Path) -> None:
    bad = ["x,ChatGPT,FR,Overall,1", "08/02/2025,Nobody,FR,Overall,2", "08/02/2025,ChatGPT,FR,Overall,x"]
    assert [told.split(":")[0] for told in refusal(data_with_claims, [*ROWS, *bad])] == [
        "synthetic.csv 3 Day",
        "synthetic.csv 4 App",
        "synthetic.csv 5 Rank",
    ]


def test_a_place_beyond_the_stated_depth_is_refused(data_with_claims: Path) -> None:
    [told] = refusal(data_with_claims, [*ROWS, "08/02/2025,ChatGPT,FR,Overall,201"], "depth = 200\n" + LONG)
    assert "rank 201 is beyond the chart's depth of 200" in told


def test_a_file_without_a_place_of_a_known_app_is_refused(data_with_claims: Path) -> None:
    [told] = refusal(data_with_claims, [ROWS[0], "08/02/2025,Another app,FR,Overall,7"])
    assert "holds no place of an app of the catalogue" in told


def test_a_header_without_a_needed_column_or_with_one_twice_is_refused(data_with_claims: Path) -> None:
    assert refusal(data_with_claims, ["Day,App,Land,Genre", "a,b,c,d"]) == [
        "synthetic.csv 1 Rank: is missing from the header"
    ]
    assert refusal(data_with_claims, [ROWS[0] + ",App", ROWS[1] + ",x"]) == [
        "synthetic.csv 1 App: stands twice in the header"
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("publisher", "colour"), "colour: Extra inputs are not permitted"),
        (('kind = "ranks"', 'kind = "wishes"'), "kind: Input should be 'ranks' or 'downloads'"),
        (('category = "Genre"\n', ""), "category must be given once"),
        (('store = "app_store"', 'store = "app_store"\napp = "le-chat"'), "app must be given once"),
        (('publisher = "Synthetic Tool"', 'publisher = "a@b"'), "publisher: String should match pattern"),
        (("[file]", "blank_means = 'below'\n[file]"), "below the cut-off only where depth is stated"),
        (('kind = "ranks"', "kind = "), "cannot be read: Invalid value"),
    ],
)
def test_a_bad_map_is_named(tmp_path: Path, change: tuple[str, str], fault: str) -> None:
    path = tmp_path / "synthetic.toml"
    path.write_text(LONG.replace(*change), "utf-8")
    with pytest.raises(InvalidRowsError) as refused:
        read_map(path)
    assert fault in str(refused.value)
    assert str(path) in str(refused.value)


def test_estimates_become_claims_that_stay_estimates_of_their_publisher(data_with_claims: Path) -> None:
    before = (data_with_claims / "claims" / "milestones.csv").read_bytes()
    rows = [
        "Date,App,Country,Downloads",
        "2025-02-08,Le Chat,France,100000",
        "2025-02-08,ChatGPT,world,2000000",
    ]
    told = imported(data_with_claims, rows, DOWNLOADS)
    assert (
        told
        == "claims: 2 estimates checked, 2 added to milestones.csv: read the difference, then run `make claims`"
    )
    assert (data_with_claims / "claims" / "milestones.csv").read_bytes().startswith(before)
    first, second = claimed(data_with_claims)[-2:]
    source = claimed(data_with_claims, "sources")[-1]
    kept = ("app", "value", "unit", "qualifier", "kind", "stated_by", "platform", "scope", "core")
    assert [first[column] for column in kept] == [
        "le-chat", "100000", "downloads", "estimate", "estimated", "Synthetic Tool", "ios", "fr", "false",
    ]  # fmt: skip
    assert (first["period_start"], first["period_end"], second["scope"]) == (
        "2025-02-08",
        "2025-02-08",
        "world",
    )
    assert first["source_id"] == source["source_id"]
    assert source["url"].startswith("https://example.org/tool#export-")
    assert (source["title"], source["recorded_on"]) == ("Synthetic Tool: synthetic.csv", "2026-11-01")
    assert main(["claims"]) == 0
    assert ("Synthetic Tool", 100000.0) in view_rows(
        open_warehouse(data_with_claims), "milestones", "stated_by, value", "kind = 'estimated'"
    )


def test_the_same_estimates_again_add_nothing_even_on_another_day_or_in_another_file(
    data_with_claims: Path,
) -> None:
    rows = ["Date,App,Country,Downloads", "2025-02-08,Le Chat,France,100000"]
    imported(data_with_claims, rows, DOWNLOADS)
    before = [claimed(data_with_claims), claimed(data_with_claims, "sources")]
    assert imported(data_with_claims, rows, DOWNLOADS, datetime(2026, 12, 1)).endswith("nothing new")
    assert imported(data_with_claims, [*rows, ""], DOWNLOADS).endswith("nothing new")
    assert [claimed(data_with_claims), claimed(data_with_claims, "sources")] == before


def test_a_figure_that_the_tool_revised_stands_beside_the_older_one(data_with_claims: Path) -> None:
    imported(data_with_claims, ["Date,App,Country,Downloads", "2025-02-08,Le Chat,France,100000"], DOWNLOADS)
    imported(data_with_claims, ["Date,App,Country,Downloads", "2025-02-08,Le Chat,France,90000"], DOWNLOADS)
    assert [row["value"] for row in claimed(data_with_claims)[-2:]] == ["100000", "90000"]
    assert len({row["claim_id"] for row in claimed(data_with_claims)}) == len(claimed(data_with_claims))
    assert main(["claims"]) == 0


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("day", ("2025-02-03", "2025-02-03")),
        ("week", ("2025-02-03", "2025-02-09")),
        ("month", ("2025-02", "2025-02")),
    ],
)
def test_a_period_is_a_day_a_week_or_a_month(
    data_with_claims: Path, period: str, expected: tuple[str, str]
) -> None:
    rows = ["Date,App,Country,Downloads", "2025-02-03,Le Chat,France,100000", "2025-02-03,Grok,FR,"]
    imported(data_with_claims, rows, f'period = "{period}"\n' + DOWNLOADS)
    assert [(row["period_start"], row["period_end"]) for row in claimed(data_with_claims)[-1:]] == [expected]
    assert claimed(data_with_claims)[-1]["app"] == "le-chat"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("2025-02-08,Le Chat,Mars,1", "3 Country: 'mars' is not among the catalogue's scopes"),
        ("2025-02-08,Le Chat,FR,<5k", "3 Downloads: '<5k' is no whole number"),
        ("2027-02-08,Le Chat,FR,5", "3 Date: 2027-02-08 is in the future"),
        ("2025-02-08,ChatGPT,FR,5", "2 App: 'chatgpt-ios-fr-2025-02-08-synthetic-tool-export-"),
    ],
)
def test_a_bad_estimate_is_named_and_no_claim_is_touched(
    data_with_claims: Path, row: str, fault: str
) -> None:
    before = [claimed(data_with_claims), claimed(data_with_claims, "sources")]
    rows = ["Date,App,Country,Downloads", "2025-02-08,ChatGPT,FR,7", row]
    assert refusal(data_with_claims, rows, DOWNLOADS)[0].startswith(f"synthetic.csv {fault}")
    assert [claimed(data_with_claims), claimed(data_with_claims, "sources")] == before


def test_claims_that_were_bad_before_are_named_and_left(data_with_claims: Path) -> None:
    file_claims(data_with_claims / "claims", milestone("number", 2))
    before = claimed(data_with_claims)
    told = refusal(
        data_with_claims, ["Date,App,Country,Downloads", "2025-02-08,Le Chat,France,100000"], DOWNLOADS
    )
    assert told[0].startswith("milestones.csv 2 claim_id: 'synthetic-number' stands 2 times")
    assert claimed(data_with_claims) == before
    assert not list((data_with_claims / "claims").glob(".*"))


def test_stopped_between_the_two_files_a_second_run_completes_them(
    data_with_claims: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = ["Date,App,Country,Downloads", "2025-02-08,Le Chat,France,100000"]
    replace = __import__("os").replace

    def killed(source: Path, target: Path) -> None:
        if target.name == "milestones.csv":
            raise KeyboardInterrupt
        replace(source, target)

    with monkeypatch.context() as patched:
        patched.setattr("os.replace", killed)
        with pytest.raises(KeyboardInterrupt):
            imported(data_with_claims, rows, DOWNLOADS)
    assert (len(claimed(data_with_claims)), len(claimed(data_with_claims, "sources"))) == (1, 2)
    assert main(["claims"]) == 0
    imported(data_with_claims, rows, DOWNLOADS)
    assert (len(claimed(data_with_claims)), len(claimed(data_with_claims, "sources"))) == (2, 2)


def test_claims_written_with_other_line_ends_keep_them(data_with_claims: Path) -> None:
    path = data_with_claims / "claims" / "milestones.csv"
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").rstrip(b"\n"))
    imported(data_with_claims, ["Date,App,Country,Downloads", "2025-02-08,Le Chat,France,100000"], DOWNLOADS)
    assert b"\r" not in path.read_bytes()
    assert len(claimed(data_with_claims)) == 2


def test_sensor_towers_downloads(data_with_claims: Path) -> None:
    header = (
        "Unified Name\tUnified ID\tCategory\tDate\tPlatform\tDownloads (Absolute)\tDownloads (PoP Growth)"
    )
    rows = [
        header,
        'ChatGPT\tsynthetic\tx\t2025-02-01\tUnified\t"1,234,567"\t',
        "Grok\tsynthetic\tx\t2025-02-01\tiOS\t89\t",
    ]
    told = by_map(data_with_claims, "sensor-tower-downloads", rows, "utf-16")
    assert told.startswith("claims: 2 estimates checked, 2 added")
    kept = [
        (row["app"], row["value"], row["platform"], row["period_end"])
        for row in claimed(data_with_claims)[-2:]
    ]
    assert kept == [("chatgpt", "1234567", "all", "2025-02"), ("grok", "89", "ios", "2025-02")]


def test_sensor_towers_ranks(data_with_claims: Path) -> None:
    rows = [
        "Country\tCategory\tChart\tDate\tRanking\tApp ID\tApp name\tCompany",
        f"FR\tOverall\ttopfreeapplications\t2025-02-08\t3\t{LE_CHAT}\tx\ty",
        f"US\tProductivity\ttopgrossingapplications\t2025-02-08\t1\t{CHATGPT}\tx\ty",
    ]
    by_map(data_with_claims, "sensor-tower-ranks", rows, "utf-16")
    assert states(data_with_claims) == [("fr", "all", date(2025, 2, 8), "le-chat", 3, "ranked")]


def test_appfigures_ranks(data_with_claims: Path) -> None:
    rows = ["Date,Le Chat,ChatGPT,Google Gemini", "2025-02-08,1,3,", "2025-02-09,2,1,44"]
    by_map(data_with_claims, "appfigures-ranks", rows, "utf-8-sig")
    assert states(data_with_claims, "day, app, rank, depth") == [
        (date(2025, 2, 8), "chatgpt", 3, 3),
        (date(2025, 2, 8), "le-chat", 1, 3),
        (date(2025, 2, 9), "chatgpt", 1, 44),
        (date(2025, 2, 9), "gemini", 44, 44),
        (date(2025, 2, 9), "le-chat", 2, 44),
    ]


def test_apptweaks_ranks(data_with_claims: Path) -> None:
    by_map(data_with_claims, "apptweak-ranks", ["Date;France;Germany", "2025-02-08;1;-", "2025-02-09;2;350"])
    assert states(data_with_claims, "country, day, rank, depth") == [
        ("de", date(2025, 2, 9), 350, 500),
        ("fr", date(2025, 2, 8), 1, 500),
        ("fr", date(2025, 2, 9), 2, 500),
    ]


def test_a_column_may_be_a_day_and_other_columns_be_passed_over(data_with_claims: Path) -> None:
    told = LONG.replace('date = "Day"\n', "").replace('value = "Rank"\n', "")
    wide = told.replace("[constants]", '[wide]\nheadings = "date"\nleave_out = ["Note"]\n[constants]')
    rows = ["App,Land,Genre,08/02/2025,Note,09/02/2025", "Le Chat,FR,Overall,1,high,2"]
    imported(data_with_claims, rows, wide)
    assert states(data_with_claims, "day, rank") == [(date(2025, 2, 8), 1), (date(2025, 2, 9), 2)]


def test_a_wide_cell_that_is_no_number_is_named_by_its_heading(data_with_claims: Path) -> None:
    with pytest.raises(InvalidRowsError, match=r"line 2, column Germany: 'x' is no whole number"):
        by_map(data_with_claims, "apptweak-ranks", ["Date;France;Germany", "2025-02-08;1;x"])


def test_every_map_that_is_shipped_is_tested_and_can_be_read() -> None:
    names = {path.stem for path in (COMMITTED / "imports").glob("*.toml")}
    assert names == {"sensor-tower-downloads", "sensor-tower-ranks", "appfigures-ranks", "apptweak-ranks"}
    assert not [path for path in (COMMITTED / "imports").iterdir() if path.suffix != ".toml"]
    assert {read_map(COMMITTED / "imports" / f"{name}.toml").kind for name in names} == {"ranks", "downloads"}


def test_the_command_takes_a_file_and_refuses_a_bad_one(
    data_with_claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = data_with_claims.parent / "synthetic.toml"
    plan.write_text(LONG, "utf-8")
    words: list[Any] = ["import", str(export(data_with_claims, ROWS)), "--map", str(plan)]
    assert main(words) == 0
    assert "charts: 1 places of chosen apps checked, new snapshot" in capsys.readouterr().out
    export(data_with_claims, [*ROWS, "x,y,z,,"])
    assert main(words) == 2
    told = capsys.readouterr().err
    assert told.startswith("Nothing was taken.")
    assert "line 3, column Day" in told


@pytest.mark.parametrize("encoding", ["utf-8", "no-such-code"])
def test_a_file_in_another_encoding_than_the_map_says_is_refused(
    data_with_claims: Path, encoding: str
) -> None:
    path = data_with_claims.parent / "synthetic.csv"
    path.write_bytes(codecs.BOM_UTF16_LE + ROWS[0].encode("utf-16-le"))
    plan = data_with_claims.parent / "synthetic.toml"
    plan.write_text(LONG.replace("[file]", f'[file]\nencoding = "{encoding}"'), "utf-8")
    with pytest.raises(InvalidRowsError, match="cannot be read"):
        import_export(path, read_map(plan), data_with_claims, vocabulary(), NOW)
