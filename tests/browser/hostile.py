"""Links that nobody means well: what they say, and which parameters must be named for it."""

from urllib.parse import quote

SCRIPT = "<script>alert(1)</script>"
LONG = "x" * 10_000
VALUES = [
    SCRIPT,
    "<img src=x onerror=alert(1)>",
    "'; drop table raw_charts; --",
    "fr' or '1'='1",
    "fr); select 1; --",
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "\x00",
    "fr\x00",
    "🦊",
    "ﬀ",
    "\u202efr",
    "FR",
    " fr",
    "fr ",
    "null",
    "NaN",
    "-1",
    "{{7*7}}",
    "${jndi:ldap://x}",
    "[a](javascript:alert(1))",
    "**bold**",
    "$apps",
    LONG,
    "%",
    "a,b,c",
]
NAMED = {
    "lang": ["de", "fr-FR", "", "français"],
    "store": ["play", "app-store", "App Store"],
    "chart": ["top-free-year", "top free", "Top gratuit"],
    "category": ["6007", "games", "Productivité"],
    "from": [
        "2025-13-45",
        "2025-02-30",
        "0001-01-01",
        "9999-12-31",
        "20250206",
        "2025-2-6",
        "tomorrow",
        "1e9",
    ],
    "to": ["2025-02-06T00:00Z", "-2025-02-06", "２０２５-02-06"],
    "apps": [
        "6448311069",
        "com.openai.chatgpt",
        "le-chat;gemini",
        "le-chat,",
        ",",
        "all-assistants",
        "Le Chat",
    ],
    "as_of": ["2999-01-01T00:00Z", "2025-01-01", "now", "2025-01-01T25:00Z", "2025-01-01T00:00+02:00"],
    "v": ["0", "2", "1.0"],
    "goal": ["0", "1e6", "9" * 300],
    "tab": ["gossip"],
    "scale": ["cubic"],
    "day": ["14.0", "-7", "366"],
    "platform": ["web"],
    "area": ["fr"],
    "benchmarks": ["le-chat", "none,sora", "threads;sora"],
}


def _pair(name: str, value: str) -> tuple[str, set[str]]:
    return f"{quote(name)}={quote(value)}", {name[:60]}


def links() -> list[tuple[str, set[str]]]:
    """(query, names that a notice must name), one link each."""
    found = [_pair("country", value) for value in VALUES]
    found += [_pair(name, value) for name, values in NAMED.items() for value in values]
    found += [
        ("country=%ff%fe", {"country"}),
        ("country=%C0%AF", {"country"}),
        ("apps=le-chat&apps=gemini", {"apps"}),
        ("&".join(["country=fr"] * 1000), {"country"}),
        ("from=2026-01-02&to=2026-01-01", {"from", "to"}),
        (f"{quote(SCRIPT)}=1", {SCRIPT}),
        ("__proto__=1&constructor=2", {"__proto__", "constructor"}),
        ("country[]=fr", {"country[]"}),
        (f"{LONG}=1", {LONG[:60]}),
    ]
    return found
