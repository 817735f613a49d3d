"""Writes a report, whole or not at all, and replaces nothing but an earlier report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from maturity import __version__
from maturity.files.replacing import refuse_to_replace, replace_ours
from maturity.reports import actions, agreement_table, markdown
from maturity.reports.agreement import agreement
from maturity.reports.blocks import Document
from maturity.reports.document import document
from maturity.reports.nameless import nameless
from maturity.reports.outline import text
from maturity.reports.plain import plain
from maturity.results.model import Results

_HTML: Final = re.compile(
    rb'<!(?:DOCTYPE|doctype) html><html lang="en-GB"><head><meta charset="utf-8">'
    rb'<meta name="generator" content="maturity '
)
_TEXT: Final = re.compile(rb"[^\n]{1,2000}\n+Questionnaire [^\n]{1,300}, maturity [A-Za-z0-9.+_-]{1,40}\n")
_MARKDOWN: Final = re.compile(re.escape(markdown.BEGINS).encode())
_ACTIONS: Final = re.compile(re.escape(actions.BEGINS).encode())
_TABLE: Final = re.compile(re.escape(agreement_table.BEGINS).encode())

TABLE: Final = ".csv"
BEGINNINGS: Final = {".html": _HTML, ".md": _MARKDOWN, ".txt": _TEXT}
"""By suffix, how a report begins."""
OF_AGREEMENTS: Final = {**BEGINNINGS, TABLE: _TABLE}
"""By suffix, how an agreement begins, and the table beside it."""


def report_bytes(results: Results, suffix: str, moment: dt.datetime, *, brief: bool = False) -> bytes:
    """The report in the format of this suffix. Nobody is named in it but who decided, and who takes a next step."""
    shown = nameless(results)
    if suffix == ".txt":
        return text(shown, moment.date(), brief=brief).encode()
    return _written(document(shown, moment, __version__, brief=brief), suffix)


def agreement_bytes(results: Results, suffix: str, moment: dt.datetime) -> bytes:
    """The page that teams sign in the format of this suffix; as .csv who is responsible for what."""
    shown = nameless(results)
    if suffix == TABLE:
        return agreement_table.responsibilities(shown, moment.date()).encode()
    made = agreement(shown, moment, __version__)
    if suffix == ".txt":
        asked = results.questionnaire
        return plain(made, f"Questionnaire {asked.id} {asked.version}, maturity {__version__}").encode()
    return _written(made, suffix)


def _written(made: Document, suffix: str) -> bytes:
    """A document as Markdown or HTML."""
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


def agreement_files(page: Path) -> tuple[Path, ...]:
    """What is written of an agreement: the page, and the table of responsibilities beside it; or the table alone."""
    table = page.with_suffix(TABLE)
    return (page,) if page.suffix.lower() == TABLE else (page, table)


def refuse_agreement(page: Path) -> None:
    """Raises NotSavedError where anything but an earlier agreement or report would be replaced."""
    for path in agreement_files(page):
        refuse_to_replace(path, _begins(OF_AGREEMENTS[path.suffix.lower()]))


def write_agreement(results: Results, page: Path, moment: dt.datetime) -> int:
    """Writes the page with the table beside it; how many bytes the first of them has. Raises NotSavedError."""
    sizes = []
    for path in agreement_files(page):
        suffix = path.suffix.lower()
        data = agreement_bytes(results, suffix, moment)
        replace_ours(path, data, is_ours=_begins(OF_AGREEMENTS[suffix]))
        sizes.append(len(data))
    return sizes[0]


def _begins(pattern: re.Pattern[bytes]) -> Callable[[bytes], bool]:
    return lambda head: pattern.match(head) is not None
