"""Which fault strikes which request."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from tests.store.fault import Fault

Match = str | re.Pattern[str]


@dataclass
class Rule:
    """`left` is how often it may still strike, None without end; `struck` how often it did."""

    strikes: Callable[[str], object]
    fault: Fault
    left: int | None
    struck: int = 0


class Rules:
    """The rules in force; the last one made that strikes a path wins. Safe among threads."""

    def __init__(self) -> None:
        self._rules: list[Rule] = []
        self._lock = Lock()

    def add(self, match: Match, fault: Fault, times: int | None) -> Rule:
        strikes = (lambda path: match in path) if isinstance(match, str) else match.search
        rule = Rule(strikes, fault, times)
        with self._lock:
            self._rules.append(rule)
        return rule

    def clear(self) -> None:
        with self._lock:
            self._rules.clear()

    def take(self, path: str) -> Fault:
        """The fault for this request, counted; one that spoils nothing where no rule strikes."""
        with self._lock:
            for rule in reversed(self._rules):
                if rule.left != 0 and rule.strikes(path):
                    rule.left = rule.left and rule.left - 1
                    rule.struck += 1
                    return rule.fault
        return Fault()
