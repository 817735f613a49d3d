"""Response files to the small questionnaire, good and bad, and what a command said about them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from maturity.files.workspace import to_bytes
from questionnaires import Answer, Response
from questionnaires.words import Depth
from tests.given.builders import respond

GOOD: Final[Mapping[str, Answer]] = {
    "ownership.pause": Answer(owner="endpoint"),
    "control.release": Answer(needed=3, wanted=2),
    "risk.attitude": Answer(position=1),
}
DIFFERENT: Final[Mapping[str, Answer]] = {
    "ownership.pause": Answer(owner="security"),
    "control.release": Answer(needed=5, basis="law", wanted=5),
    "risk.attitude": Answer(position=5),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind: its exit code, its data and its messages."""

    code: int
    out: str
    err: str

    @property
    def messages(self) -> list[str]:
        return self.err.splitlines()


def response_text(
    team: str, answers: Mapping[str, Answer] = GOOD, respondent: str = "k7m2", number: int = 1, name: str = ""
) -> str:
    """The text of a response file."""
    response = respond(team, answers, respondent=respondent, depth=Depth.FULL)
    known = response.respondent.model_copy(update={"round": number, "name": name})
    return to_bytes(response.model_copy(update={"respondent": known})).decode()


def put(path: Path, content: str | bytes) -> Path:
    """Writes a file, its folder as well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def two_teams(folder: Path) -> Path:
    """A folder with the responses of two teams that disagree."""
    put(folder / "endpoint.toml", response_text("endpoint", GOOD, "endp1"))
    put(folder / "security.toml", response_text("security", DIFFERENT, "secu1"))
    return folder


def called_in_results(path: Path, kind: str) -> str:
    """What results call a file that could not be used: not by its name, which may be a person's."""
    return f"{kind} {hashlib.sha256(path.read_bytes()).hexdigest()[:8]}"


def snapshot_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def uncounted(response: Response) -> Response:
    """The response without the count of answers that only its file bears."""
    respondent = response.respondent.model_copy(update={"answered": None})
    return response.model_copy(update={"respondent": respondent})
