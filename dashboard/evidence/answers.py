"""Every answer that a page rests on, whole and once."""

import json
from dataclasses import dataclass

import pandas as pd

from dashboard import questions
from dashboard.cached import as_json
from dashboard.question_file import QuestionFile
from dashboard.session import View


@dataclass(frozen=True)
class Answer:
    """One question as asked: `asked` are its parameters as JSON, `rows` its answer in its own order."""

    id: str
    file: QuestionFile
    asked: str
    rows: pd.DataFrame


Key = tuple[str, str]  # the question's name, its parameters as JSON


def answers(view: View) -> dict[Key, Answer]:
    """What was shown, in the page's order, then what else was asked for its words."""
    shown = [(one.question, one.asked) for one in view.shown if one.question]
    asked = [(one.question.name, as_json(one.params)) for one in view.asked]
    keys = dict.fromkeys([*shown, *asked])
    return {key: _recall(view, f"q{number}", *key) for number, key in enumerate(keys, 1)}


def _recall(view: View, number: str, name: str, asked: str) -> Answer:
    question = getattr(questions, name)
    return Answer(number, view.file(question), asked, view.quietly(question, **json.loads(asked)))
