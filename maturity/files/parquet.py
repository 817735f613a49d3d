"""A table as Parquet, where DuckDB is installed: nobody else needs it, and nobody else loads it."""

from __future__ import annotations

import importlib
import tempfile
from pathlib import Path
from typing import Final, Protocol, cast

from maturity.files.saving import NotSavedError
from questionnaires import name_of, one_line

ENGINE: Final = "duckdb"


class _Table(Protocol):
    def write_parquet(self, file_name: str) -> None:
        """Writes all rows."""


class _Engine(Protocol):
    Error: type[Exception]

    def read_csv(self, path: str, *, dtype: dict[str, str], header: bool) -> _Table:
        """A table with these columns."""


def parquet(table: bytes, types: dict[str, str], target: Path) -> bytes:
    """A table in CSV as the bytes of a Parquet file, its columns of these types, empty cells as unknown.

    Raises NotSavedError for the `target` where DuckDB is not installed, or refuses. The names of files that reach it
    are ours: that of the target does not.
    """
    try:
        engine = cast("_Engine", importlib.import_module(ENGINE))
    except ImportError as error:
        raise NotSavedError(
            f"{name_of(target)} was not written: .parquet needs DuckDB, which is not installed; write .csv, or install "
            'it with: python -m pip install "autopatch-maturity[duckdb]"'
        ) from error
    with tempfile.TemporaryDirectory(prefix="maturity-") as folder:
        source, made = Path(folder) / "counts.csv", Path(folder) / "counts.parquet"
        source.write_bytes(table)
        try:
            engine.read_csv(str(source), dtype=types, header=True).write_parquet(str(made))
            return made.read_bytes()
        except (engine.Error, OSError) as error:
            raise NotSavedError(
                f"{name_of(target)} was not written: DuckDB says {one_line(str(error), 160)}"
            ) from error
