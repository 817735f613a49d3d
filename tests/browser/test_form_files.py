"""Files that somebody chooses or drops on the page: read back as the program reads them, or refused in a sentence."""

from __future__ import annotations

import base64
import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from maturity.files.gathering import ResponseFile
from maturity.files.workspace import Workspace, to_bytes
from maturity.reports.form_data import Asked
from maturity.rounds.answering import begin_interview
from maturity.rounds.resuming import UnclearStartError, continued
from questionnaires import InvalidFile, Questionnaire, admit, parse
from questionnaires.words import Depth
from tests.browser.form_page import FormPage, open_form
from tests.browser.forms import form_of, questionnaire_of, written
from tests.browser.watching import watched
from tests.hostile import field
from tests.hostile.corpus import corpus

_MOMENT: Final = dt.datetime(2026, 11, 27, 9, 0, tzinfo=dt.UTC)
_FULL: Final = Asked(Depth.FULL)
_OLDER: Final = Path(__file__).parents[1] / "given" / "version_2026_11"
_DROP: Final = """async (data) => {
    const [main, trouble] = [document.getElementById("main"), document.getElementById("trouble")];
    const isAsking = main.dataset.view !== "start";
    trouble.textContent = "";
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], "<b>answers</b>.toml"));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    for (let turn = 0; turn < 2000 && !trouble.textContent && main.dataset.view === "start"; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve));
    }
    const said = trouble.textContent;
    if (isAsking || main.dataset.view === "start") return { said, file: "" };
    const key = Object.keys(localStorage)[0];
    const { file } = JSON.parse(localStorage.getItem(key));
    document.getElementById("leave").click();
    localStorage.clear();
    return { said, file };
}"""


def _dropped(form: FormPage, data: bytes) -> dict[str, str]:
    """What the page says of a file that is dropped on it, or what it keeps of it."""
    found: dict[str, str] = form.page.evaluate(_DROP, base64.b64encode(data).decode())
    return found


def _response_files() -> Iterator[bytes]:
    """Every file of the corpus that says that it is a response."""
    found: dict[bytes, None] = {}
    for item in corpus():
        if not item.is_heavy and not item.is_questionnaire and item.make is None:
            found.update(dict.fromkeys(data for data in item.files().values() if b"response" in data[:200]))
    yield from found


def _by_the_program(questionnaire: Questionnaire, data: bytes, folder: Path) -> bytes | None:
    """The file as the program goes on with it; None where it refuses it."""
    try:
        response = admit(parse(data, "answers.toml"), "answers.toml", questionnaire)
        file = ResponseFile(folder / "answers.toml", response, "")
        response = continued(Workspace(folder, questionnaire), file).response
    except (InvalidFile, UnclearStartError):
        return None
    if response.respondent.depth is not Depth.FULL:
        response = response.deepened(Depth.FULL, _MOMENT)
    return to_bytes(begin_interview(questionnaire, response, _MOMENT).response)


def test_a_hostile_file_is_refused_in_a_sentence_or_means_what_it_means_to_the_program(
    browser: Browser, tmp_path: Path, is_thorough: bool
) -> None:
    questionnaire = questionnaire_of("hostile field")
    taken = 0
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("hostile field", _FULL)), _MOMENT)
        for data in islice(_response_files(), None, None, 1 if is_thorough else 4):
            found = _dropped(form, data)
            if found["file"]:
                taken += 1
                assert found["file"].encode() == _by_the_program(questionnaire, data, tmp_path), data
            else:
                assert re.fullmatch(r"<b>answers</b>\.toml[^\n]{1,400}\.", found["said"]), (data, found)
        assert seen.is_quiet()
    assert taken > 10


def test_a_file_of_an_older_version_is_gone_on_with_where_the_program_would(browser: Browser, tmp_path: Path) -> None:
    questionnaire = questionnaire_of("autopatch")
    taken = []
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("autopatch", _FULL)), _MOMENT)
        for data in _older_files():
            expected = _by_the_program(questionnaire, data, tmp_path)
            found = _dropped(form, data)
            assert found["file"] == (expected or b"").decode(), found["said"]
            taken.append(bool(expected))
        assert seen.is_quiet()
    assert set(taken) == {True, False}


def _older_files() -> Iterator[bytes]:
    """Those of another version, as the program writes them, and each answer by itself: some mean what they meant."""
    for path in sorted(_OLDER.glob("*--r1.toml")):
        response = admit(parse(path.read_bytes(), path.name), path.name, questionnaire_of("autopatch"))
        yield to_bytes(response)
        for question, answer in response.answers.items():
            yield to_bytes(response.model_copy(update={"answers": {question: answer}}))


def _changed(old: str, new: str) -> bytes:
    text = field.response()
    assert text.count(old) == 1
    return text.replace(old, new).encode()


_REFUSED: Final[dict[str, tuple[bytes, str]]] = {
    "nothing": (b"", "is empty."),
    "too large": (b"#" * 3_000_000, "bytes; at most"),
    "no text": (b"\xff\xfe\x00", "is not text in UTF-8"),
    "another kind": (field.ROSTER.encode(), 'is no file of answers: its first line is not kind = "response".'),
    "another questionnaire": (_changed('id = "small"', 'id = "large"'), "answers another questionnaire, large"),
    "a later round": (_changed("round = 1", "round = 2"), "is of round 2, and this page asks round 1"),
    "an unknown team": (_changed('team = "network"', 'team = "nobody"'), "respondent.team is nobody"),
    "a vote": (_changed("round = 1", "round = 1\nvoted = true"), "is a vote of the room"),
    "cut off": (field.response().encode()[:-120], ""),
    "a line of somebody's": (field.response().encode() + b"# mine\n", "is not written as the program writes it"),
    "an option that is none": (_changed('status = "partly"', 'status = "hardly"'), "which is not on the scale"),
    "a day that is none": (_changed("started = 2026-11-2", "started = 2026-02-3"), ""),
}


@pytest.mark.parametrize("name", list(_REFUSED))
def test_a_file_that_does_not_fit_is_refused_with_what_and_where(browser: Browser, tmp_path: Path, name: str) -> None:
    data, words = _REFUSED[name]
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("hostile field", _FULL)), _MOMENT)
        form.read(data, "my answers.toml")
        said = form.text("#trouble")
        assert said.startswith("my answers.toml")
        assert words in said
        assert form.seen().view == "start"
        assert seen.is_quiet()


def test_a_file_of_another_team_is_refused_where_the_page_is_for_one(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("hostile field", Asked(Depth.FULL, "endpoint"))), _MOMENT)
        form.read(field.response().encode())
        assert form.text("#trouble") == "answers.toml: holds answers of Network; this page is for Endpoint."
        assert seen.is_quiet()


def test_a_file_with_the_line_ends_of_windows_is_read_back(browser: Browser, tmp_path: Path) -> None:
    data = field.response().encode()
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("hostile field", _FULL)), _MOMENT)
        form.read(data.replace(b"\n", b"\r\n"))
        expected = _by_the_program(questionnaire_of("hostile field"), data, tmp_path)
        assert form.saved("#save-so-far")[1] == expected
        assert seen.is_quiet()


def test_a_file_that_is_dropped_among_questions_changes_nothing(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("hostile field", _FULL)), _MOMENT)
        form.begin("network")
        before = form.seen()
        assert "leave these answers first" in _dropped(form, field.response().encode())["said"]
        assert form.seen() == before
        assert seen.is_quiet()
