"""Every setting of the app, the collector and the static site: environment variables, checked before any work begins."""

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "PALMARES_"
MB = 1_000_000  # [bytes]
ROOT = Path(__file__).parents[2]
DAY = 86_400  # [s]


class SettingsError(ValueError):
    """Invalid environment variables; the message has each with its value and what is allowed."""


def _matching(pattern: str, allowed: str) -> AfterValidator:
    """A validator of texts by a pattern; `allowed` describes what matches."""
    compiled = re.compile(pattern)

    def check(text: str) -> str:
        if not compiled.fullmatch(text):
            raise ValueError(f"write {allowed}")
        return text

    return AfterValidator(check)


def _check_nonzero(text: str) -> str:
    if not float(re.sub(r"[^0-9.]", "", text)):
        raise ValueError("write more than nothing, such as 512MB")
    return text


Address = Annotated[
    str,
    _matching(r"https?://[!-.0-;=@-~]+(/[!-~]*)?", "an address that begins with http:// or https://"),
    _matching(r"[^?#]*", "an address without ? and #"),
    AfterValidator(lambda address: address.rstrip("/")),
]
Amount = Annotated[
    str,
    _matching(r"(?i)\d{1,9}(\.\d{1,3})?\s?([kmgt]i?b)", "an amount such as 512MB or 2GB"),
    AfterValidator(_check_nonzero),
]
Frames = Annotated[
    str,
    _matching(
        r"'none'|('self'|\*|[A-Za-z][A-Za-z0-9+.-]*:|[A-Za-z0-9*.:/_-]+)( ('self'|[A-Za-z0-9*.:/_-]+))*",
        "'self', 'none' or sites such as https://www.example.org, apart by spaces",
    ),
]
Agent = Annotated[str, _matching(r"[ -~]{1,200}", "1 to 200 characters of ASCII")]
Seconds = Annotated[float, Field(gt=0, le=DAY, allow_inf_nan=False)]
Wait = Annotated[float, Field(ge=0, le=DAY, allow_inf_nan=False)]


class Settings(BaseSettings):
    """Each field is an environment variable, its name in capitals after PALMARES_; an empty one counts as absent."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    data: Path = Field(ROOT / "data", description="the data folder, of the app and the collector alike")
    frame_ancestors: Frames = Field("'self'", description="sites that may embed the pages (`&embed=true`)")
    metrics: Literal["closed", "open"] = Field(
        "closed",
        description="`open` lets `/_stcore/metrics` be read, the server's figures of its own use; keep it from visitors then",
    )
    sessions_per_address: int = Field(
        0, ge=0, le=1_000_000, description="how many sessions one address may have at once; 0: any number"
    )
    question_seconds: Seconds = Field(20, description="how long a question may take [s]")
    memory: Amount = Field("512MB", description="memory of each database; three at most are kept")
    threads: int = Field(min(4, os.cpu_count() or 1), ge=1, le=256, description="threads of each database")
    live_url: Address = Field(
        "http://localhost:8501", description="the live app, for the links of feeds and of the static site"
    )
    site_url: Address = Field(
        "http://localhost:8000", description="the static site, beside which feeds are published"
    )
    user_agent: Agent = Field(
        "palmares-collector/1 (set PALMARES_USER_AGENT to say who you are)",
        description="how the collector names itself; Wikimedia wants a way to reach you in it",
    )
    marketing_url: Address = Field(
        "https://rss.marketingtools.apple.com", description="Apple's feed of overall charts"
    )
    itunes_url: Address = Field(
        "https://itunes.apple.com", description="Apple's older feed of charts, and its lookup"
    )
    wikimedia_url: Address = Field("https://wikimedia.org", description="Wikimedia's page views")
    timeout: Seconds = Field(20, description="longest silence of a server [s]")
    deadline: Seconds = Field(60, description="longest time that one answer may take [s]")
    pace: Wait = Field(3, description="time between two calls of one server [s]")
    tries: int = Field(4, ge=1, le=10, description="how often one address is asked before it is given up")
    backoff: Wait = Field(2, description="first wait before asking again, doubled each time [s]")
    patience: Wait = Field(120, description="longest wait that a server's Retry-After may ask [s]")
    answer_mb: float = Field(
        10, gt=0, le=1000, allow_inf_nan=False, description="largest answer that is read [MB]"
    )
    raw_mb: float = Field(
        500,
        ge=0,
        le=1_000_000,
        allow_inf_nan=False,
        description="how much of the raw answers is kept in data/raw [MB]",
    )


def load_settings() -> Settings:
    """The settings of the environment; raises SettingsError."""
    return _load(tuple(sorted(item for item in os.environ.items() if item[0].startswith(PREFIX))))


@lru_cache(maxsize=8)
def _load(_environment: tuple[tuple[str, str], ...]) -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("\n".join(_describe_error(item) for item in error.errors())) from error


def _describe_error(error: Any) -> str:
    """A variable with its value, and what is allowed."""
    reason = str(error["msg"]).removeprefix("Value error, ")
    return f"{variable_name(str(error['loc'][0]))}={error['input']}: {reason}"


def variable_name(field: str) -> str:
    """The name of a setting's environment variable."""
    return f"{PREFIX}{field.upper()}"


def describe_settings() -> str:
    """Every variable with meaning and default, a line each, for --help."""
    lines = [f"  {name}: {meaning}{value}" for name, meaning, value in _rows(" (default: {})")]
    return "\n".join(["environment variables:", *lines])


def settings_table() -> str:
    """Every variable with meaning and default, as the table of README.md."""
    lines = [f"| `{name}` | {meaning} | {value} |" for name, meaning, value in _rows("`{}`")]
    return "\n".join(["| variable | meaning | default |", "| --- | --- | --- |", *lines])


def _rows(default: str) -> list[tuple[str, str, str]]:
    """Name, meaning and default of each variable."""
    return [
        (
            variable_name(name),
            str(field.description),
            default.format("up to 4" if name == "threads" else str(field.default).removeprefix(f"{ROOT}/")),
        )
        for name, field in Settings.model_fields.items()
    ]
