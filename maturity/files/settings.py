"""What the program remembers of how somebody likes it: one small file in their own folder, never beside answers."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import platformdirs

from maturity.files.links import is_taken
from questionnaires import Fault, InvalidFile, name_of, parse, read_bytes

_THEME: Final = "theme"


def settings_folder() -> Path:
    """Where settings belong on this system. Nothing is made on disk here."""
    return Path(platformdirs.user_config_dir("maturity", appauthor=False))


def remembered_theme() -> str | None:
    """The theme chosen last; None where nobody has chosen one. Raises InvalidFile for a file that is not ours."""
    path = _file()
    theme = _settings(path).get(_THEME)
    if theme is None or isinstance(theme, str):
        return theme
    raise InvalidFile([Fault(name_of(path), _THEME, "has to be a text")])


def remember_theme(name: str) -> None:
    """Keeps what else stands in the file. Raises NotSavedError, also where the file cannot be read."""
    import tomli_w  # this is read at every start, and hardly ever written

    from maturity.files.saving import NotSavedError, write_once

    path = _file()
    try:
        settings = _settings(path)
    except InvalidFile as error:
        raise NotSavedError(f"{name_of(path)} was not saved: {error.faults[0]}.") from error
    write_once(path, tomli_w.dumps({**settings, _THEME: name}).encode("utf-8"))


def _file() -> Path:
    return settings_folder() / "settings.toml"


def _settings(path: Path) -> dict[str, object]:
    return parse(read_bytes(path), name_of(path)) if is_taken(path) else {}
