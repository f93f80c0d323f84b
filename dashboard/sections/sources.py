"""Sources and method in tabs: the rules, definitions, every claim and source, how old each is, the SQL."""

from collections.abc import Iterator

from dashboard.sections import data_status
from dashboard.sections.blocks import Block, Code, Details, Heading, ResultTable, Text, bullet_list
from dashboard.sections.parts import build_tabs, missing_data_notice
from dashboard.sections.view import View
from dashboard.text import glossary as glossary_text
from dashboard.warehouse import corrected_rules, questions

CLAIMS = ("launches", "milestones", "reported_ranks", "events", "features", "sources")


def page(view: View) -> Iterator[Block]:
    """The whole page; a part that fails or lacks its data is named in its place."""
    t = view.texts
    yield Heading(t("Sources & method"), level=1)
    if not missing_data_notice(view, "", *CLAIMS):
        yield Text(_extent(view))
    tabs = {
        "method": (t("Method"), _method),
        "definitions": (t("Definitions"), _definitions),
        "claims": (t("Claims and sources"), _claims),
        "freshness": (t("Data freshness"), _freshness),
        "sql": (t("SQL queries"), _sql),
    }
    yield from build_tabs(view, "tab", t("Show"), tabs)


def _extent(view: View) -> str:
    """The number of claims and of their sources."""
    t = view.texts
    claims, sources = len(view.query(questions.all_claims).rows), len(view.query(questions.sources).rows)
    return t(
        "{claims} from {sources}: every one can be checked.",
        claims=t.count("{n} sourced claim", "{n} sourced claims", claims),
        sources=t.count("{n} source", "{n} sources", sources),
    )


def _method(view: View) -> list[Block]:
    """The rules that all pages follow, and those that were once wrong."""
    t = view.texts
    corrected = [
        t.label(f"**{t.day(rule.on)}**", t.localized(rule, "")) for rule in corrected_rules.load_rules()
    ]
    note = t("A frozen view shows the corrected rule on the data of its moment.")
    return [
        *(Text(rule) for rule in glossary_text.page_rules(view)),
        Heading(t("Corrected rules"), "corrected-rules"),
        *bullet_list([*corrected, note]),
    ]


def _definitions(view: View) -> list[Block]:
    """The words that all pages use, and what each metric counts."""
    t = view.texts
    metrics = [
        t.label(f"**{t.localized(metric, '')}**", t.localized(metric, "means"))
        for metric in view.catalog.metrics
    ]
    return [
        *bullet_list(glossary_text.glossary(view)),
        Heading(t("What is counted"), "metrics"),
        *bullet_list(metrics),
    ]


def _claims(view: View) -> list[Block]:
    t = view.texts
    notice = missing_data_notice(view, t("Claims and sources"), *CLAIMS)
    if notice:
        return notice
    claims, sources = view.query(questions.all_claims), view.query(questions.sources)
    title = t.count("{n} sourced claim", "{n} sourced claims", len(claims.rows))
    return [
        Heading(title, "claims"),
        ResultTable("claims", claims, search=t("Search the claims")),
        Heading(t.count("{n} source", "{n} sources", len(sources.rows)), "sources"),
        ResultTable("sources", sources, search=t("Search the sources")),
    ]


def _freshness(view: View) -> list[Block]:
    """How old each source is, the archives, the collector's runs, damaged files."""
    t, result = view.texts, view.query(questions.freshness)
    archives = [f"[{item.id}]({item.url}): {t.localized(item, '')}" for item in view.catalog.collections]
    return [
        *data_status.badges(view, result.rows),
        ResultTable("freshness", result),
        Heading(t("Chart archives used"), "collections"),
        *bullet_list(archives),
        *data_status.collected(view),
        *_damage(view),
    ]


def _damage(view: View) -> list[Block]:
    damage = view.warehouse.damage
    title = view.texts.count("{n} damaged data file", "{n} damaged data files", len(damage))
    return [Heading(title, "damage"), *(Code(str(error)) for error in damage)]


def _sql(view: View) -> list[Block]:
    files = [view.file(question) for question in questions.ALL_QUERIES]
    return [Details(view.texts(file.title), (Code(file.sql, "sql"),)) for file in files]
