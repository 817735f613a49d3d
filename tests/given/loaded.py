"""The program in processes of their own that begin with everything loaded.

Loading is most of what a short run of the program takes, and the same in each. One interpreter that has done nothing
else loads it once, and every process that is asked for is a fork of that: what is run from then on is the program.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Final, Self

_FORKS: Final = """
import contextlib, importlib, json, os, pkgutil, socket, sys
import textual.drivers.linux_driver, maturity.app, maturity.cli, maturity.rounds
from questionnaires import builtin
for room in (maturity.app, maturity.cli, maturity.rounds):
    for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
        importlib.import_module(module.name)
builtin()
asked = socket.socket(fileno=int(sys.argv[1]))
while True:
    message, handed, *_ = socket.recv_fds(asked, 65536, 4)
    if not message:
        os._exit(0)
    if os.fork() == 0:
        break
    for number in handed:
        os.close(number)
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            continue
*streams, told = handed
if process := os.fork():
    os.write(told, b"%d\\n" % process)
    for number in streams:
        os.close(number)
    os.write(told, b"%d\\n" % os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
    os._exit(0)
asked.close()
os.close(told)
os.setsid()
for place, number in enumerate(streams):
    os.dup2(number, place)
    os.close(number)
wanted = json.loads(message)
os.chdir(wanted["place"])
os.environ.clear()
os.environ.update(wanted["environment"])
sys.argv[1:] = wanted["arguments"]
sys.stdin = sys.__stdin__ = open(0, encoding="utf-8")
sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8")
sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
maturity.cli.run()
"""
"""Divides itself twice for each process: one waits for the end of the other, and tells it."""

_PATIENCE: Final = 30


class Process:
    """A running program, and our ends of its streams where they are pipes."""

    def __init__(self, told: int) -> None:
        self._told = os.fdopen(told, "rb", buffering=0)
        self.pid = int(self._told.readline())
        self.code: int | None = None

    def wait(self) -> int:
        """Its exit code, when it has ended."""
        if self.code is None:
            assert select.select([self._told], [], [], _PATIENCE)[0], "it does not end"
            self.code = int(self._told.readline())
        return self.code

    def send_signal(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        """Ends it, if it has not ended."""
        if self.code is None and not select.select([self._told], [], [], 0)[0]:
            os.kill(self.pid, signal.SIGKILL)
        self.wait()
        self._told.close()


class Loaded:
    """The interpreter that has loaded the program."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._asked, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _FORKS, str(theirs.fileno())], env=environment, pass_fds=[theirs.fileno()]
        )
        theirs.close()

    def start(
        self, arguments: Sequence[str], streams: Sequence[int], place: Path, environment: Mapping[str, str]
    ) -> Process:
        """The program with these descriptors as its standard streams, in a session of its own."""
        ours, told = os.pipe()
        wanted = {"arguments": arguments, "place": str(place), "environment": dict(environment)}
        socket.send_fds(self._asked, [json.dumps(wanted).encode()], [*streams, told])
        os.close(told)
        return Process(ours)

    def close(self) -> None:
        self._asked.close()
        self._process.wait()


class Piped:
    """The program between pipes: what is typed goes in, what it says comes out."""

    def __init__(self, loaded: Loaded, arguments: Sequence[str], place: Path, environment: Mapping[str, str]) -> None:
        (stdin, self._in), (self._out, stdout), (self._err, stderr) = os.pipe(), os.pipe(), os.pipe()
        self.process = loaded.start(arguments, [stdin, stdout, stderr], place, environment)
        for number in (stdin, stdout, stderr):
            os.close(number)
        self.stdin = FileIO(self._in, "w")
        self.stdout = FileIO(self._out)
        self.stderr = FileIO(self._err)

    def says(self, line: bytes, text: bytes) -> None:
        """Types a line, and reads on until the answer to it."""
        self.stdin.write(line + b"\n")
        seen = b""
        while text not in seen:
            seen += self.stdout.read(65536)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        for stream in (self.stdin, self.stdout, self.stderr):
            stream.close()
