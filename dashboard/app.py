"""What `streamlit run dashboard/app.py` serves: the frame behind its guard, and Streamlit's scripts compressed.

Streamlit finds `app` by reading this file, so its constructor stands here by name.
"""

import sys
from pathlib import Path

# `streamlit run dashboard/app.py` puts dashboard/ on the path; the package is one folder up.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if p != str(Path(__file__).parent))]

import streamlit as st
from starlette.middleware import Middleware

from dashboard import unforeseen
from dashboard.guarding import Guard
from dashboard.serving import Bundle, ready

app = st.App(
    Path(__file__).with_name("frame.py"),
    lifespan=ready,
    middleware=[Middleware(Guard), Middleware(Bundle)],
    on_script_error=unforeseen.tell,
)
