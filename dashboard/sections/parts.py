"""Parts of a page: where one fails or lacks its data a notice takes its place, and the page goes on."""

import logging
from collections.abc import Callable, Mapping

from dashboard.sections.blocks import Block, Choice, Heading, Text
from dashboard.sections.view import View
from dashboard.text.labels import code_label
from dashboard.warehouse.database import QueryLimitError
from dashboard.warehouse.snapshots import SnapshotError

PAGE_ERRORS = (SnapshotError, QueryLimitError, OSError)  # these end the page, which says so itself
Build = Callable[[View], list[Block]]


def build_part(view: View, build: Build, title: str = "", *datasets: str) -> list[Block]:
    """The blocks of `build`; where `datasets` are missing, a notice under `title`.

    An unexpected error ends this part only, with a notice in its place; the log has the trace.
    """
    notice = missing_data_notice(view, title, *datasets)
    if notice:
        return notice
    try:
        return build(view)
    except PAGE_ERRORS:
        raise
    except Exception:
        logging.getLogger(__name__).exception(
            "A part of a page failed: %s.%s", build.__module__, build.__name__
        )
        return [Text(missing_part_text(view), "error")]


def missing_part_text(view: View) -> str:
    """The notice in place of a part that failed."""
    return view.texts(
        "Something went wrong on our side, and a part of this page is missing here. The other parts hold."
    )


def missing_data_notice(view: View, title: str, *datasets: str) -> list[Block]:
    """A notice under `title` that some of `datasets` are missing; no block where all are there."""
    t = view.texts
    missing = [code_label(t, name) for name in view.warehouse.missing if name in datasets]
    if not missing:
        return []
    text = t("These data cannot be read: their files are missing ({names}).", names=t.join(missing))
    return [Heading(title), Text(text, "warning")]


def build_tabs(
    view: View,
    field: str,
    title: str,
    tabs: Mapping[str, tuple[str, Build]],
    datasets: Mapping[str, tuple[str, ...]] | None = None,
) -> list[Block]:
    """A choice among tabs, by code, and the blocks of the chosen one; of a whole view all, each under its label.

    `datasets` are those without which a tab has no content.
    """
    needs = datasets or {}
    if view.whole:
        return [
            block
            for code, (label, build) in tabs.items()
            for block in (Heading(label), *build_part(view, build, label, *needs.get(code, ())))
        ]
    chosen = getattr(view.filters, field)
    code = chosen if chosen in tabs else next(iter(tabs))
    label, build = tabs[code]
    labels = {code: label for code, (label, _) in tabs.items()}
    return [Choice(field, title, labels, "tabs"), *build_part(view, build, label, *needs.get(code, ()))]
