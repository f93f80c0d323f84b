"""Figures as the browser draws them: in place, so that a change draws anew only what has changed.

Streamlit's own element makes a new chart of every change. This one keeps its chart; `browser/figure.js` draws it.
"""

import json
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import plotly.io
import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

from dashboard.charts import plotly_bundle

NAME = "palmares.figure"  # of the component, and so a part of their addresses
FOLDER = Path(__file__).with_name("frontend")
ENTRY_SCRIPT = "figure.js"  # brings the others
ADDRESS_SCRIPT = "address.js"  # runs before Streamlit's own scripts
PLOTLY = "plotly.js"  # as the script of figures calls it


@lru_cache(maxsize=1)
def plotly_name() -> str:
    """The file name of Plotly's part, which changes with its content."""
    return plotly_bundle.name()


@lru_cache(maxsize=1)
def script_names() -> list[str]:
    """Their file names."""
    return [*sorted(path.name for path in FOLDER.glob("*.js")), plotly_name()]


def script_content(name: str) -> bytes:
    """One of them, in UTF-8."""
    if name == plotly_name():
        return plotly_bundle.content()
    return (FOLDER / name).read_text("utf-8").replace(PLOTLY, plotly_name()).encode()


MANIFEST = ComponentManifest("palmares", "1", [ComponentConfig("figure", FOLDER.name)])


def serialize_figure(figure: go.Figure, alt: str, failed: str) -> bytes:
    """What the browser needs of a figure, compressed: with its text alternative and what is said where it fails."""
    drawn = figure.to_plotly_json()
    drawn["layout"].pop("template", None)  # its colours are those of the page's theme
    told = json.dumps({"alt": alt, "failed": failed}, ensure_ascii=False)
    return zlib.compress(f'{told[:-1]},"figure":{plotly.io.to_json(drawn, validate=False)}}}'.encode())


def deserialize_figure(content: bytes) -> dict[str, Any]:
    """`alt`, `failed` and `figure`, as the browser reads them."""
    found: dict[str, Any] = json.loads(zlib.decompress(content))
    return found


def draw(content: bytes, height: int, key: str) -> None:
    """Put a packed figure of `height` [px] on the running page."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        manager.register_from_manifest(MANIFEST, FOLDER.parent)
    _component()(key=key, data=content, height=height)


@lru_cache(maxsize=1)
def _component() -> ComponentRenderer:
    return st.components.v2.component(NAME, js=ENTRY_SCRIPT, isolate_styles=False)
