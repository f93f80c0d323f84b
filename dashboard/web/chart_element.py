"""The chart element: a Streamlit component that updates its Plotly chart in place.

Streamlit's own element makes a new chart of every change; here `frontend/figure.js` changes the one that is there.
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

NAME = "palmares.figure"  # of the component; part of the addresses of its scripts
FOLDER = Path(__file__).with_name("frontend")
ENTRY_SCRIPT = "figure.js"  # imports the others
ADDRESS_SCRIPT = "address.js"  # runs before Streamlit's own scripts
BUTTONS = 36  # height of the buttons below a figure [px]
PLOTLY = "plotly.js"  # the name in the import of figure.js


@lru_cache(maxsize=1)
def plotly_name() -> str:
    """The file name of Plotly's bundle, which changes with its content."""
    return plotly_bundle.name()


@lru_cache(maxsize=1)
def script_names() -> list[str]:
    """The file names of the scripts."""
    return [*sorted(path.name for path in FOLDER.glob("*.js")), plotly_name()]


def script_content(name: str) -> bytes:
    """The content of a script, in UTF-8."""
    if name == plotly_name():
        return plotly_bundle.content()
    return (FOLDER / name).read_text("utf-8").replace(PLOTLY, plotly_name()).encode()


MANIFEST = ComponentManifest("palmares", "1", [ComponentConfig("figure", FOLDER.name)])


def serialize_figure(figure: go.Figure, texts: dict[str, str], picture: dict[str, Any]) -> bytes:
    """A figure as compressed JSON, with the element's texts and the layout of the figure as a picture."""
    spec = figure.to_plotly_json()
    spec["layout"].pop("template", None)  # its colours are those of the page's theme
    content = json.dumps(texts | {"picture": picture}, ensure_ascii=False)
    return zlib.compress(f'{content[:-1]},"figure":{plotly.io.to_json(spec, validate=False)}}}'.encode())


def draw(content: bytes, height: int, key: str) -> None:
    """Draw a serialized figure of `height` [px] on the running page, with its buttons below."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        manager.register_from_manifest(MANIFEST, FOLDER.parent)
    _component()(key=key, data=content, height=height + BUTTONS)


@lru_cache(maxsize=1)
def _component() -> ComponentRenderer:
    return st.components.v2.component(NAME, js=ENTRY_SCRIPT, isolate_styles=False)
