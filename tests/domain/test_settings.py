"""Every setting is checked before any work begins: its name, its value and what is allowed are named."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from dashboard.collect.__main__ import main as collect
from dashboard.domain import settings
from dashboard.export.__main__ import main as export

ROOT = Path(__file__).parents[2]
WRONG = {
    "PALMARES_QUESTION_SECONDS": ["-1", "0", "nan", "inf", "soon", "1e9"],
    "PALMARES_MEMORY": ["lots", "0MB", "512", "-1GB", "512MB; set x=1"],
    "PALMARES_THREADS": ["0", "-2", "many", "1.5"],
    "PALMARES_METRICS": ["yes", "OPEN"],
    "PALMARES_FRAME_ANCESTORS": ["'self'; script-src *", "a, b", "'unsafe-inline'", "https://a\nb"],
    "PALMARES_LIVE_URL": ["palmares.example", "ftp://palmares.example", "https://a?b", "https://a b"],
    "PALMARES_SITE_URL": ["//palmares.example", "http://"],
    "PALMARES_USER_AGENT": ["é", "a\r\nb", "x" * 201],
    "PALMARES_PACE": ["-1", "nan", "inf"],
    "PALMARES_TRIES": ["0", "11", "some"],
    "PALMARES_RAW_MB": ["-1", "nan"],
    "PALMARES_DEADLINE": ["0", "inf"],
}
RIGHT = {
    "PALMARES_QUESTION_SECONDS": ["0.5", "20"],
    "PALMARES_MEMORY": ["512MB", "1.5 GB", "2GiB", "800kb"],
    "PALMARES_FRAME_ANCESTORS": [
        "'none'",
        "'self' https://www.example.org",
        "*",
        "https:",
        "*.example.org:8443",
    ],
    "PALMARES_LIVE_URL": ["https://palmares.example/app/", "http://[::1]:8501", "http://localhost:8501"],
    "PALMARES_METRICS": ["open", "closed", ""],
    "PALMARES_DATA": ["", "/srv/data"],
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in WRONG.items() for value in values]
)
def test_a_value_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(settings.SettingsError) as refused:
        settings.load_settings()
    assert str(refused.value).startswith(f"{name}={value}: ")


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in RIGHT.items() for value in values]
)
def test_a_value_that_can_be_used_is_taken(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert settings.load_settings()


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALMARES_MEMORY", "lots")
    monkeypatch.setenv("PALMARES_THREADS", "0")
    with pytest.raises(settings.SettingsError) as refused:
        settings.load_settings()
    assert [line.partition("=")[0] for line in str(refused.value).splitlines()] == [
        "PALMARES_MEMORY",
        "PALMARES_THREADS",
    ]


NAMES = sorted(settings.variable_name(name) for name in settings.Settings.model_fields)
VALUES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)


@examples(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(NAMES), value=VALUES | st.sampled_from(["1e400", "-0", "0x10", "١", "1_0", "true"])
)
def test_whatever_a_setting_holds_it_is_taken_or_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    try:
        settings.load_settings()
    except settings.SettingsError as refused:
        told = str(refused)
    else:
        told = f"{name}="
    finally:
        monkeypatch.delenv(name)
    assert told.startswith(f"{name}=")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        *[(collect, [word]) for word in ("verify", "compact", "claims", "run")],
        (export, ["site", "build"]),
        (export, ["check", "nothing.html"]),
    ],
)
def test_every_command_names_a_wrong_setting_before_it_begins(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: object, words: list[str]
) -> None:
    monkeypatch.setenv("PALMARES_QUESTION_SECONDS", "-1")
    assert callable(command)
    assert command(words) == 2
    assert "PALMARES_QUESTION_SECONDS=-1: Input should be greater than 0" in capsys.readouterr().err


def test_the_app_does_not_start_with_a_wrong_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALMARES_MEMORY", "lots")
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.port", "0"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert "PALMARES_MEMORY=lots: write an amount such as 512MB or 2GB" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode != 0


def test_the_readme_lists_every_setting_as_it_is() -> None:
    assert settings.settings_table() in (ROOT / "README.md").read_text("utf-8")
