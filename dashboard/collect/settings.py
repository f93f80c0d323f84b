"""What the environment says of a run: where the data lies, whom to ask, and how politely."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

PREFIX = "PALMARES_"
MB = 1_000_000  # [bytes]
Address = Annotated[str, Field(pattern=r"^https?://[^\s/]+\S*$")]


class SettingsError(ValueError):
    """A variable of the environment cannot be used; the message names it and the reason."""


class Settings(BaseModel):
    """One run's settings; each is an environment variable, its name in capitals after PALMARES_."""

    model_config = ConfigDict(frozen=True)

    data: Path = Field(Path("data"), description="the data folder, of the app and the collector alike")
    marketing_url: Address = Field(
        "https://rss.marketingtools.apple.com", description="Apple's feed of overall charts"
    )
    itunes_url: Address = Field(
        "https://itunes.apple.com", description="Apple's older feed of charts, and its lookup"
    )
    wikimedia_url: Address = Field("https://wikimedia.org", description="Wikimedia's page views")
    live_url: Address = Field("http://localhost:8501", description="the live app, for the links of feeds")
    site_url: Address = Field(
        "http://localhost:8000", description="the static twin, beside which feeds are published"
    )
    user_agent: str = Field(
        "palmares-collector/1 (set PALMARES_USER_AGENT to say who you are)",
        min_length=1,
        description="how the collector names itself; Wikimedia wants a way to reach you in it",
    )
    timeout: float = Field(20, gt=0, description="longest silence of a server [s]")
    deadline: float = Field(60, gt=0, description="longest time that one answer may take [s]")
    pace: float = Field(3, ge=0, description="time between two calls of one server [s]")
    tries: int = Field(4, ge=1, le=10, description="how often one address is asked before it is given up")
    backoff: float = Field(2, ge=0, description="first wait before asking again, doubled each time [s]")
    patience: float = Field(120, ge=0, description="longest wait that a server's Retry-After may ask [s]")
    answer_mb: float = Field(10, gt=0, description="largest answer that is read [MB]")
    raw_mb: float = Field(500, ge=0, description="how much of the raw answers is kept in data/raw [MB]")


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that `environment` holds; an empty variable counts as absent. Raises SettingsError."""
    names = {name: f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    said = {name: environment[key] for name, key in names.items() if environment.get(key)}
    try:
        return Settings.model_validate(said)
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(f"{names[str(first['loc'][0])]}={first['input']}: {first['msg']}") from error


def described() -> str:
    """Every variable with its meaning and default, a line each, for --help."""
    lines = [
        f"  {PREFIX}{name.upper()}: {field.description} (default: {field.default})"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(["environment variables:", *lines])
