"""Models and corroboration as plain data, for JSON and JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

from ..corpus.corroboration import Corroboration
from ..corpus.source_count import SourceCount
from ..models import ENTITY_FIELDS, Announcement, Model, Registry
from ..models.plain_data import given_data, plain_fields
from ..text.pointer import Pointer, json_pointer

_MAX_LISTED = 100
"""The maximum number of listed sources for or against one assertion, because many values may compete."""


def without_definitions(model: Model) -> dict[str, Any]:
    """Every value of the model, without its definitions, which are in their own lists."""
    return plain_fields(model, _own_fields(type(model)))


def given_without_definitions(model: Model) -> dict[str, Any]:
    """Every given value of the model, without its definitions: of these, the model can be made again."""
    return given_data(model, _own_fields(type(model)))


@cache
def _own_fields(model: type[Model]) -> tuple[str, ...]:
    definitions = ENTITY_FIELDS if issubclass(model, Announcement | Registry) else ()
    return tuple(name for name in model.field_order() if name not in definitions)


def corroborations(id: str, found: Iterable[tuple[Pointer, Sequence[Corroboration]]]) -> Iterator[dict[str, Any]]:
    """For every assertion of the thing with this id, how many sources support and contradict it, and which.

    ``found`` has the pointer of each list of assertions, and their corroboration.
    """
    for pointer, several in found:
        place = json_pointer(pointer)
        for index, each in enumerate(several):
            yield {
                "id": id,
                "pointer": f"{place}/{index}",
                "supporting": _counted(each.supporting),
                "contradicting": _counted(each.contradicting),
            }


def _counted(count: SourceCount) -> dict[str, Any]:
    """The number of sources, at least and at most; the first ids, and the number of the others if there are many."""
    first = list(islice(count.sources, _MAX_LISTED))
    more = {"more_sources": count.at_most - _MAX_LISTED} if count.at_most > _MAX_LISTED else {}
    return {"at_least": count.at_least, "at_most": count.at_most, "sources": first, **more}
