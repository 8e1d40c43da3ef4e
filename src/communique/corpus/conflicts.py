"""Conflicts: assertions of one matter that cannot all be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeAlias

from .. import models
from ..text.inflection import singular
from ..text.pointer import Pointer
from .claim_comparison import compare
from .claims import actors_and_date, claim

Located: TypeAlias = "tuple[Pointer, models.Assertion]"
"""An assertion, and its pointer in the record."""


def conflicts(record: models.Model) -> Iterator[list[Located]]:
    """The conflicts in a record. An assertion that is deprecated is in no conflict."""
    lists: dict[Pointer, list[Located]] = defaultdict(list)
    for pointer, model in models.walk(record):
        if isinstance(model, models.Assertion) and not model.is_deprecated:
            lists[pointer[:-1]].append((pointer, model))
    for located in lists.values():
        found = [model for _, model in located]
        against = contradicted(found)
        yield from ([located[each] for each in group] for group in groups(found) if any(against[i] for i in group))


def groups(assertions: Sequence[models.Assertion]) -> list[list[int]]:
    """The groups of assertions in one list, as indexes. The assertions of one matter form a group.

    Measures are in one group only if they have the same actors and the same date, or share a question, or if one of
    them is preferred. An assertion that competes with no other is a group of one.
    """
    if len(assertions) == 1:
        return [[0]]
    matters = [each.matter for each in assertions]
    preferred = {matter for each, matter in zip(assertions, matters, strict=True) if each.is_preferred}
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place, (each, matter) in enumerate(zip(assertions, matters, strict=True)):
        together = each.question or matter in preferred
        apart = actors_and_date(each) if isinstance(each, models.Measure) and not together else None
        found[(matter, apart) if matter else place].append(place)
    return list(found.values())


def contradict(one: models.Assertion, other: models.Assertion) -> bool:
    """Whether two assertions about the same matter cannot both be true.

    Another speaker, another wording or a less exact value is not a contradiction.
    """
    return any(contradicted([one, other]))


def contradicted(assertions: Sequence[models.Assertion]) -> list[bool]:
    """For each assertion of one list, whether another contradicts it."""
    found = [False] * len(assertions)
    for group in groups(assertions):
        if len(group) > 1:
            against = compare([claim(assertions[place]) for place in group]).contradicted()
            for place, each in zip(group, against, strict=True):
                found[place] = each
    return found


def disputed(assertions: Sequence[models.Assertion]) -> list[bool]:
    """For each assertion of one list, whether another that is not deprecated contradicts it.

    A preferred value is disputed too if a value that is not deprecated contradicts it. So is each of several values
    with the confidence ``disputed``. A deprecated value is not disputed.
    """
    places = [place for place, each in enumerate(assertions) if not each.is_deprecated]
    remaining = [assertions[place] for place in places]
    against = contradicted(remaining)
    found = [False] * len(assertions)
    for group in groups(remaining):
        for each in group:
            called_disputed = len(group) > 1 and remaining[each].is_called_disputed
            found[places[each]] = against[each] or called_disputed
    return found


def noun(pointer: Pointer) -> str:
    """The noun for the assertion at the pointer, for a message."""
    return singular(str(pointer[-2])).replace("_", " ")
