"""Names of countries as exports write them."""

from functools import cache

from babel import Locale
from babel.core import get_global

CODE, LONG_CODE = 2, 3  # letters of ISO 3166 codes
# What exports write beside the names of CLDR (English, French) and the ISO codes.
ALIASES = {
    "america": "us",
    "bolivia, plurinational state of": "bo",
    "brunei darussalam": "bn",
    "burma": "mm",
    "cape verde": "cv",
    "china mainland": "cn",
    "congo, democratic republic": "cd",
    "czech republic": "cz",
    "east timor": "tl",
    "england": "gb",
    "great britain": "gb",
    "holland": "nl",
    "hong kong": "hk",
    "hong kong sar": "hk",
    "hong-kong": "hk",
    "iran, islamic republic of": "ir",
    "ivory coast": "ci",
    "korea": "kr",
    "korea, republic of": "kr",
    "lao people's democratic republic": "la",
    "macao": "mo",
    "macau": "mo",
    "macedonia": "mk",
    "mainland china": "cn",
    "moldova, republic of": "md",
    "myanmar": "mm",
    "palestine": "ps",
    "people's republic of china": "cn",
    "republic of ireland": "ie",
    "republic of korea": "kr",
    "russian federation": "ru",
    "république de corée": "kr",
    "république tchèque": "cz",
    "slovak republic": "sk",
    "swaziland": "sz",
    "syrian arab republic": "sy",
    "taiwan, province of china": "tw",
    "tanzania, united republic of": "tz",
    "the netherlands": "nl",
    "turkey": "tr",
    "turquie": "tr",
    "u.a.e.": "ae",
    "u.k.": "gb",
    "u.s.": "us",
    "u.s.a.": "us",
    "uae": "ae",
    "uk": "gb",
    "united states of america": "us",
    "usa": "us",
    "venezuela, bolivarian republic of": "ve",
    "viet nam": "vn",
    "viêt nam": "vn",
    "global": "world",
    "monde": "world",
    "worldwide": "world",
    "ww": "world",
}


def country_code(text: str) -> str:
    """The ISO code, lower case, of a country named by code or name; what is none of either comes back as it is."""
    name = " ".join(text.replace("’", "'").casefold().split())
    return _codes().get(name, name)


@cache
def _codes() -> dict[str, str]:
    """Every known name or longer code, in lower case -> code."""
    named = {
        " ".join(name.replace("’", "'").casefold().split()): code.lower()
        for language in ("en", "fr")
        for code, name in Locale(language).territories.items()
        if len(code) == CODE and code.isalpha()
    }
    longer = {
        code.lower(): codes[0].lower()
        for code, codes in get_global("territory_aliases").items()
        if len(code) == LONG_CODE and code.isalpha() and len(codes) == 1
    }
    return longer | named | ALIASES
