"""Where ids stand in the text of a record: where they are defined, and where they are referred to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..models import ENTITY_FIELDS
from ..text.pointer import Pointer
from .fields import PASSAGE, field_at, record_kind
from .scalars import Scalar, scalar_at, scalars


class Mention(NamedTuple):
    """An id in a text, from ``start`` to ``end`` in code points, and the kinds of things that it may name.

    ``is_definition`` is true where the thing gets its id, ``is_definer`` also where a former id of it is listed.
    """

    id: str
    kinds: tuple[str, ...]
    start: int
    end: int
    is_definition: bool = False
    is_definer: bool = False


def mentions(text: str) -> Iterator[Mention]:
    """Every id in the text of a record."""
    kind = record_kind(text)
    for each in scalars(text):
        if found := _mention(kind, each):
            yield found


def mention_at(text: str, index: int) -> Mention | None:
    """The id at this code point; None if there is none."""
    scalar = scalar_at(text, index)
    return _mention(record_kind(text), scalar) if scalar else None


def _mention(kind: str, scalar: Scalar) -> Mention | None:
    if scalar.is_key or not scalar.value:
        return None
    place = scalar.value, scalar.start, scalar.end
    if defined := _defined(kind, scalar.pointer):
        return Mention(place[0], (defined,), *place[1:], scalar.pointer[-1] == "id", is_definer=True)
    field = field_at(kind, scalar.pointer)
    return Mention(place[0], field.kinds, *place[1:]) if field and field.kinds else None


def _defined(kind: str, pointer: Pointer) -> str:
    """The kind of thing that has its id, or a former id, there; empty if none has."""
    match pointer:
        case ("id",):
            return kind
        case ("passages", int(), "id"):
            return PASSAGE
        case (str(name), int(), "id") | (str(name), int(), "former_ids", int()):
            return ENTITY_FIELDS.get(name, "")
    return ""
