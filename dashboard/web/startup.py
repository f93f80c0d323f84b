"""The server's start: page modules and data are loaded before the first reader comes."""

import asyncio
import gc
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from typing import Any

from dashboard.web import chart_element
from dashboard.web.static_files import chart_script_response


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[dict[str, Any]]:
    """ASGI lifespan: preload in a thread while the server answers already."""
    loading = asyncio.create_task(asyncio.to_thread(preload))
    yield {}
    await loading


def preload() -> None:
    """Import the sections, compress the chart scripts and open the database."""
    # Imported here, for the server answers before they are loaded.
    from dashboard import sections  # noqa: PLC0415
    from dashboard.domain.catalog import CatalogError  # noqa: PLC0415
    from dashboard.warehouse import cache  # noqa: PLC0415
    from dashboard.warehouse.snapshots import SnapshotError  # noqa: PLC0415

    for module in pkgutil.iter_modules(sections.__path__):
        import_module(f"{sections.__name__}.{module.name}")
    for name in chart_element.script_names():
        chart_script_response(name, compress=True)
    gc.collect()
    gc.freeze()  # modules stay: the collector need not visit them again and again
    with suppress(SnapshotError, CatalogError, OSError):  # each reader gets the error on the page
        cache.warehouse().prepare()
