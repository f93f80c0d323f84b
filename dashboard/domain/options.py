"""The values of the choices of single pages, by the name of field and URL parameter; the first is the default."""

LANGUAGES = ("fr", "en")
# The tabs of all pages; a code that a page does not have means its first one.
TABS = (
    *("countries", "reported", "movers", "day", "days", "events"),  # App Store rank
    *("growth", "averages", "disagreements", "launches", "method"),  # Launch velocity
    *("audience", "downloads", "ratings", "features"),  # Competitors
    *("definitions", "claims", "freshness", "sql"),  # Sources & method, which has a tab method too
)
CHOICES = {
    "day0": ("press", "web", "ios", "android", "country"),
    "platform": ("all", "ios", "android"),
    "area": ("world", "country"),
    "races": ("equal", "every"),
    "scale": ("log", "linear"),
    "metric": ("mau", "wau", "dau"),
    "align": ("launch", "calendar"),
    "rating": ("count", "average", "weekly"),
    "wiki": ("fr", "en"),
    "each": ("readings", "daily"),
    "world": ("table", "map", "lines"),
    "sort": ("best", "latest", "name"),
    "tab": TABS,
}
NUMBERS = {
    "goal": (10_000, 100_000, 500_000, 1_000_000, 10_000_000, 100_000_000),
    "day": (7, 14, 18, 30, 60, 100, 365),
}
GOALS = NUMBERS["goal"]
DAYS = NUMBERS["day"]
FIRST, PREVIOUS, LAST = "first", "previous", "last"  # of the snapshots in the chosen days, instead of a time
RIVALS = 3  # at most, in a short comparison
