"""How the chosen apps look: catalogue colours and markers under the reader's names."""

from dashboard.charts.theme import Style, Styles
from dashboard.text.context import ViewContext


def app_styles(view: ViewContext, *more: str) -> Styles:
    """The chosen apps in the reader's order, then `more`, each with its stable look."""
    chosen = dict.fromkeys([*view.filters.apps, *more])
    apps = (view.catalog.by_app[app] for app in chosen)
    return {app.id: Style(view.app_name(app.id), app.colour, app.marker) for app in apps}
