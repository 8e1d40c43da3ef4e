"""The objects of a record, found by one walk, and asked for by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any, TypeVar, get_args, overload

from typing_extensions import TypeAliasType

from ..codelists import Codelist
from ..text.pointer import Pointer
from .base import Model
from .edtf import EdtfDate
from .evidence import Evidence
from .reference import Reference, reference_fields, references_of
from .scalars import LanguageTag

A = TypeVar("A", bound=Model)
B = TypeVar("B", bound=Model)
C = TypeVar("C", bound=Model)

Node = tuple[Pointer, Any]
"""An object, after its pointer."""
Cited = tuple[Pointer, tuple[Evidence, ...]]
"""The evidence of one object, after the pointer of the list."""
FieldText = tuple[Pointer, str, Pointer, str]
"""A text of a record: the pointer of its object, the field, the place in the field, and the text."""


def walk(model: Model, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Model]]:
    """The object itself and every object inside it, each with its pointer, parents first."""
    found: list[Node] = []
    _collect(model, pointer, found, None)
    return iter(found)


def references(record: Model) -> Iterator[Reference]:
    """Every reference in the record."""
    return references_of(walk(record))


def evidence_in(record: Model) -> list[Cited]:
    """The evidence of each object that has some, with the pointer of the list."""
    found: list[Cited] = []
    _collect(record, (), [], found)
    return found


class Tree:
    """The objects of one record. It is walked once, however many rules ask for objects of a kind.

    ``evidence`` is that of each object that has some. Half of all objects are evidence, and hardly any rule looks at
    them, so `of` does not find them, nor what is in them.
    """

    def __init__(self, record: Model) -> None:
        self._record = record
        self.nodes: list[Node] = []
        self.evidence: list[Cited] = []
        _collect(record, (), self.nodes, self.evidence)
        self._by_class: defaultdict[type[Model], list[int]] = defaultdict(list)
        for index, (_, model) in enumerate(self.nodes):
            self._by_class[type(model)].append(index)
        self._found: dict[tuple[type[Model], ...], list[Node]] = {}
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
            self._texts = _texts(walk(self._record), _text_fields)
        return self._texts

    @property
    def dates(self) -> list[FieldText]:
        """The texts that are dates."""
        return self._texts_in(_date_fields)

    @property
    def languages(self) -> set[str]:
        """The tags of all languages, of texts and of things."""
        found: set[str] = set()
        for model, places in self._by_class.items():
            for name in _language_fields(model):
                for index in places:
                    if value := self.nodes[index][1].__dict__[name]:
                        found.update((value,) if isinstance(value, str) else value)
        return found

    @property
    def references(self) -> list[Reference]:
        """Every reference to something that is defined elsewhere."""
        if self._references is None:
            self._references = list(references(self._record))
        return self._references

    @property
    def referred(self) -> Mapping[tuple[str, ...], Collection[str]]:
        """The ids that are referred to, each once, by the kinds of things that they may name."""
        if self._referred is None:
            self._referred = self._find_referred()
        return self._referred

    def _texts_in(self, fields: Callable[[type[Model]], tuple[str, ...]]) -> list[FieldText]:
        found = [places for each, places in self._by_class.items() if fields(each)]
        nodes = self.nodes
        return _texts([nodes[index] for index in _in_order(found)], fields)

    def _find_referred(self) -> dict[tuple[str, ...], dict[str, None]]:
        found: dict[tuple[str, ...], dict[str, None]] = {}
        nodes = self.nodes
        for model, places in self._by_class.items():
            for name, kinds in reference_fields(model).items():
                ids = found.setdefault(kinds, {})
                for index in places:
                    if value := nodes[index][1].__dict__[name]:
                        if type(value) is str:
                            ids[value] = None
                        else:
                            ids.update(dict.fromkeys(value))
        cited = [each.source for _, evidence in self.evidence for each in evidence if each.source]
        found.setdefault(reference_fields(Evidence)["source"], {}).update(dict.fromkeys(cited))
        return found

    def _select(self, kinds: tuple[type[Model], ...]) -> list[Node]:
        if any(map(type.__subclasses__, kinds)):
            found = [places for each, places in self._by_class.items() if _is_one_of(each, kinds)]
        else:  # as most kinds have none, other classes need not be asked
            found = [self._by_class[kind] for kind in kinds if kind in self._by_class]
        nodes = self.nodes
        return [nodes[index] for index in _in_order(found)]


def _in_order(places: list[list[int]]) -> list[int]:
    return places[0] if len(places) == 1 else sorted(chain.from_iterable(places))


def _collect(model: Model, pointer: Pointer, found: list[Node], evidence: list[Cited] | None) -> None:
    """Add the object and all objects inside it; evidence to a list of its own, if there is one."""
    found.append((pointer, model))
    values = model.__dict__
    for name in _branches(type(model)):
        if value := values[name]:
            if type(value) is not tuple:
                _collect(value, (*pointer, name), found, evidence)
            elif name == "evidence" and evidence is not None:
                evidence.append(((*pointer, name), value))
            else:
                for index, item in enumerate(value):
                    _collect(item, (*pointer, name, index), found, evidence)


@cache
def _is_one_of(model: type[Model], kinds: tuple[type[Model], ...]) -> bool:
    return issubclass(model, kinds)


@cache
def object_fields(model: type[Model]) -> Mapping[str, tuple[type[Model], ...]]:
    """The fields that hold an object or a list of objects, and the models of these."""
    found = {name: tuple(each for each in types if _has([each], Model)) for name, types in _types(model).items()}
    return {name: models for name, models in found.items() if models}


@cache
def code_fields(model: type[Model]) -> Mapping[str, type[Codelist]]:
    """The fields that hold a code or a list of codes, and the codelist of each."""
    found = {name: [each for each in types if _has([each], Codelist)] for name, types in _types(model).items()}
    return {name: codelists[0] for name, codelists in found.items() if codelists}


@cache
def _branches(model: type[Model]) -> tuple[str, ...]:
    return tuple(object_fields(model))


@cache
def _text_fields(model: type[Model]) -> tuple[str, ...]:
    return tuple(name for name, types in _types(model).items() if not _has(types, Model, Codelist))


@cache
def _date_fields(model: type[Model]) -> tuple[str, ...]:
    return tuple(name for name in _text_fields(model) if _has(_types(model)[name], EdtfDate))


@cache
def _language_fields(model: type[Model]) -> tuple[str, ...]:
    """The fields that hold tags of languages, or texts by language."""
    return tuple(name for name in _text_fields(model) if LanguageTag in _types(model)[name])


@cache
def _types(model: type[Model]) -> dict[str, tuple[Any, ...]]:
    """By the name of the field, the classes and the named types that its values are of, or contain."""
    return {name: _types_in(field.annotation) for name, field in model.model_fields.items()}


def _types_in(annotation: Any) -> tuple[Any, ...]:
    if isinstance(annotation, TypeAliasType):
        return _types_named(annotation)
    if inner := get_args(annotation):
        return tuple(found for each in inner for found in _types_in(each))
    return (annotation,) if isinstance(annotation, type) else ()


@cache
def _types_named(name: TypeAliasType) -> tuple[Any, ...]:
    return (name, *_types_in(name.__value__))


def _has(types: Iterable[Any], *kinds: type) -> bool:
    return any(isinstance(each, type) and issubclass(each, kinds) for each in types)


def _texts(nodes: Iterable[tuple[Pointer, Model]], fields: Callable[[type[Model]], tuple[str, ...]]) -> list[FieldText]:
    found: list[FieldText] = []
    for pointer, model in nodes:
        values = model.__dict__
        for name in fields(type(model)):
            if not (value := values[name]):
                continue
            if isinstance(value, str):
                found.append((pointer, name, (), value))
            elif isinstance(value, dict):
                found += [(pointer, name, (key,), text) for key, text in value.items() if isinstance(text, str)]
            elif isinstance(value, tuple):
                found += [(pointer, name, (index,), text) for index, text in enumerate(value) if isinstance(text, str)]
    return found
