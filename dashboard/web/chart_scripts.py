"""The scripts that run in a browser: those of figures with what of Plotly they need, and that of the address."""

from functools import lru_cache
from pathlib import Path

from dashboard.charts import plotly_bundle

NAME = "palmares.figure"  # of the component, and so a part of their addresses
FOLDER = Path(__file__).with_name("frontend")
ENTRY_SCRIPT = "figure.js"  # brings the others
ADDRESS = "address.js"  # runs before Streamlit's own scripts
PLOTLY = "plotly.js"  # as the script of figures calls it


@lru_cache(maxsize=1)
def plotly_name() -> str:
    """The file name of Plotly's part, which changes with its content."""
    return plotly_bundle.name()


@lru_cache(maxsize=1)
def names() -> list[str]:
    """Their file names."""
    return [*sorted(path.name for path in FOLDER.glob("*.js")), plotly_name()]


def content(name: str) -> bytes:
    """One of them, in UTF-8."""
    if name == plotly_name():
        return plotly_bundle.content()
    return (FOLDER / name).read_text("utf-8").replace(PLOTLY, plotly_name()).encode()
