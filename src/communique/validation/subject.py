"""A record while the rules look at it: its file, and its objects by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from ..corpus.corpus import Record
    from ..models import Model, Reference
    from ..models.tree import FieldText
    from ..text.pointer import Pointer

M = TypeVar("M", bound="Model")
N = TypeVar("N", bound="Model")
P = TypeVar("P", bound="Model")
T = TypeVar("T")


class Subject:
    """A typed record, the path of its file, and its plain data. It is walked once for all rules."""

    def __init__(self, path: str, record: Record, data: dict[str, Any]) -> None:
        from ..models import Tree

        self.path, self.record, self.data = path, record, data
        self._tree = Tree(record)
        self._known: dict[Callable[[Any], Any], Any] = {}

    def once(self, find: Callable[[Any], T]) -> T:
        """The result of the function for the record; it is computed only once, whichever rules need it."""
        if find not in self._known:
            self._known[find] = find(self.record)
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
        """The objects of these kinds in the record, each with its pointer, parents first."""
        return self._tree.of(*kinds)

    @property
    def texts(self) -> list[FieldText]:
        """Every text in the record, in whichever languages, but no codes."""
        return self._tree.texts

    @property
    def references(self) -> list[Reference]:
        """Every reference in the record."""
        return self._tree.references

    @property
    def referred(self) -> Mapping[tuple[str, ...], Collection[str]]:
        """The ids that are referred to, each once, by the kinds of things that they may name."""
        return self._tree.referred
