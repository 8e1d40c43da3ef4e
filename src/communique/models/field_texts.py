"""The texts that stand in the fields of a record, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..text.pointer import Pointer
from . import Model, Record, walk


def field_texts(record: Record) -> Iterator[tuple[Pointer, str, str]]:
    """Every text of a record, in whichever languages: where it stands, in which field, and the text itself."""
    for pointer, model in walk(record):
        for name in type(model).model_fields:
            yield from (((*pointer, name, *place), name, text) for place, text in _texts(model, name))


def _texts(model: Model, name: str) -> Iterator[tuple[Pointer, str]]:
    value = getattr(model, name)
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, Mapping):
        yield from (((key,), text) for key, text in value.items() if isinstance(text, str))
    elif isinstance(value, tuple):
        yield from (((index,), text) for index, text in enumerate(value) if isinstance(text, str))
