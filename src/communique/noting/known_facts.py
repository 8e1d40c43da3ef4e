"""Facts in notes that a record has already: they are not added again, but what more supports them is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..exporting.tables.field_layout import fields
from ..importing.cells import CellError
from ..models import Model
from ..models.assertion import ASSERTION_FIELDS, Assertion
from ..models.unknown import Unknown

Data = Mapping[str, Any]

_APART = ("id", "evidence")


class Known(NamedTuple):
    """The place of a fact in its list of the record, and the evidence that it does not have yet."""

    place: int
    evidence: Sequence[Any] = ()


def known_fact(data: Data, there: Sequence[Data], model: type[Model]) -> Known | None:
    """Where a list of the record has the fact; None if it does not.

    Raises:
        CellError: it has the fact, but with another note, id or the like.
    """
    if data in there:
        return Known(there.index(data))
    if not issubclass(model, Assertion):
        return None
    content = {each.name for each in fields(model)} - ASSERTION_FIELDS - _lists_apart(model)
    for place, each in enumerate(there):
        if any(data.get(name) != each.get(name) for name in content) or _are_two(data, each):
            continue
        if other := [name for name in data if name not in _APART and data[name] != each.get(name)]:
            names = " and ".join(other)
            message = f"item {place + 1} of the record says the same, with another {names}"
            raise CellError(message, "change it there")
        if "id" in data and "id" not in each:
            raise CellError(f"item {place + 1} of the record says the same, without this label", "leave the label out")
        return Known(place, [*_new(data.get("evidence", ()), each.get("evidence", ()))])
    return None


def _lists_apart(model: type[Model]) -> set[str]:
    """The lists of what stands for itself, such as the attributes of a measure."""
    typed = ((each.name, each.type) for each in fields(model))
    return {name for name, kind in typed if isinstance(kind, type) and issubclass(kind, Assertion | Unknown)}


def _are_two(one: Data, other: Data) -> bool:
    return "id" in one and "id" in other and one["id"] != other["id"]


def _new(given: Sequence[Any], there: Sequence[Any]) -> Iterator[Any]:
    known = [_whole(each) for each in there]
    for each in given:
        wanted = _whole(each)
        same = [known_one for known_one in known if known_one.get("source") == wanted["source"]]
        if not same:
            yield each
        elif not any(all(one.get(name) == value for name, value in wanted.items()) for one in same):
            message = f"the record cites {wanted['source']} for the same in another way"
            raise CellError(message, "change it there, or leave this source out")


def _whole(evidence: Any) -> Data:
    """Evidence as an object, which is written as the id of the source if it says no more."""
    return evidence if isinstance(evidence, dict) else {"source": evidence}
