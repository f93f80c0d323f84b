"""Data that changes in the instant of a question: the page begins again over what stands there now, once."""
# ruff: noqa: PLC0415 - a page that is run from its text brings its imports along

from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.web import errors
from tests.helpers.datasets import CHATGPT, DATA, reading, store_rows


@pytest.fixture(autouse=True)
def _two_snapshots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALMARES_DATA", str(tmp_path))
    (tmp_path / "catalog.toml").write_bytes((DATA / "catalog.toml").read_bytes())
    for day in (1, 2):
        store_rows(
            tmp_path, reading(f"2025-10-0{day}T10:00:00", {1: CHATGPT}), now=datetime(2026, 11, day, 12)
        )


def merged_at_the_first_look() -> None:
    from datetime import datetime

    import streamlit as st

    from dashboard.collect.storage.compact import compact
    from dashboard.text.translator import Translator
    from dashboard.warehouse import cache, questions
    from dashboard.warehouse.folder import data_folder, data_version_or_empty
    from dashboard.web import errors

    with errors.error_messages(Translator("en"), data_version_or_empty()):
        warehouse = cache.warehouse()
        st.session_state.runs = st.session_state.get("runs", 0) + 1
        if st.session_state.runs == 1:
            list(compact(data_folder() / "snapshots", datetime(2026, 11, 30), running=True))
        st.write(f"{questions.charts_available(warehouse)['readings'].sum()} readings")


def touched_at_every_look() -> None:
    import os

    import streamlit as st

    from dashboard.text.translator import Translator
    from dashboard.warehouse import cache, questions
    from dashboard.warehouse.folder import data_version_or_empty
    from dashboard.web import errors

    with errors.error_messages(Translator("en"), data_version_or_empty()):
        warehouse = cache.warehouse()
        st.session_state.runs = st.session_state.get("runs", 0) + 1
        os.utime(warehouse.files[0].path, ns=(0, st.session_state.runs))
        st.write(f"{questions.charts_available(warehouse)['readings'].sum()} readings")


def test_a_compaction_between_opening_and_asking_is_met_by_asking_the_new_files() -> None:
    app = AppTest.from_function(merged_at_the_first_look, default_timeout=60).run()
    assert not app.exception
    assert app.session_state["runs"] == 2
    assert [written.value for written in app.markdown] == ["2 readings"]
    assert len(app.error) == 0


def merged_at_the_first_looks() -> None:
    import os

    import streamlit as st

    from dashboard.text.translator import Translator
    from dashboard.warehouse import cache, questions
    from dashboard.warehouse.folder import data_version_or_empty
    from dashboard.web import errors

    with errors.error_messages(Translator("en"), data_version_or_empty()):
        warehouse = cache.warehouse()
        st.session_state.runs = st.session_state.get("runs", 0) + 1
        if st.session_state.runs < errors.MAX_RERUNS:
            os.utime(warehouse.files[0].path, ns=(0, st.session_state.runs))
        st.write(f"{questions.charts_available(warehouse)['readings'].sum()} readings")


def test_several_changes_while_one_page_is_drawn_are_each_met_by_asking_the_new_files() -> None:
    app = AppTest.from_function(merged_at_the_first_looks, default_timeout=60).run()
    assert app.session_state["runs"] == errors.MAX_RERUNS
    assert [written.value for written in app.markdown] == ["2 readings"]
    assert len(app.error) == 0


def test_a_folder_that_never_rests_is_said_to_be_changing_and_no_file_to_be_damaged() -> None:
    app = AppTest.from_function(touched_at_every_look, default_timeout=60).run()
    assert not app.exception
    assert app.session_state["runs"] == errors.MAX_RERUNS
    assert app.error[0].value == "The data is changing at the moment."
    assert [written.value for written in app.markdown] == ["Reload the page in a minute."]
    assert len(app.code) == 0
    app.run()
    assert app.session_state["runs"] == 2 * errors.MAX_RERUNS
