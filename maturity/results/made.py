"""What results are made of: models that are checked when they are read, and taken as they are where we compute them.

Checking what was just computed, and typed, finds nothing; but it takes the schema of each model, which costs more than
to compare the teams. `model_validate` checks as ever, as a file is a stranger's: it does not go through this.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import BaseModel

from questionnaires.response import FileModel

Model = TypeVar("Model", bound=FileModel)

_NEEDED: Final = object()

if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass as _Made  # whose calls are checked by their types
else:

    class _Made(type(BaseModel)):
        """Makes a model of the values of its fields as they are; what is left out gets its default."""

        def __call__(cls, /, **given: object) -> BaseModel:
            blank, made_anew = _blank(cls)
            values = {**blank, **{name: make() for name, make in made_anew.items()}, **given}
            if len(values) > len(blank) or _NEEDED in values.values():
                raise TypeError(f"{cls.__name__} is made of {', '.join(blank)}; {', '.join(given)} were given")
            made = cls.__new__(cls)
            for name, value in (
                ("__dict__", values),
                ("__pydantic_fields_set__", set(given)),
                ("__pydantic_extra__", None),
                ("__pydantic_private__", None),
            ):
                object.__setattr__(made, name, value)
            return made


@cache
def _blank(model: type[BaseModel]) -> tuple[dict[str, object], dict[str, Callable[[], object]]]:
    """By field, in order, what it holds where nothing is said; and how those are made that get a value of their own."""
    fields = model.model_fields
    made_anew = {name: one.default_factory for name, one in fields.items() if one.default_factory is not None}
    return {name: _NEEDED if one.is_required() else one.default for name, one in fields.items()}, made_anew  # type: ignore[return-value]


class ResultsModel(FileModel, metaclass=_Made):
    """A frozen part of results; unknown keys are faults."""


def made_of(model: type[Model], keys: Mapping[str, object]) -> Model:
    """A model of values under the keys that a file has for them, which may be no names of Python's, such as `class`."""
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    return model(**{names[key]: value for key, value in keys.items()})
