"""Assertions that compete: a reader who asks one thing can be shown only one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from ..corroboration import contradict
from ..models import Assertion, Measure, Model, walk
from ..models.codelists import Rank
from ..pointer import Pointer

Place = tuple[Pointer, Assertion]

_MOST = 30  # of one matter that are held against each other; more are no record but an attack


def rivals(record: Model) -> Iterator[list[Place]]:
    """The assertions of one matter in one list that are not held to be wrong, if any two contradict each other."""
    groups: dict[object, list[Place]] = defaultdict(list)
    for pointer, model in walk(record):
        if isinstance(model, Assertion) and model.matter and model.rank is not Rank.DEPRECATED:
            groups[pointer[:-1], model.matter, _deed(model)].append((pointer, model))
    for group in groups.values():
        if any(disagree(one, other) for (_, one), (_, other) in combinations(group[:_MOST], 2)):
            yield group


def disagree(one: Assertion, other: Assertion) -> bool:
    """Whether two assertions of one matter cannot both be true."""
    if isinstance(one, Measure) and isinstance(other, Measure):
        return (one.stage, one.modality) != (other.stage, other.modality)
    return contradict(one, other)


def noun(pointer: Pointer) -> str:
    """What the assertion at the pointer is, for a message."""
    return str(pointer[-2]).removesuffix("s").replace("quantitie", "quantity").replace("_", " ")


def _deed(model: Assertion) -> object:
    """Two sign, or one amends twice: neither excludes the other, unless a question sets them against each other."""
    return (model.actors, model.date) if isinstance(model, Measure) and not model.question else None
