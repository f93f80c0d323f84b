"""Names of codes, for the reader."""

from typing import Any

from dashboard.catalog import Catalog
from dashboard.texts import Texts


def N_(text: str) -> str:
    """Mark a text for translation where it is only kept."""
    return text


CODES = {
    "ranked": N_("ranked"),
    "below": N_("below the cut-off"),
    "not_observed": N_("not observed"),
    "observed": N_("observed"),
    "reported": N_("reported"),
    "estimated": N_("estimated"),
    "modelled": N_("modelled"),
    "exact": N_("exactly"),
    "at_least": N_("at least"),
    "about": N_("about"),
    "estimate": N_("estimate"),
    "floor": N_("at least"),
    "point": N_("about"),
    "web": N_("web"),
    "ios": N_("iPhone and iPad"),
    "android": N_("Android"),
    "all": N_("all platforms"),
    "day": N_("day known"),
    "interval": N_("within these days"),
    "approximate": N_("day approximate"),
    "upper_bound": N_("by this day"),
    "week": N_("week known"),
    "month": N_("month known"),
    "year": N_("year known"),
    "announced": N_("announced"),
    "store_release": N_("release date in the store"),
    "reused_id": N_("store id used before: not a launch"),
    "downloads": N_("downloads"),
    "installs": N_("installs"),
    "users": N_("users"),
    "app_users": N_("app users"),
    "visitors": N_("visitors, site and app"),
    "percent": N_("percent"),
    "usd": N_("US dollars"),
    "usd_net": N_("US dollars, net of fees"),
    "usd_per_day": N_("US dollars a day"),
    "stars": N_("stars"),
    "signups": N_("sign-ups"),
    "charts": N_("charts"),
    "ratings": N_("ratings"),
    "claims": N_("claims"),
    "launches": N_("launches"),
    "milestones": N_("milestones"),
    "reported_ranks": N_("reported places"),
    "events": N_("events"),
    "features": N_("features"),
    "launch": N_("launch"),
    "availability": N_("availability"),
    "model_release": N_("model release"),
    "feature": N_("feature"),
    "partnership": N_("partnership"),
    "regulation": N_("regulation"),
    "endorsement": N_("endorsement"),
    "summit": N_("summit"),
    "rank": N_("place"),
    "distribution": N_("distribution"),
    "product": N_("product"),
    "milestone": N_("milestone"),
    "rename": N_("new name"),
    "unknown_name": N_("no such parameter"),
    "unknown": N_("no such value"),
    "malformed": N_("not written as it should be"),
    "repeated": N_("not given just once"),
    "too_many": N_("more than there is room for"),
    "too_long": N_("too long"),
    "out_of_range": N_("out of range"),
    "reversed": N_("the first day comes after the last"),
    "press": N_("as the press counts"),
    "country": N_("this country"),
    "every": N_("of every platform and country"),
    "equal": N_("of equal scope only"),
    "same": N_("the same"),
    "platform": N_("another platform"),
    "place": N_("another country"),
    "both": N_("another platform and country"),
    "told": N_("their bounds do not overlap"),
    "overlap": N_("their bounds overlap or are open"),
    "no_claim": N_("no claim bounds one of them"),
    "disputed": N_("the sources contradict each other"),
    "ahead": N_("ahead"),
    "behind": N_("behind"),
    "untold": N_("cannot be told"),
    "log": N_("logarithmic"),
    "linear": N_("linear"),
    "best": N_("best place"),
    "latest": N_("latest place"),
    "name": N_("name"),
    "days": N_("day by day"),
    "readings": N_("every reading"),
    "daily": N_("last of each day"),
    "table": N_("table"),
    "map": N_("map"),
    "lines": N_("over time"),
    "calendar": N_("by date"),
    "count": N_("ratings so far"),
    "average": N_("average"),
    "weekly": N_("new a week"),
    "even": N_("even"),
    "confirmed": N_("a reading confirms it"),
    "not_seen": N_("read, but never first"),
    "unread": N_("no reading of these days"),
    "Generative AI users in France": N_("generative AI users in France"),
    "Generative AI users in France, by main assistant": N_(
        "generative AI users in France, by main assistant"
    ),
    "Population of France": N_("population of France"),
    "climbed": N_("climbed"),
    "fell": N_("fell"),
    "stayed": N_("stayed"),
    "new": N_("new"),
    "left": N_("left"),
    "unseen_before": N_("the first reading is too short to tell"),
    "unseen_after": N_("the second reading is too short to tell"),
}


def word(texts: Texts, code: Any) -> str:
    """The name of a code; the code itself where it has none."""
    return texts(CODES[code]) if code in CODES else str(code)


def term(catalog: Catalog, texts: Texts, kind: str, code: str) -> str:
    """The name of a catalogue term (`stores`, `charts`, `categories`, `metrics`, `features`)."""
    found = next((entry for entry in getattr(catalog, kind) if entry.id == code), None)
    return texts.pick(found, "") if found else code
