"""Runs the command in this process, on the questionnaire of the corpus, for a limited time."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from types import FrameType
from unittest.mock import patch

from maturity.cli import main
from questionnaires import builtin
from tests.given.files import Outcome
from tests.hostile import field


class TooLongError(BaseException):
    """A command used up its time. No `except` of the program's own is to catch it."""


def run(arguments: Sequence[str], seconds: float) -> Outcome:
    """What a command said, with nothing on standard input. Raises TooLongError."""
    out, err = _stream(), _stream()
    with answering(arguments), patch.object(sys, "stdin", io.StringIO()), redirect_stdout(out), redirect_stderr(err):
        try:
            with limited(seconds):
                code = main(arguments)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return Outcome(code, _text(out), _text(err))


@contextmanager
def answering(arguments: Sequence[str]) -> Iterator[None]:
    """The questionnaire of the corpus in place of the package's, which only the example needs."""
    chosen = builtin if "demo" in arguments else field.questionnaire
    with patch("maturity.cli.verbs.builtin", chosen):
        yield


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """So many seconds of the processor, where the system can count them. Raises TooLongError."""

    def too_long(_signal: int, _frame: FrameType | None) -> None:
        raise TooLongError

    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGPROF, too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode("utf-8", "surrogatepass")
