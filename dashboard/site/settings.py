"""What the environment says of the twin: where the live app and the twin itself are found."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s?#]*")
DEFAULTS = {"PALMARES_LIVE_URL": "http://localhost:8501", "PALMARES_SITE_URL": "http://localhost:8000"}


class SettingsError(ValueError):
    """A variable of the environment is no address; the message names it."""


@dataclass(frozen=True)
class Settings:
    """Base addresses without a last slash: of the live app, and of the twin once it is published."""

    live: str
    site: str


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that `environment` holds; an empty variable counts as absent. Raises SettingsError."""
    found = {name: environment.get(name) or default for name, default in DEFAULTS.items()}
    for name, address in found.items():
        if not ADDRESS.fullmatch(address):
            raise SettingsError(f"{name}={address}: not an address that begins with http:// or https://")
    live, site = (address.rstrip("/") for address in found.values())
    return Settings(live, site)
