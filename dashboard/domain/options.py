"""What the choices of single pages may be; field and parameter of the link bear one name.

The first value of a choice is its default.
"""

LANGUAGES = ("fr", "en")


CHOICES = {
    "day0": ("press", "web", "ios", "android", "country"),
    "platform": ("all", "ios", "android"),
    "area": ("world", "country"),
    "races": ("every", "equal"),
    "scale": ("log", "linear"),
    "metric": ("mau", "wau", "dau"),
    "align": ("launch", "calendar"),
    "rating": ("count", "average", "weekly"),
    "wiki": ("fr", "en"),
    "each": ("readings", "daily"),
    "world": ("table", "map", "lines"),
    "sort": ("best", "latest", "name"),
    "tab": ("reported", "events", "days"),
}
NUMBERS = {
    "goal": (10_000, 100_000, 500_000, 1_000_000, 10_000_000, 100_000_000),
    "day": (7, 14, 18, 30, 60, 100, 365),
}
GOALS = NUMBERS["goal"]
DAYS = NUMBERS["day"]
FIRST, LAST = "first", "last"  # a reading of the days shown, instead of its moment
RIVALS = 3  # most that a short comparison has room for
