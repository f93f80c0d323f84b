"""A process that holds the collector in memory and forks runs of it: a run begins at once, and may be killed."""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from dashboard.collect.__main__ import exit_on_sigint, main

ROOT = Path(__file__).parents[3]


class ForkServer:
    """One run at a time: `start` it, perhaps `kill` it, then `end` tells its exit code (-9: killed)."""

    def __init__(self, environment: Mapping[str, str], words: list[str], log: Path) -> None:
        self._log = log
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.collect.safety.fork_server", *words],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.pid = 0

    def start(self, data: Path, file_limit: int | None = None) -> None:
        """Begin a run in `data`, which may write no file larger than `file_limit` [bytes]."""
        self.pid = int(self._tell(json.dumps([str(data), str(self._log), file_limit])))

    def kill(self, by: signal.Signals = signal.SIGKILL) -> None:
        """Send a signal; a run that has ended keeps its number until `end`, so no other process is hit."""
        os.kill(self.pid, by)

    def end(self) -> int:
        return int(self._tell(""))

    @property
    def said(self) -> str:
        """The output of the newest run."""
        return self._log.read_text("utf-8")

    def _tell(self, line: str) -> str:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate(timeout=60)


def serve(words: list[str]) -> None:
    """A line names a folder, a log and a limit: fork a run there, print its number. An empty line: print its exit code."""
    pid = 0
    for line in sys.stdin:
        if line.strip():
            pid = os.fork()
            if pid == 0:
                folder, said_in, limit = json.loads(line)
                os._exit(_run(folder, said_in, limit, words))
            print(pid, flush=True)  # noqa: T201
        else:
            print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)  # noqa: T201


def _run(folder: str, said_in: str, file_limit: int | None, words: list[str]) -> int:
    log = os.open(said_in, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.environ["PALMARES_DATA"] = folder
    if file_limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))
    code = main(words)
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    exit_on_sigint()
    serve(sys.argv[1:])
