"""What the command line understands, of which each call makes only what it needs."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from maturity.cli.parser import parser


def verbs_of(root: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The verbs of a command, by their names."""
    (verbs,) = (action for action in root._actions if isinstance(action, argparse._SubParsersAction))
    return dict(verbs.choices)


VERBS = tuple(verbs_of(parser()))


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_is_called_says_what_it_says_beside_all_others(verb: str) -> None:
    assert verbs_of(parser([verb, "--help"]))[verb].format_help() == verbs_of(parser())[verb].format_help()


def test_the_command_says_the_same_of_its_verbs_whichever_is_called() -> None:
    assert parser(["compare"]).format_help() == parser(["--help"]).format_help() == parser().format_help()


def test_of_verbs_that_are_not_called_no_options_are_made() -> None:
    made = verbs_of(parser(["-w", "answers", "compare", "--brief"]))
    assert [name for name, verb in made.items() if verb._actions] == ["compare"]


def test_a_folder_may_be_called_like_a_verb() -> None:
    call = ["-w", "check", "compare", "gate"]
    options = parser(call).parse_args(call)
    assert (options.verb, options.workspace, options.files) == ("compare", Path("check"), ["gate"])
