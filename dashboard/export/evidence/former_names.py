"""Former names of questions: evidence files hold the name and the SQL that a question had before it was renamed."""

import tomllib
from functools import lru_cache
from hashlib import sha256

from dashboard.warehouse.sql import QUERIES, read_sql


def current_name(name: str, sql: str) -> str | None:
    """Today's name of the question that had this name and SQL; None where there is none."""
    if (QUERIES / f"{name}.sql").is_file() and read_sql(name) == sql:
        return name
    return _names().get((name, sha256(sql.encode()).hexdigest()))


@lru_cache(maxsize=1)
def _names() -> dict[tuple[str, str], str]:
    """Former name and SHA-256 of the former SQL -> today's name."""
    entries = tomllib.loads((QUERIES / "former_questions.toml").read_text("utf-8"))["question"]
    return {(entry["name"], entry["sql_sha256"]): entry["now"] for entry in entries}
