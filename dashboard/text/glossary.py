"""The rules that all pages follow, and the words that they use."""

from dashboard.text.context import ViewContext
from dashboard.text.translator import N_

RULES = (
    N_(
        "**Four kinds of evidence, never mixed.** *Observed*: read from a store’s own feed. *Reported*: stated by a company"
        " or the press. *Estimated*: calculated by an analytics firm. *Modelled*: calculated by us (none yet)."
    ),
    N_(
        "**Three cases for a rank.** *In the chart*; *outside the list* (the list stops at a known depth, or the app changed"
        " category); *no data* (no snapshot). No data is never zero, and gaps stay gaps."
    ),
    N_(
        "**A milestone is a minimum.** “In N days” counts the launch day as the first, or means N full days; we use the"
        " later day. Downloads over a period starting at the launch are a minimum for the total. A figure that names its"
        " first day is counted from that day."
    ),
    N_(
        "**The day’s rank** is that of the day’s last snapshot (UTC), on every page: days at the top, streaks, days ahead,"
        " median gaps and daily lines. “At some time” counts days with any snapshot there. Days are counted out of the days"
        " chosen; days in the top 50, out of the days with a list deep enough."
    ),
    N_(
        "**The best evidence speaks first.** Every source has one of four tiers: 1, the page of who measured or stated"
        " it; 2, a page that names who measured it; 3, a newsroom on its own word; 4, a compilation, forum or blog that"
        " names no newsroom. Of several figures for one thing, the best tier comes first, and of one tier the newest; what"
        " is newer and weaker comes below, with its date. Who measured or stated a number is named first, the page that"
        " quotes it second."
    ),
    N_(
        "**What a source does not say.** A platform or a country that it does not name is called not stated. A month, a"
        " quarter or an approximate date is written as one. An undated figure is in no choice of days, only in the list of"
        " all claims."
    ),
    N_(
        "**Nothing is rewritten.** Updates add files; corrections add rows. Claims and reported ranks that repeat one"
        " statement count once, and the copy nearest to who measured or stated it speaks for them."
    ),
)
GLOSSARY = (
    N_("**Rank**: position in a store’s chart; no. 1 is the best."),
    N_(
        "**Snapshot**: a store’s chart as it was recorded at one moment; its depth is the number of ranks recorded."
    ),
    N_(
        "**Outside the top N**: the snapshot has N ranks, and the app has none of them. Its rank is unknown, not zero."
    ),
    N_("**No data**: no snapshot on that day. Nothing is known, and nothing is filled in."),
    N_(
        "**Day’s rank**: the rank in the day’s last snapshot (UTC). **At some time**: in any snapshot of the day."
    ),
    N_(
        "**Comparable days**: days with a snapshot that covers both assistants. **Inconclusive**: outside the list for both."
    ),
    N_(
        "**Reported figure**: a number stated by a company, the press or a survey. **Reported rank**: a rank stated so."
    ),
    N_("**Estimate**: a number calculated by an analytics firm, not counted by a store."),
    N_(
        "**At least**, **at most**: bounds. The true number may be higher, or lower; bounds are never rounded to look stronger."
    ),
    N_("**About**: rounded by its source; it stands for every number that rounds to it."),
    N_("**Independent report**: a statement with all pages that repeat it; copies count once."),
    N_(
        "**Day 0**: launch day, the first release of the app on any platform unless another launch is chosen. A dated"
        " announcement takes precedence over the store’s release date, and an exact day over a month."
    ),
    N_(
        "**Archive**: a public collection of snapshots recorded by somebody else; an archive that stopped has an end."
    ),
    N_("**Frozen view**: a link that shows the data as it was at one moment."),
)


def page_rules(view: ViewContext) -> list[str]:
    """The rules, one paragraph each."""
    return [view.texts(rule) for rule in RULES]


def glossary(view: ViewContext) -> list[str]:
    """The words, one sentence or two each."""
    return [view.texts(entry) for entry in GLOSSARY]
