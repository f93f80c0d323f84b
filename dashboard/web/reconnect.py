"""Reconnection of a browser whose session is gone, after a restart of the server or a long sleep.

It sends the values of all its widgets, with one change that its address lacks: the one that made it send. A new
session has no widget yet, and Streamlit would drop the change; so the page is run from the address first, and then
again with these values.
"""

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.scriptrunner import RerunData, RerunException, get_script_run_ctx


def sent_widgets() -> list[WidgetState]:
    """The widgets' values that came with this run, where it is the first of its session; else none."""
    context = get_script_run_ctx()
    if context is None or "filters" in context.session_state:
        return []
    return context.session_state.get_widget_states()


def replay(widgets: list[WidgetState]) -> None:
    """Run the page again as if `widgets` had just come; to be called once all widgets are drawn."""
    context = get_script_run_ctx()
    if context is None or not widgets:
        return
    raise RerunException(
        RerunData(
            query_string=context.query_string,
            widget_states=WidgetStates(widgets=widgets),
            page_script_hash=context.page_script_hash,
            context_info=context.context_info,
        )
    )
