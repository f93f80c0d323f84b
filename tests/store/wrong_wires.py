"""Faults of the connection. Those that hang end when the server closes."""

from dataclasses import dataclass

from tests.store.answers import Answer
from tests.store.fault import Fault, Wire


@dataclass(frozen=True)
class NeverAnswers(Fault):
    """The request is read, and then nothing."""

    def send(self, answer: Answer, wire: Wire) -> None:
        wire.wait()
        wire.hang_up()


@dataclass(frozen=True)
class StallsMidway(Fault):
    """Half of the body, and then nothing."""

    def send(self, answer: Answer, wire: Wire) -> None:
        wire.send_head(answer, len(answer.body))
        wire.write(answer.body[: len(answer.body) // 2])
        wire.wait()
        wire.hang_up()


@dataclass(frozen=True)
class SlowBody(Fault):
    """`size` bytes at a time, `pause` seconds apart: no read times out, yet the body takes for ever."""

    pause: float = 0.05
    size: int = 1

    def send(self, answer: Answer, wire: Wire) -> None:
        wire.send_head(answer, len(answer.body))
        for start in range(0, len(answer.body), self.size):
            wire.write(answer.body[start : start + self.size])
            if wire.wait(self.pause):
                return


@dataclass(frozen=True)
class EndlessBody(Fault):
    """The JSON, then spaces as fast as they are read, with no length told, up to `size` bytes."""

    size: int = 2**30

    def send(self, answer: Answer, wire: Wire) -> None:
        wire.send_head(answer, None)
        wire.write(answer.body)
        spaces = b" " * 2**16
        for _ in range(0, self.size, len(spaces)):
            if wire.wait(0):
                return
            wire.write(spaces)

    def answer(self, answer: Answer, asked: object) -> Answer:
        return Answer(answer.status, answer.body, answer.headers, as_is=True)


@dataclass(frozen=True)
class CutConnection(Fault):
    """The length of the whole is told, half is sent, and the connection ends in order."""

    def send(self, answer: Answer, wire: Wire) -> None:
        wire.send_head(answer, len(answer.body))
        wire.write(answer.body[: len(answer.body) // 2])
        wire.hang_up()


@dataclass(frozen=True)
class Reset(Fault):
    """The connection was accepted and is reset with no answer."""

    def send(self, answer: Answer, wire: Wire) -> None:
        wire.reset()


@dataclass(frozen=True)
class SlowHead(Fault):
    """The head a byte at a time, `pause` seconds apart, without an end: no read times out."""

    pause: float = 0.05

    def send(self, answer: Answer, wire: Wire) -> None:
        wire.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not wire.wait(self.pause):
            wire.write(b"x")
        wire.hang_up()


@dataclass(frozen=True)
class EarlyHints(Fault):
    """`103 Early Hints` again and again, and never an answer."""

    pause: float = 0.01

    def send(self, answer: Answer, wire: Wire) -> None:
        while not wire.wait(self.pause):
            wire.write(b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n")
        wire.hang_up()
