"""Assertions that compete: a reader who asks one thing can be shown only one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..codelists import Rank
from ..models import Assertion, Model, walk
from ..text.inflection import singular
from ..text.pointer import Pointer
from .corroboration import contested, rings

Place = tuple[Pointer, Assertion]


def rivals(record: Model) -> Iterator[list[Place]]:
    """The assertions of one matter in one list that are not held to be wrong, if any two contradict each other."""
    lists: dict[Pointer, list[Place]] = defaultdict(list)
    for pointer, model in walk(record):
        if isinstance(model, Assertion) and model.rank is not Rank.DEPRECATED:
            lists[pointer[:-1]].append((pointer, model))
    for places in lists.values():
        models = [model for _, model in places]
        against = contested(models)
        yield from ([places[place] for place in ring] for ring in rings(models) if any(against[each] for each in ring))


def noun(pointer: Pointer) -> str:
    """What the assertion at the pointer is, for a message."""
    return singular(str(pointer[-2])).replace("_", " ")
