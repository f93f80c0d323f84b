"""The pages of the app in the order of the navigation: the name in the address, and the title as a message id."""

N_ = str  # marks a text to translate
PAGE_TITLES = {
    "overview": N_("Overview"),
    "launch": N_("Launch velocity"),
    "rank": N_("App Store rank"),
    "competitors": N_("Competitors"),
    "brief": N_("One page"),
    "sources": N_("Sources and method"),
}
