"""Corrected rules of questions, from queries/corrected_rules.toml."""

import tomllib
from datetime import date
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from dashboard.warehouse.sql import QUERIES


class CorrectedRule(BaseModel):
    """A rule in force since a day (UTC), in both languages, and the questions that it changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    on: date
    questions: tuple[str, ...]
    en: str
    fr: str


@lru_cache(maxsize=1)
def load_rules() -> tuple[CorrectedRule, ...]:
    """Every corrected rule, newest first."""
    entries = tomllib.loads((QUERIES / "corrected_rules.toml").read_text("utf-8"))["rule"]
    rules = [CorrectedRule.model_validate(entry) for entry in entries]
    return tuple(sorted(rules, key=lambda rule: rule.on, reverse=True))
