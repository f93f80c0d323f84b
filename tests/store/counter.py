"""From a request to its answer: which question it is, and what a fault makes of it."""

from tests.store.answers import Answer, Refusal, encode, http_date, text
from tests.store.asked import Asked
from tests.store.fault import Fault
from tests.store.legacy import Legacy
from tests.store.lookup import Lookup
from tests.store.marketing import Marketing
from tests.store.questions import Moment, Question
from tests.store.wikimedia import Views

KINDS: tuple[type[Question], ...] = (Marketing, Legacy, Lookup, Views)
ELSEWHERE = "/elsewhere"


def answer(asked: Asked, fault: Fault, when: Moment) -> Answer:
    """The answer to a request, spoilt by `fault`."""
    try:
        question = fault.question(read(asked.path.removeprefix(ELSEWHERE), when))
        body = question.lead + encode(fault.content(question.content()))
    except Refusal as refusal:
        return fault.answer(refusal.answer, asked)
    headers = {"Content-Type": question.content_type, "Last-Modified": http_date(question.updated)}
    return fault.answer(Answer(200, body, headers), asked)


def read(path: str, when: Moment) -> Question:
    """The question in a path; raises Refusal where there is none."""
    for kind in KINDS:
        if found := kind.path.fullmatch(path):
            return kind.read(found, when)
    raise Refusal(text(404, "Not Found"))
