"""SQL stands in queries/*.sql and nowhere else; imports are held by the contracts in pyproject.toml."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "dashboard"
STATEMENTS = ("select ", "with ", "from ", "copy (", "insert ", "create ", "describe ")


@pytest.mark.parametrize("module", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sql_is_written_in_python(module: Path) -> None:
    texts = [
        node.value.lower()
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert not [text for text in texts if text.startswith(STATEMENTS)]
