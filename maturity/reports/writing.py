"""Writes a report, whole or not at all, and replaces nothing but an earlier report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from maturity import __version__
from maturity.files.replacing import refuse_to_replace, replace_ours
from maturity.reports import actions, markdown
from maturity.reports.document import document
from maturity.reports.nameless import nameless
from maturity.reports.outline import text
from maturity.results.model import Results

_HTML: Final = re.compile(
    rb'<!(?:DOCTYPE|doctype) html><html lang="en-GB"><head><meta charset="utf-8">'
    rb'<meta name="generator" content="maturity '
)
_TEXT: Final = re.compile(rb"[^\n]{1,2000}\n+Questionnaire [^\n]{1,300}, maturity [A-Za-z0-9.+_-]{1,40}\n")
_MARKDOWN: Final = re.compile(re.escape(markdown.BEGINS).encode())
_ACTIONS: Final = re.compile(re.escape(actions.BEGINS).encode())

BEGINNINGS: Final = {".html": _HTML, ".md": _MARKDOWN, ".txt": _TEXT}
"""By suffix, how a report begins."""


def report_bytes(results: Results, suffix: str, moment: dt.datetime, *, brief: bool = False) -> bytes:
    """The report in the format of this suffix. Nobody is named in it."""
    shown = nameless(results)
    if suffix == ".txt":
        return text(shown, moment.date(), brief=brief).encode()
    made = document(shown, moment, __version__, brief=brief)
    if suffix == ".md":
        return markdown.markdown(made).encode()
    from maturity.reports.html import html  # htpy, which nobody else pays for

    return html(made).encode()


def actions_path(report: Path) -> Path:
    """Where the actions of a report lie: beside it."""
    return report.with_name(f"{report.stem}.actions.csv")


def refuse_report(report: Path, *, with_actions: bool) -> None:
    """Raises NotSavedError where anything but an earlier report would be replaced."""
    refuse_to_replace(report, _begins(BEGINNINGS[report.suffix.lower()]))
    if with_actions:
        refuse_to_replace(actions_path(report), _begins(_ACTIONS))


def write_report(results: Results, report: Path, moment: dt.datetime, *, brief: bool, with_actions: bool) -> int:
    """Writes the report, and its actions beside it; how many bytes the report has. Raises NotSavedError."""
    suffix = report.suffix.lower()
    data = report_bytes(results, suffix, moment, brief=brief)
    replace_ours(report, data, is_ours=_begins(BEGINNINGS[suffix]))
    if with_actions:
        listed = actions.actions(nameless(results)).encode()
        replace_ours(actions_path(report), listed, is_ours=_begins(_ACTIONS))
    return len(data)


def _begins(pattern: re.Pattern[bytes]) -> Callable[[bytes], bool]:
    return lambda head: pattern.match(head) is not None
