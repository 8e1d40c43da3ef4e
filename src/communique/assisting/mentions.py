"""Where ids stand in the text of a record: where they are defined, and where they are referred to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..cards import SEPARATOR
from ..models import ENTITY_FIELDS
from ..text.pointer import Pointer
from .fields import COMMITMENT, PASSAGE, field_at, record_kind
from .scalars import Scalar, scalars, the_one_at


class Mention(NamedTuple):
    """An id in a text, from ``start`` to ``end`` in code points, and the kinds of things that it may name.

    That of a commitment is ANNOUNCEMENT#COMMITMENT, also where only the second part of it stands.
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
    kind, all_ = record_kind(text), [*scalars(text)]
    owner = _own_id(all_)
    for each in all_:
        if found := _mention(kind, owner, each):
            yield found


def mention_at(text: str, index: int) -> Mention | None:
    """The id at this code point; None if there is none."""
    all_ = [*scalars(text)]
    scalar = the_one_at(all_, index)
    return _mention(record_kind(text), _own_id(all_), scalar) if scalar else None


def _own_id(found: Iterable[Scalar]) -> str:
    """The id of the record; empty if it has none."""
    return next((each.value for each in found if each.pointer == ("id",) and not each.is_key), "")


def _mention(kind: str, owner: str, scalar: Scalar) -> Mention | None:
    if scalar.is_key or not scalar.value:
        return None
    id, place = scalar.value, (scalar.start, scalar.end)
    if defined := _defined(kind, scalar.pointer):
        whole = f"{owner}{SEPARATOR}{id}" if defined == COMMITMENT else id
        return Mention(whole, (defined,), *place, scalar.pointer[-1] == "id", is_definer=True)
    field = field_at(kind, scalar.pointer)
    return Mention(id, field.kinds, *place) if field and field.kinds else None


def _defined(kind: str, pointer: Pointer) -> str:
    """The kind of thing that has its id, or a former id, there; empty if none has."""
    match pointer:
        case ("id",):
            return kind
        case ("passages", int(), "id"):
            return PASSAGE
        case ("commitments", int(), "id"):
            return COMMITMENT
        case (str(name), int(), "id") | (str(name), int(), "former_ids", int()):
            return ENTITY_FIELDS.get(name, "")
    return ""
