"""A record while the rules look at it: its file, and its objects by kind."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

from .. import models
from .verdict import upgraded_data

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from ..corpus.corpus import Record
    from ..models import Model, Reference
    from ..models.tree import Cited, FieldText
    from ..text.pointer import Pointer

M = TypeVar("M", bound="Model")
N = TypeVar("N", bound="Model")
P = TypeVar("P", bound="Model")
T = TypeVar("T")


class Subject:
    """A typed record, the path of its file, and its plain data. It is walked once for all rules."""

    def __init__(self, path: str, record: Record, data: dict[str, Any]) -> None:
        self.path, self.record, self.data = path, record, data
        self._tree = models.Tree(record)
        self._known: dict[Callable[[Subject], Any], Any] = {}

    def once(self, find: Callable[[Subject], T]) -> T:
        """The result of the function; it is computed only once, whichever rules need it."""
        if find not in self._known:
            self._known[find] = find(self)
        found: T = self._known[find]
        return found

    @overload
    def of(self, one: type[M], /) -> list[tuple[Pointer, M]]: ...
    @overload
    def of(self, one: type[M], two: type[N], /) -> list[tuple[Pointer, M | N]]: ...
    @overload
    def of(self, one: type[M], two: type[N], three: type[P], /) -> list[tuple[Pointer, M | N | P]]: ...
    @overload
    def of(self, *kinds: type[Model]) -> list[tuple[Pointer, Model]]: ...

    def of(self, *kinds: type[Any]) -> list[tuple[Pointer, Any]]:
        """The objects of these kinds in the record, each with its pointer, parents first; but no evidence."""
        return self._tree.of(*kinds)

    @property
    def evidence(self) -> list[Cited]:
        """The evidence of each object that has some, with the pointer of the list."""
        return self._tree.evidence

    @property
    def texts(self) -> list[FieldText]:
        """Every text in the record, in whichever languages, but no codes."""
        return self._tree.texts

    @property
    def dates(self) -> list[FieldText]:
        """The texts that are dates."""
        return self._tree.dates

    @property
    def languages(self) -> set[str]:
        """The tags of all languages, of texts and of things."""
        return self._tree.languages

    @cached_property
    def words(self) -> frozenset[str]:
        """All keys, texts and codes of the record as a file has it in the newest version, without their places.

        By these it is known which rules have nothing to say.
        """
        found: set[str] = set()
        _gather(upgraded_data(self.data), found)
        return frozenset(found)

    @cached_property
    def lines(self) -> str:
        """The same as one text, in which each begins and ends with a line feed."""
        return "\n".join(["", *self.words, ""])

    @property
    def references(self) -> list[Reference]:
        """Every reference in the record."""
        return self._tree.references

    @property
    def referred(self) -> Mapping[tuple[str, ...], Collection[str]]:
        """The ids that are referred to, each once, by the kinds of things that they may name."""
        return self._tree.referred


def _gather(data: dict[str, Any], found: set[str]) -> None:
    found.update(data)
    for value in data.values():
        kind = type(value)
        if kind is str:
            found.add(value)
        elif kind is list:
            for item in value:
                kind = type(item)
                if kind is str:
                    found.add(item)
                elif kind is dict:
                    _gather(item, found)
        elif kind is dict:
            _gather(value, found)
