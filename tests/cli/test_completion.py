"""Completion for each shell is what the parser gives, and the shells that are here take it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from maturity.cli.completions import SHELLS, completion_text
from tests.given.commands import Command
from tests.given.completions import made

ASKING: Final = {
    "bash": "source ./maturity.bash; complete -p maturity >/dev/null || exit 1; COMP_WORDS=({words} '{begun}'); "
    "COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _shtab_maturity; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
    "fish": "source maturity.fish; complete -C '{words} {begun}'",
}
"""How a shell is asked, without a terminal, what it would complete; zsh completes only in one."""
HERE: Final = [shell for shell in ASKING if shutil.which(shell) and os.name == "posix"]


def completed(shell: str, words: str, begun: str, folder: Path) -> set[str]:
    """What a shell offers for the word that is begun."""
    (folder / SHELLS[shell]).write_text(completion_text(shell), encoding="utf-8")
    asked = ASKING[shell].format(words=words, begun=begun)
    done = subprocess.run(
        [shell, "-c", asked],
        cwd=folder,
        env={**os.environ, "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return {line.partition("\t")[0].rstrip("/") for line in done.stdout.splitlines()}


@pytest.mark.parametrize("shell", SHELLS)
def test_what_ships_is_what_the_parser_gives(shell: str) -> None:
    """Where this fails, it was forgotten: `python -m tests.given.completions`."""
    assert completion_text(shell) == made(shell)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_completion_of_a_shell_is_printed_as_it_is(command: Command, shell: str) -> None:
    said = command("completion", shell)
    assert (said.code, said.out, said.err) == (0, completion_text(shell), "")


def test_a_shell_that_is_not_known_is_answered_with_those_that_are(command: Command) -> None:
    said = command("completion", "tcsh")
    assert said.code == 2
    assert all(shell in said.err for shell in SHELLS)


@pytest.mark.parametrize("shell", SHELLS)
def test_no_completion_holds_a_path_of_the_machine_it_was_made_on(shell: str) -> None:
    assert str(Path.cwd()) not in completion_text(shell)
    assert str(Path.home()) not in completion_text(shell)


@pytest.mark.parametrize("shell", HERE)
def test_a_shell_completes_verbs_options_and_their_values(shell: str, place: Path) -> None:
    assert completed(shell, "maturity", "comp", place) == {"compare", "completion"}
    assert {"--strict", "--brief"} <= completed(shell, "maturity compare", "--", place)
    assert completed(shell, "maturity assess --depth", "", place) == {"short", "core", "full"}
    assert completed(shell, "maturity completion", "", place) == set(SHELLS)


@pytest.mark.parametrize("shell", HERE)
def test_a_shell_completes_files_where_a_file_is_asked_for_and_only_folders_where_a_folder_is(
    shell: str, place: Path
) -> None:
    (place / "spring.toml").touch()
    (place / "spring").mkdir()
    assert completed(shell, "maturity export -o", "spr", place) == {"spring.toml", "spring"}
    assert completed(shell, "maturity demo", "spr", place) == {"spring"}
