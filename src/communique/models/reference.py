"""References: which fields hold ids of things that are defined elsewhere, and what a record holds in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ..text.pointer import Pointer

if TYPE_CHECKING:
    from .base import Model


class Refers:
    """Annotates a field that holds ids of things of these kinds: ``speaker: Annotated[Maybe[Id], Refers("actor")]``."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


class Reference(NamedTuple):
    """An id that stands in a record for something defined elsewhere: where it stands, and what it may name."""

    pointer: Pointer
    id: str
    kinds: tuple[str, ...]


@cache
def reference_fields(model: type[Model]) -> Mapping[str, tuple[str, ...]]:
    """The fields of a model that hold ids of other things, and the kinds of things that each may name.

    >>> from communique.models import Relation
    >>> dict(reference_fields(Relation))
    {'target': ('announcement', 'instrument'), 'subject': ('instrument',)}
    """
    return MappingProxyType(
        {
            name: mark.kinds
            for name, field in model.model_fields.items()
            for mark in field.metadata
            if isinstance(mark, Refers)
        }
    )


def references_of(nodes: Iterable[tuple[Pointer, Model]]) -> Iterator[Reference]:
    """Every reference in the fields of these objects, each of which has its pointer."""
    for pointer, model in nodes:
        values = model.__dict__
        for name, kinds in _referring(type(model)):
            if not (value := values[name]):
                continue
            if isinstance(value, str):
                yield Reference((*pointer, name), value, kinds)
            else:
                yield from (Reference((*pointer, name, index), item, kinds) for index, item in enumerate(value))


@cache
def _referring(model: type[Model]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(reference_fields(model).items())
