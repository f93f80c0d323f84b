"""Names of what the collector records: outcomes and faults, and the columns of its tables."""


def N_(text: str) -> str:
    """Mark a text for translation where it is only kept."""
    return text


COLLECTION_CODES = {
    "refused": N_("refused"),
    "unreached": N_("no answer"),
    "unreachable": N_("the server could not be reached"),
    "timeout": N_("the server kept silent"),
    "busy": N_("the server was busy or failed"),
    "cut": N_("the answer broke off"),
    "slow": N_("the answer took too long"),
    "given_up": N_("the server had kept silent five times before"),
    "moved": N_("the server pointed elsewhere"),
    "status": N_("the server refused"),
    "too_large": N_("the answer was too large"),
    "encoding": N_("the answer could not be decoded"),
    "not_json": N_("the answer was no JSON"),
    "not_a_feed": N_("the answer had another shape"),
    "empty": N_("the answer was empty"),
    "wrong_country": N_("it was of another country"),
    "wrong_chart": N_("it was another chart"),
    "wrong_subject": N_("it told of something else"),
    "repeated_app": N_("an app stood in it twice"),
    "bad_value": N_("a value in it was impossible"),
    "time": N_("its date was not plausible"),
    "older": N_("a newer one is held"),
    "stale": N_("an older list under a new date"),
    "shrunk": N_("the chart was shorter than before"),
    "strange": N_("too little in common with the reading before"),
    "listed": N_("in the store"),
    "unlisted": N_("not in this storefront’s store"),
    "clock": N_("the clock of the collecting machine was wrong"),
}

COLLECTION_COLUMNS = {
    "cadence": N_("Read every (hours)"),
    "run_at": N_("Run (UTC)"),
    "asked": N_("Asked"),
    "kept": N_("Kept"),
    "unchanged": N_("Unchanged"),
    "absent": N_("Nothing known"),
    "refused": N_("Refused"),
    "unreached": N_("No answer"),
    "asked_at": N_("Asked (UTC)"),
    "subject": N_("Asked for"),
    "outcome": N_("Outcome"),
    "detail": N_("In detail"),
    "tries": N_("Times asked"),
    "answer_bytes": N_("Answer (bytes)"),
    "project": N_("Wikipedia"),
    "article": N_("Article"),
    "period": N_("Day, or week from"),
    "views": N_("Page views"),
    "days_held": N_("Days held"),
    "days_missing": N_("Days missing"),
    "released_at": N_("Version released (UTC)"),
    "price": N_("Price"),
    "currency": N_("Currency"),
    "languages": N_("Languages"),
    "size": N_("Size (MB)"),
    "answer_sha256": N_("SHA-256 of the answer"),
}
