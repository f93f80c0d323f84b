"""The examples that bring the app to the internet are read by the programs they are written for."""

import re
import subprocess
from pathlib import Path

import pytest
import streamlit as st

from dashboard.sections import cache as keeping
from dashboard.warehouse import cache, database
from tests.browser.proxy import lay, program

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / ".deploy"
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
SECURITY = (ROOT / ".github" / "SECURITY.md").read_text("utf-8")
READ = sorted(path for path in (ROOT / "dashboard").rglob("*.py") if "collect" not in path.parts)
EXPOSED_AT_MOST = 2.0  # of ten, as systemd counts


def ran(*command: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_nginx_reads_its_example(tmp_path: Path) -> None:
    done = ran(program("nginx"), "-t", "-e", "stderr", "-c", lay(tmp_path, 8501, 8443))
    assert (done.returncode, "warn" in done.stderr) == (0, False), done.stderr


def test_caddy_reads_its_example_and_finds_it_well_written() -> None:
    example = DEPLOY / "Caddyfile"
    done = ran(program("caddy"), "validate", "--adapter", "caddyfile", "--config", example)
    assert "Valid configuration" in done.stdout + done.stderr
    assert ran(program("caddy"), "fmt", example).stdout == example.read_text("utf-8")


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit as it would stand on a server, its program being this clone's."""
    written = (DEPLOY / "palmares.service").read_text("utf-8").replace("/srv/palmares", str(ROOT))
    path = tmp_path / "palmares.service"
    path.write_text(written, "utf-8")
    return path


def test_systemd_reads_the_unit_without_a_complaint(unit: Path) -> None:
    done = ran(program("systemd-analyze"), "verify", "--man=no", unit)
    assert (done.returncode, done.stderr) == (0, "")


def test_systemd_counts_the_unit_as_little_exposed(unit: Path) -> None:
    told = ran(program("systemd-analyze"), "security", "--offline=yes", "--no-pager", unit).stdout
    assert float(re.findall(r"exposure level for \S+: ([\d.]+)", told)[0]) < EXPOSED_AT_MOST


def test_the_container_of_the_readme_is_given_the_settings_of_the_unit() -> None:
    """Without its name the server asks the internet for its own address when it starts."""
    written = (DEPLOY / "palmares.service").read_text("utf-8")
    wanted = set(re.findall(r"^Environment=(STREAMLIT_\w+=\S+)$", written, re.MULTILINE))
    [command] = re.findall(
        r"docker run -d(?:.*\\\n)*.* palmares$",
        (ROOT / ".deploy" / "README.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert set(re.findall(r"-e (\S+)", command)) == wanted


def test_the_image_runs_as_nobody_in_particular_and_says_when_it_is_well() -> None:
    assert re.search(r"^USER 10001:10001$", DOCKERFILE, re.MULTILINE)
    assert "_stcore/health" in DOCKERFILE
    assert "VOLUME /srv/palmares/data" in DOCKERFILE


def test_the_image_copies_only_what_its_build_is_given() -> None:
    given = set(re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text("utf-8"), re.MULTILINE))
    copied = set(re.findall(r"^COPY (?:--\S+ )?(\S+) ", DOCKERFILE, re.MULTILINE))
    assert copied == given
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_streamlit_is_set_for_the_open_internet() -> None:
    wanted = {
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.enableAgentApi": False,
        "server.enableStaticServing": False,
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
    }
    assert {name: st.get_option(name) for name in wanted} == wanted


@pytest.mark.parametrize("module", READ, ids=lambda path: path.name)
def test_whatever_is_kept_for_readers_has_a_bound(module: Path) -> None:
    kept = re.findall(
        r"^\s*@(?:\w+\.)?(?:lru_cache|cache|cached)\b(.*(?:\n    .*)*)$",
        module.read_text("utf-8"),
        re.MULTILINE,
    )
    assert [options for options in kept if not re.search(r"maxsize=(\d|[A-Z])", options)] == []


def test_all_databases_at_their_limit_and_all_kept_answers_fit_into_the_units_memory() -> None:
    with database.open_database([]) as con:
        [(each,)] = con.sql("select current_setting('memory_limit')").fetchall()
    assert each.endswith(" MiB")
    results = (cache.MAX_RESULT_BYTES + 4 * keeping.MAX_CACHE_BYTES) / 1e6
    together = cache.MAX_DATABASES * float(each.split()[0]) + results
    [allowed] = re.findall(
        r"^MemoryMax=(\d+)G$", (DEPLOY / "palmares.service").read_text("utf-8"), re.MULTILINE
    )
    assert together < 0.9 * 1024 * int(allowed)


THREATS = re.findall(r"^\|.*\| `(tests/[\w/]+\.py)`: (.*) \|$", SECURITY, re.MULTILINE)


def test_every_threat_names_a_test() -> None:
    table = SECURITY.partition("What stays open")[0]
    rows = re.findall(r"^\| (?!---|what)(.*) \|$", table, re.MULTILINE)
    assert len(THREATS) == len(rows) > 10


@pytest.mark.parametrize(("file", "names"), THREATS)
def test_the_tests_that_the_threats_name_exist(file: str, names: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    named = re.findall(r"`(test_\w+)`", names)
    assert named
    assert [name for name in named if f"def {name}(" not in text] == []
