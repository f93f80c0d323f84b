"""SQL files of queries/ with their header: title, parameters, columns and key.

    -- Daily rank of the chosen apps in one chart.
    --
    -- param  country VARCHAR  ISO 3166 code, lower case
    -- column rank    INTEGER  position, 1 is best [place]
    -- key    app, day

The header is compared with DuckDB and with questions.py by a test.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

QUERIES = Path(__file__).parents[2] / "queries"
_KEY = re.compile(r"-- key +(\w+(?:, \w+)*)")
_FIELD = re.compile(r"-- (param|column) +(\w+) +([A-Z]+(?:\[\])?) +(\S.*)")


@dataclass(frozen=True)
class Field:
    type: str
    meaning: str


@dataclass(frozen=True)
class SqlFile:
    """A parsed file; `title` can be a caption, `sql` is the whole text, `body` the statement alone."""

    name: str
    title: str
    params: dict[str, Field]
    columns: dict[str, Field]
    key: tuple[str, ...]
    sql: str
    body: str


def read_sql(name: str) -> str:
    """The text of queries/<name>.sql, such as `ingest/stored`."""
    return (QUERIES / f"{name}.sql").read_text("utf-8")


@lru_cache(maxsize=256)
def parse_sql_file(path: Path) -> SqlFile:
    """Parse a .sql file; without a header it has an empty title and no fields."""
    sql = path.read_text("utf-8")
    lines = sql.splitlines()
    header = [line for line in lines if line.startswith("--")]
    matches = [match.groups() for line in header if (match := _FIELD.fullmatch(line.rstrip()))]
    fields = {kind: {n: Field(t, m) for k, n, t, m in matches if k == kind} for kind in ("param", "column")}
    keys = [match[1] for line in header if (match := _KEY.fullmatch(line.rstrip()))]
    key = tuple(keys[0].split(", ")) if keys else ()
    title = header[0].removeprefix("--").strip() if header else ""
    body = "\n".join(line for line in lines if not line.lstrip().startswith("--")).strip()
    return SqlFile(path.stem, title, fields["param"], fields["column"], key, sql, body)
