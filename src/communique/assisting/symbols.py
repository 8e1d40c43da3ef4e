"""The outline of a record: its fields, and the objects in their lists, each called by what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from ..text.shortening import shorten
from .scalars import Scalar, scalars

_CALLED_BY = (
    "id", "actor", "instrument", "target", "commitment", "role", "type", "value", "amount", "currency", "unit", "state",
    "date", "text", "name",
)  # fmt: skip
"""Fields by whose values an object is called: by the first two that it has, in this order."""


class Symbol(NamedTuple):
    """A field of a record, or an object in its list, from ``start`` to ``end`` in code points.

    ``mark_end`` is where its first key ends, which begins at ``start``.
    """

    name: str
    start: int
    end: int
    mark_end: int
    items: tuple[Symbol, ...] = ()


def symbols(text: str) -> list[Symbol]:
    """The fields of the record in their order, as far as the text can be read."""
    found = (each for each in scalars(text) if each.pointer)
    return [_field([*group]) for _, group in groupby(found, lambda each: each.pointer[0])]


def _field(group: Sequence[Scalar]) -> Symbol:
    inner = (each for each in group if len(each.pointer) > 2 and isinstance(each.pointer[1], int))
    items = tuple(_item(int(step), [*each]) for step, each in groupby(inner, lambda each: each.pointer[1]))
    return Symbol(str(group[0].pointer[0]), group[0].start, group[-1].end, group[0].end, items)


def _item(number: int, group: Sequence[Scalar]) -> Symbol:
    values: dict[object, str] = {}
    for each in group:
        if not each.is_key and each.value:
            values.setdefault(each.pointer[2], " ".join(each.value.split()))
    called = [shorten(values[name]) for name in _CALLED_BY if name in values][:2]
    return Symbol(" · ".join(called) or str(number + 1), group[0].start, group[-1].end, group[0].end)
