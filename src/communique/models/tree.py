"""The objects of a record, found by one walk, and asked for by kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, get_args, overload

from ..codelists import Codelist
from ..text.pointer import Pointer
from .base import Model
from .reference import Reference, reference_fields, references_of

A = TypeVar("A", bound=Model)
B = TypeVar("B", bound=Model)
C = TypeVar("C", bound=Model)

FieldText = tuple[Pointer, str, Pointer, str]
"""A text of a record: the pointer of its object, the field, the place in the field, and the text."""


def walk(model: Model, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Model]]:
    """The object itself and every object inside it, each with its pointer, parents first."""
    found: list[tuple[Pointer, Model]] = []
    _collect(model, pointer, found)
    return iter(found)


def references(record: Model) -> Iterator[Reference]:
    """Every reference in the record."""
    return references_of(walk(record))


class Tree:
    """The objects of one record. It is walked once, however many rules ask for objects of a kind."""

    def __init__(self, record: Model) -> None:
        self.nodes: list[tuple[Pointer, Model]] = []
        _collect(record, (), self.nodes)
        self._by_class: dict[type[Model], list[int]] = {}
        for index, (_, model) in enumerate(self.nodes):
            self._by_class.setdefault(type(model), []).append(index)
        self._found: dict[tuple[type[Model], ...], list[tuple[Pointer, Any]]] = {}
        self._texts: list[FieldText] | None = None
        self._references: list[Reference] | None = None
        self._referred: dict[tuple[str, ...], dict[str, None]] | None = None

    @overload
    def of(self, kind: type[A], /) -> list[tuple[Pointer, A]]: ...
    @overload
    def of(self, kind: type[A], other: type[B], /) -> list[tuple[Pointer, A | B]]: ...
    @overload
    def of(self, kind: type[A], other: type[B], third: type[C], /) -> list[tuple[Pointer, A | B | C]]: ...
    @overload
    def of(self, *kinds: type[Any]) -> list[tuple[Pointer, Any]]: ...
    def of(self, *kinds: type[Any]) -> list[tuple[Pointer, Any]]:
        """The objects of these kinds, each with its pointer, parents first."""
        if (found := self._found.get(kinds)) is None:
            found = self._found[kinds] = self._select(kinds)
        return found

    @property
    def texts(self) -> list[FieldText]:
        """Every text, in whichever languages, but no codes."""
        if self._texts is None:
            self._texts = _texts(self.nodes)
        return self._texts

    @property
    def references(self) -> list[Reference]:
        """Every reference to something that is defined elsewhere."""
        if self._references is None:
            self._references = list(references_of(self.nodes))
        return self._references

    @property
    def referred(self) -> Mapping[tuple[str, ...], Collection[str]]:
        """The ids that are referred to, each once, by the kinds of things that they may name."""
        if self._referred is None:
            self._referred = self._find_referred()
        return self._referred

    def _find_referred(self) -> dict[tuple[str, ...], dict[str, None]]:
        found: dict[tuple[str, ...], dict[str, None]] = {}
        nodes = self.nodes
        for model, places in self._by_class.items():
            for name, kinds in reference_fields(model).items():
                ids = found.setdefault(kinds, {})
                for index in places:
                    value = nodes[index][1].__dict__[name]
                    if isinstance(value, str):
                        ids[value] = None
                    elif value:
                        ids.update(dict.fromkeys(value))
        return found

    def _select(self, kinds: tuple[type[Model], ...]) -> list[tuple[Pointer, Any]]:
        found = [places for each, places in self._by_class.items() if _is_one_of(each, kinds)]
        places = found[0] if len(found) == 1 else sorted(index for places in found for index in places)
        return [self.nodes[index] for index in places]


def _collect(model: Model, pointer: Pointer, found: list[tuple[Pointer, Model]]) -> None:
    found.append((pointer, model))
    values = model.__dict__
    for name in _branches(type(model)):
        if value := values[name]:
            if type(value) is tuple:
                for index, item in enumerate(value):
                    _collect(item, (*pointer, name, index), found)
            else:
                _collect(value, (*pointer, name), found)


@cache
def _is_one_of(model: type[Model], kinds: tuple[type[Model], ...]) -> bool:
    return issubclass(model, kinds)


@cache
def _branches(model: type[Model]) -> tuple[str, ...]:
    """The fields that hold objects."""
    return tuple(name for name, field in model.model_fields.items() if _holds(field.annotation, Model))


@cache
def _text_fields(model: type[Model]) -> tuple[str, ...]:
    return tuple(
        name
        for name, field in model.model_fields.items()
        if not _holds(field.annotation, Model) and not _holds(field.annotation, Codelist)
    )


def _holds(annotation: Any, kind: type) -> bool:
    """Whether a value of the type is, or contains, an object of this kind."""
    inner = getattr(annotation, "__value__", annotation)  # of a named type
    if isinstance(inner, type) and not get_args(inner):
        return issubclass(inner, kind)
    return any(_holds(each, kind) for each in get_args(inner))


def _texts(nodes: Iterable[tuple[Pointer, Model]]) -> list[FieldText]:
    found: list[FieldText] = []
    for pointer, model in nodes:
        values = model.__dict__
        for name in _text_fields(type(model)):
            if not (value := values[name]):
                continue
            if isinstance(value, str):
                found.append((pointer, name, (), value))
            elif isinstance(value, dict):
                found += [(pointer, name, (key,), text) for key, text in value.items() if isinstance(text, str)]
            elif isinstance(value, tuple):
                found += [(pointer, name, (index,), text) for index, text in enumerate(value) if isinstance(text, str)]
    return found
