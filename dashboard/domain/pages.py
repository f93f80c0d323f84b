"""The pages of the app in the order of the navigation: the name in the address, the title as a message id, the data needed."""

N_ = str  # marks a text to translate
PAGE_TITLES = {
    "overview": N_("Overview"),
    "launch": N_("Launch velocity"),
    "rank": N_("App Store rank"),
    "competitors": N_("Competitors"),
    "brief": N_("Fact sheet"),
    "sources": N_("Sources & method"),
}
# The shared filters that each page follows.
_CHART = ("assistants", "country", "chart", "days")
PAGE_CONTROLS: dict[str, tuple[str, ...]] = {
    "overview": _CHART,
    "launch": ("assistants", "country", "days"),
    "rank": _CHART,
    "competitors": _CHART,
    "brief": _CHART,
    "sources": (),
}
# Datasets without which a page has no content; the other pages check each part.
PAGE_DATASETS = {
    "launch": ("launches", "milestones", "sources"),
    "rank": ("charts", "sources"),
    "brief": ("charts", "ratings", "launches", "milestones", "features", "sources"),
}
