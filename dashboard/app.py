"""What `streamlit run dashboard/app.py` serves: the frame behind its middleware, and Streamlit's scripts compressed.

Streamlit finds `app` by reading this file, so its constructor stands here by name.
"""

import sys
from pathlib import Path

# `streamlit run dashboard/app.py` puts dashboard/ on the path; the package is one folder up.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if p != str(Path(__file__).parent))]

import streamlit as st
from starlette.middleware import Middleware

from dashboard.domain import settings
from dashboard.web import errors
from dashboard.web.message_filter import MessageFilter
from dashboard.web.page_routes import PageRoutesMiddleware
from dashboard.web.security import SecurityMiddleware
from dashboard.web.startup import lifespan
from dashboard.web.static_files import StaticFilesMiddleware

st.secrets.load_if_toml_exists()  # a host's secrets are environment variables from here on
try:
    settings.load_settings()
except settings.SettingsError as error:
    sys.exit(f"The dashboard does not start.\n{error}")

app = st.App(
    Path(__file__).with_name("main.py"),
    lifespan=lifespan,
    middleware=[
        Middleware(one)
        for one in (SecurityMiddleware, MessageFilter, StaticFilesMiddleware, PageRoutesMiddleware)
    ],
    on_script_error=errors.show_unexpected_error,
)
