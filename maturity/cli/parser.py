"""What the command line understands: its verbs and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from maturity import __version__
from maturity.cli import verb_options as options_of
from maturity.cli.figures_options import filling

_DESCRIPTION: Final = (
    "Each team answers for itself; maturity shows where the teams agree and disagree, and what a pilot has to show "
    "before it may end. The questionnaire that comes with it is on Windows Autopatch: who owns updates?"
)

_Options = Callable[[argparse.ArgumentParser], None]
_VERBS: Final[dict[str, tuple[str, _Options | None]]] = {
    "invite": ("what to send to each team, to paste into a mail", options_of.inviting),
    "assess": ("answer the questions, or continue where you stopped", options_of.answering),
    "form": ("the questions as a page, for people without Python", options_of.writing_a_form),
    "compare": ("compare the teams, as text", options_of.comparing),
    "export": ("everything computed, as a file", options_of.exporting),
    "report": ("a document for the sponsor and the room, as a file", options_of.reporting),
    "workshop": ("the talk: item by item, reveal, decide, keep", options_of.talking),
    "plan": ("who does what until when, after the verdict", options_of.planning),
    "agreement": ("what was decided, on a page that the teams sign", options_of.agreeing),
    "profile": ("one team by itself, and what it may want to prepare", options_of.preparing),
    "figures": ("the pilot's figures, counted in saved exports", filling),
    "gate": ("hold the pilot's figures against the exit criteria", options_of.judging),
    "check": ("validate responses and questionnaires", options_of.checking),
    "schema": ("the JSON Schema of a kind of file, for editors", options_of.describing),
    "demo": ("write example responses of four teams and look at them", options_of.showing),
    "completion": ("what your shell completes maturity by; the README says where to", options_of.completing),
    "doctor": ("what this terminal can do, and whether folders can be written", None),
}
"""By its name, what is said of a verb, and what adds its own options."""


def parser(words: Iterable[str] | None = None) -> argparse.ArgumentParser:
    """The command and its verbs. With the `words` of a call, a verb that is none of them has no options: it cannot be
    meant, and to make those of all costs more than to read the call."""
    return _parser(frozenset(_VERBS if words is None else _VERBS.keys() & set(words)))


@cache
def _parser(whole: frozenset[str]) -> argparse.ArgumentParser:
    shared = _shared()
    root = argparse.ArgumentParser(prog="maturity", description=_DESCRIPTION, parents=[shared])
    root.add_argument("--version", action="version", version=f"maturity {__version__}")
    verbs = root.add_subparsers(dest="verb", metavar="verb", title="verbs (without one, the app opens)")
    for name, (says, add_options) in _VERBS.items():
        if name not in whole:
            verbs.add_parser(name, help=says, add_help=False)
            continue
        verb = verbs.add_parser(name, help=says, parents=[] if name == "completion" else [shared])
        if add_options is not None:
            add_options(verb)
    return root


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """The options of a call. Exports may stand behind options as well, where argparse takes no more of them."""
    root = parser(words)
    options, others = root.parse_known_args(words)
    if options.verb == "figures" and not any(word.startswith("-") for word in others):
        options.exports = [*options.exports, *others]
    elif others:
        root.error(f"unrecognised arguments: {' '.join(others)}")
    return options


def _shared() -> argparse.ArgumentParser:
    """What stands before a verb as well as behind it."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "-w",
        "--workspace",
        type=options_of.folder_name,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="folder of responses; or a results.toml that was sent to you, to look at",
    )
    shared.add_argument(
        "-q", "--questionnaire", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="a questionnaire of your own"
    )
    return shared
