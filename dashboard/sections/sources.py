"""Sources and method: every claim and source, what each metric means, the SQL of each question."""

from collections.abc import Iterator

from dashboard.sections import data_status
from dashboard.sections.blocks import Block, Code, Details, Heading, ResultTable, Text, bullet_list
from dashboard.sections.parts import build_part
from dashboard.sections.view import View
from dashboard.text import data_status as data_status_text
from dashboard.warehouse import corrected_rules, questions

CLAIMS = ("launches", "milestones", "reported_ranks", "events", "features", "sources")


def page(view: View) -> Iterator[Block]:
    """The whole page; a part that fails or lacks its data is named in its place."""
    yield from _method(view)
    yield from _corrected_rules(view)
    yield from _metrics(view)
    yield from _collections(view)
    yield from build_part(view, _claims, view.texts("Claims and sources"), *CLAIMS)
    yield from build_part(view, _freshness)
    yield from _sql(view)
    yield from _damage(view)


def _method(view: View) -> list[Block]:
    t = view.texts
    rules = [Text(rule) for rule in data_status_text.reading_rules(view)]
    return [Heading(t("Sources and method"), level=1), *rules]


def _corrected_rules(view: View) -> list[Block]:
    t = view.texts
    rules = [t.label(f"**{t.day(rule.on)}**", t.localized(rule, "")) for rule in corrected_rules.load_rules()]
    note = t("A pinned view shows the corrected rule on the data of its moment.")
    return [Heading(t("Corrected rules"), "corrected-rules"), *bullet_list([*rules, note])]


def _metrics(view: View) -> list[Block]:
    t = view.texts
    metrics = [
        Text(f"**{t.localized(metric, '')}** — {t.localized(metric, 'means')}")
        for metric in view.catalog.metrics
    ]
    return [Heading(t("What each metric means"), "metrics"), *metrics]


def _collections(view: View) -> list[Block]:
    t = view.texts
    collections = [f"[{item.id}]({item.url}): {t.localized(item, '')}" for item in view.catalog.collections]
    return [Heading(t("Who recorded the stores' charts"), "collections"), *bullet_list(collections)]


def _claims(view: View) -> list[Block]:
    t = view.texts
    claims, sources = view.query(questions.all_claims), view.query(questions.sources)
    title = t.count("{n} claim, each with its source", "{n} claims, each with its source", len(claims.rows))
    return [
        Heading(title, "claims"),
        ResultTable("claims", claims),
        Heading(t.count("{n} source", "{n} sources", len(sources.rows)), "sources"),
        ResultTable("sources", sources),
    ]


def _freshness(view: View) -> list[Block]:
    result = view.query(questions.freshness)
    return [
        Heading(view.texts("How old the data is"), "freshness"),
        *data_status.badges(view, result.rows),
        ResultTable("freshness", result),
        *data_status.collected(view),
    ]


def _sql(view: View) -> list[Block]:
    t, files = view.texts, [view.file(question) for question in questions.ALL_QUERIES]
    folded = [Details(t(file.title), (Code(file.sql, "sql"),)) for file in files]
    return [Heading(t("The SQL of each question"), "sql"), *folded]


def _damage(view: View) -> list[Block]:
    damage = view.warehouse.damage
    title = view.texts.count("{n} damaged snapshot", "{n} damaged snapshots", len(damage))
    return [Heading(title, "damage"), *(Code(str(error)) for error in damage)]
