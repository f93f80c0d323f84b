"""Files that are made once a reader asks for them; where one cannot be made, the page says so."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from streamlit import runtime
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import ScriptRunContext, add_script_run_ctx, get_script_run_ctx
from streamlit.runtime.session_manager import SessionClientDisconnectedError

from dashboard.sections.view import View
from dashboard.web import errors

ATTACHED = "streamlit_script_run_ctx"  # what Streamlit adds to a thread


def deferred(view: View, make: Callable[[], bytes], at: DeltaGenerator) -> Callable[[], bytes]:
    """`make` for a download button; an error is told in `at` on the open page, and goes on to the log."""
    context = get_script_run_ctx()

    def made() -> bytes:
        try:
            content = make()
        except Exception as error:
            with _writing_to(context), at.container():
                errors.tell_download(view.texts, error, view.version)
            raise
        with _writing_to(context):
            at.empty()
        return content

    return made


@contextmanager
def _writing_to(context: ScriptRunContext | None) -> Iterator[None]:
    """What is drawn within appears on the open page of `context`, whose run has ended; nothing where it is gone.

    Streamlit makes the file in a thread that knows of no page, and drops what a run draws after its end.
    """
    client = runtime.get_instance().get_client(context.session_id) if context and runtime.exists() else None
    if context is None or client is None:
        yield
        return
    thread = threading.current_thread()
    add_script_run_ctx(thread, replace(context, _enqueue=client.write_forward_msg))
    try:
        with suppress(SessionClientDisconnectedError):
            yield
    finally:
        delattr(thread, ATTACHED)
