"""Sentences on store ids that belonged to another app before."""

from collections.abc import Sequence

from dashboard.text.context import ViewContext


def excluded_ids(view: ViewContext, apps: Sequence[str]) -> list[str]:
    """A sentence for each id of these apps that had another name in the chosen days, and the day it counts from."""
    t, f = view.texts, view.filters
    return [
        t(
            "{app}: “{name}” (id {id}) counts as {app} from {day}; its ranks before that are left out.",
            app=view.app_name(app),
            name=view.catalog.by_app[app].formerly[store.id],
            id=store.id,
            day=t.day(store.since),
        )
        for app in apps
        for store in view.catalog.by_app[app].stores
        if store.id in view.catalog.by_app[app].formerly
        and store.store == f.store
        and store.since
        and f.since < store.since
    ]
