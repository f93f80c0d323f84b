"""What the ranks of an assistant leave out: a store id while it was another app's."""

from collections.abc import Sequence

from dashboard.text.context import ViewContext


def excluded_ids(view: ViewContext, apps: Sequence[str]) -> list[str]:
    """A sentence for each id of these apps that had another name in the chosen days, and from when it counts."""
    t, f = view.texts, view.filters
    return [
        t(
            "{app}: “{name}” (id {id}) counts as {app} from {day}; its ranks before that are left out.",
            app=view.app_name(app),
            name=view.catalog.by_app[app].formerly[one.id],
            id=one.id,
            day=t.day(one.since),
        )
        for app in apps
        for one in view.catalog.by_app[app].stores
        if one.id in view.catalog.by_app[app].formerly
        and one.store == f.store
        and one.since
        and f.since < one.since
    ]
