"""When the tool itself fails: one sentence, and a log without anybody's words."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from maturity.app.crash_report import explain_fault, log_file


@pytest.fixture(autouse=True)
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(platformdirs, "user_log_dir", lambda name, **_: str(tmp_path / "logs" / name))
    return tmp_path / "logs"


def fail() -> str:
    secret = "Between ourselves: zebra."
    try:
        raise ValueError(secret)
    except ValueError:
        return explain_fault()


def test_a_fault_is_said_in_words_and_kept_in_a_log_without_answers() -> None:
    said = fail()
    log = log_file().read_text(encoding="utf-8")
    assert said.startswith("maturity had to stop because of a fault of its own. Everything you answered is saved.")
    assert str(log_file()) in said
    assert "ValueError" in log
    assert "in fail" in log
    assert "Between ourselves" not in said + log.replace('secret = "Between ourselves: zebra."', "")


def test_a_log_that_cannot_be_written_is_no_second_fault(logs: Path) -> None:
    logs.write_text("a file, not a folder")
    assert fail().endswith("The log could not be written.")
