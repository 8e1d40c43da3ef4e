"""Walks over a record: every object in it, and every reference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..text.pointer import Pointer
from .base import Model


class Reference(NamedTuple):
    """An id that stands in a record for something defined elsewhere: where it stands, and what it may name."""

    pointer: Pointer
    id: str
    kinds: tuple[str, ...]


def walk(model: Model, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Model]]:
    """The object itself and every object inside it, each with its pointer, parents first."""
    yield pointer, model
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, Model):
            yield from walk(value, (*pointer, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Model):
                    yield from walk(item, (*pointer, name, index))


def references(record: Model) -> Iterator[Reference]:
    """Every reference in the record."""
    for pointer, model in walk(record):
        for name, kinds in model.references.items():
            value = getattr(model, name)
            if isinstance(value, str):
                yield Reference((*pointer, name), value, kinds)
            for index, item in enumerate(value if isinstance(value, tuple) else ()):
                yield Reference((*pointer, name, index), item, kinds)
