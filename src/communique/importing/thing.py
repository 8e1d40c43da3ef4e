"""A thing that was read back, such as an announcement or a source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..text.pointer import Pointer
from .origin import Origin


class Thing(NamedTuple):
    """A thing as plain data, without what it defines, and the origins of its parts by their pointers."""

    table: str
    data: dict[str, Any]
    origins: Mapping[Pointer, Origin]

    @property
    def id(self) -> str:
        """Its id; empty if it has none."""
        return str(self.data.get("id", ""))

    def origin(self, pointer: Pointer = ()) -> Origin:
        """The origin of the nearest part that has one."""
        return self.origins[self.nearest(pointer)]

    def nearest(self, pointer: Pointer) -> Pointer:
        """The pointer to the nearest part that has an origin."""
        while pointer and pointer not in self.origins:
            pointer = pointer[:-1]
        return pointer
