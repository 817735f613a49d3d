"""`maturity check`: all faults of all files at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from maturity.cli.console import put, say, say_all
from maturity.cli.exit_codes import Exit
from maturity.cli.kinds import KINDS, said_of_actuals, said_of_decisions, said_of_response, said_of_roster
from maturity.cli.waiting import gathered_at
from maturity.files.decided import ConflictingFile
from maturity.files.gathering import Gathered, expand, files_in, is_folder
from maturity.files.tallies import people_counted
from maturity.files.trees import Tree
from maturity.rounds.figures import double_figures
from questionnaires import Fault, InvalidFile, Questionnaire, kind_of, load, name_of, one_line, parse, read_bytes
from questionnaires.actuals import inconsistencies
from questionnaires.words import FileKind
from scoring.criteria.examples import not_holding


def check(names: Iterable[str], questionnaire: Questionnaire) -> Exit:
    """Validates files, folders of responses and questionnaires; what is sound is said, and so is every fault."""
    code = Exit.FINE
    for name in names:
        paths = expand([name])
        if not paths:
            say(str(Fault(one_line(name), "", "matches no file")))
            code = max(code, Exit.INVALID)
        for path in paths:
            code = max(code, _check_path(path, questionnaire))
    return code


def _check_path(path: Path, questionnaire: Questionnaire) -> Exit:
    """Checks a file, a folder of responses, or a questionnaire, and says what it found."""
    shown = name_of(path)
    try:
        if is_folder(path):
            return _check_folder(path, questionnaire)
        _check_file(shown, parse(read_bytes(path), shown), questionnaire)
    except InvalidFile as error:
        say_all(error.faults)
        return Exit.CONFLICT if isinstance(error, ConflictingFile) else Exit.INVALID
    return Exit.FINE


def _check_file(shown: str, document: Tree, questionnaire: Questionnaire) -> None:
    """Says what a sound document holds. Raises InvalidFile with all faults of another; one that does not say its kind
    is meant as a response."""
    kind = kind_of(document) or FileKind.RESPONSE
    put(f"{shown}: {KINDS[kind].check(document, shown, questionnaire)}\n")


def _check_folder(path: Path, questionnaire: Questionnaire) -> Exit:
    shown = name_of(path)
    if _holds_questionnaire(path):
        other = load(path)
        faults = list(_untrue_examples(other, shown))
        if faults:
            raise InvalidFile(faults)
        put(f"{shown}: fine, a questionnaire with {len(other.questions)} questions ({other.fingerprint})\n")
        return Exit.FINE
    gathered = gathered_at([path], questionnaire)
    say_all(gathered.skipped)
    _say_sound(gathered, questionnaire)
    faults = list(gathered.faults)
    for figures in gathered.figures:
        name = name_of(figures.path)
        wrong = [Fault(name, key, message) for key, message in inconsistencies(figures.actuals)]
        faults += wrong or double_figures(gathered, figures.actuals.pilot.round)
        if not wrong:
            put(f"{name}: {said_of_actuals(figures.actuals)}\n")
    faults = list(dict.fromkeys(faults))
    if not gathered.files and not gathered.tallies and not faults and not gathered.conflicts:
        faults.append(Fault(shown, "", "holds no response"))
    say_all([*faults, *gathered.conflicts])
    if gathered.conflicts:
        return Exit.CONFLICT
    return Exit.INVALID if faults else Exit.FINE


def _say_sound(gathered: Gathered, questionnaire: Questionnaire) -> None:
    """What each file holds that can be used."""
    for file in gathered.files:
        put(f"{name_of(file.path)}: {said_of_response(file.response)}\n")
    for tallied in gathered.tallies:
        put(f"{name_of(tallied.path)}: fine, {people_counted(tallied.counted.people)}\n")
    if gathered.roster is not None:
        put(f"{name_of(gathered.roster.path)}: {said_of_roster(gathered.roster.roster, questionnaire)}\n")
    for decided in gathered.decisions:
        put(f"{name_of(decided.path)}: {said_of_decisions(decided.decisions, len(decided.refused))}\n")


def _untrue_examples(questionnaire: Questionnaire, shown: str) -> Iterator[Fault]:
    """The examples of criteria that do not do what they say."""
    for candidate in questionnaire.candidates:
        for place, example in not_holding(questionnaire, candidate):
            wrong = (
                "should trigger the rule, but does not" if example.fires else "should not trigger the rule, but does"
            )
            key = f"criterion {candidate.id}.example[{place}]"
            yield Fault(shown, key, f"{wrong}; correct its answers, its fires, or the rule's when")


def _holds_questionnaire(folder: Path) -> bool:
    """Whether the folder holds files of a questionnaire and none of another kind but names for its teams.

    Among answers one such file is a stray, which is named and left out like any other.
    """
    try:
        paths = files_in(folder)
    except OSError:  # which gathering its answers reports
        return False
    found = False
    for path in paths:
        try:
            kind = kind_of(parse(read_bytes(path), path.name))
        except InvalidFile:
            continue
        if kind not in (FileKind.QUESTIONNAIRE, FileKind.ROSTER, None):
            return False
        found = found or kind is FileKind.QUESTIONNAIRE
    return found
