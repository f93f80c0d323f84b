"""A fault: it spoils one step of an answer and leaves the others alone."""

from typing import Any, Protocol

from tests.store.answers import Answer, Content
from tests.store.asked import Asked
from tests.store.questions import Question


class Wire(Protocol):
    """The open connection to a client."""

    def send_head(self, answer: Answer, length: int | None) -> None:
        """The status line and headers; `length` None sends no Content-Length: the body ends at the close."""

    def write(self, data: bytes) -> None:
        """Bytes as they are."""

    def wait(self, seconds: float | None = None) -> bool:
        """Do nothing for a while, or for ever; True once the server closes, and then it is time to return."""

    def hang_up(self) -> None:
        """End the connection in order after this answer."""

    def reset(self) -> None:
        """End the connection at once, with a TCP reset."""


class Fault:
    """A good answer, step by step. To make a fault, override one step."""

    def question(self, question: Question) -> Question:
        """The answer in place of the requested one."""
        return question

    def content(self, content: Content) -> Any:
        """The content before it is written as JSON."""
        return content

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        """Status, headers and body before they are packed."""
        return answer

    def send(self, answer: Answer, wire: Wire) -> None:
        """Send the bytes."""
        wire.send_head(answer, len(answer.body))
        wire.write(answer.body)
