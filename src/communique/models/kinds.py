"""The kinds of things: records, and the entities that records define. Whoever goes through all kinds has them here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from ..text.inflection import plural

if TYPE_CHECKING:
    from .announcement import Announcement
    from .base import Model
    from .dataset import Dataset
    from .entity import Entity
    from .registry import Registry

M = TypeVar("M", bound="Model", covariant=True)


class Kinds(Mapping[str, type[M]]):
    """The models of some kinds, by the names of the kinds. A model is imported when it is asked for."""

    def __init__(self, *names: str) -> None:
        self._names: dict[str, type[M] | None] = dict.fromkeys(names)

    def __getitem__(self, name: str) -> type[M]:
        if (model := self._names[name]) is None:
            model = self._names[name] = getattr(import_module(f"{__package__}.{name}"), name.capitalize())
        return model

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


RECORD_KINDS: Kinds[Announcement | Registry | Dataset] = Kinds("announcement", "registry", "dataset")
"""The kinds of record, by the name that a record gives as its kind."""

ENTITY_KINDS: Kinds[Entity] = Kinds("actor", "instrument", "occasion", "source")
"""The kinds of things that announcements and registries define."""

ENTITY_FIELDS = {plural(kind): kind for kind in ENTITY_KINDS}
"""The lists of definitions in a record, and what each defines."""

REFERABLE_KINDS: Kinds[Announcement | Entity] = Kinds("announcement", *ENTITY_KINDS)
"""The kinds of things that a reference may name: what can be looked up, and has a card."""

THING_KINDS: Kinds[Announcement | Entity | Registry | Dataset] = Kinds(*REFERABLE_KINDS, *RECORD_KINDS)
"""Every kind of thing. Each has a table and a list in an export, named by the plural."""
