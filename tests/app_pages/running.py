"""Run the real app without a browser, on a data folder of the test's choosing."""

import shutil
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
PAGES = ("overview", "launch", "rank", "competitors", "brief", "sources")


def open_page(page: str, **query: str) -> AppTest:
    """The page as a reader sees it who follows a link with `query`."""
    app = AppTest.from_file(str(ROOT / "dashboard" / "frame.py"), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    if page != "overview":
        app.switch_page(f"app_pages/{page}.py").run()
    return app


def unfold(app: AppTest) -> AppTest:
    """Open every fold, as a reader does, so that what stands in it is made."""
    for key in list(app.session_state.keys()):
        if key.startswith("behind-"):
            app.session_state[key] = True
    return app.run()


def words(app: AppTest) -> str:
    """All texts of the page, one a line."""
    kinds = (
        app.title,
        app.header,
        app.subheader,
        app.markdown,
        app.caption,
        app.info,
        app.warning,
        app.error,
        app.code,
    )
    found = [element.value for kind in kinds for element in kind]
    return "\n".join([*found, *(metric.value for metric in app.metric)])


def copy_of_data(tmp_path: Path) -> Path:
    """The committed data in a folder that a test may damage."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    return data


def snapshot(data: Path, dataset: str) -> Path:
    """The one committed snapshot of a dataset."""
    return next((data / "snapshots").glob(f"{dataset}-*.parquet"))
