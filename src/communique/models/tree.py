"""Walks over a record: every object in it."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.pointer import Pointer
from .base import Model


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
