"""Conflicts: assertions of one matter that cannot all be true, so that a reader can be shown only one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from ..models import Assertion, Measure, Model, walk
from ..text.inflection import singular
from ..text.pointer import Pointer
from .claims import actors_and_date, claim
from .comparison import compare

Located = tuple[Pointer, Assertion]
"""An assertion, and where it stands in its record."""


def conflicts(record: Model) -> Iterator[list[Located]]:
    """The assertions of one matter in one list that are not deprecated, if any two contradict each other."""
    lists: dict[Pointer, list[Located]] = defaultdict(list)
    for pointer, model in walk(record):
        if isinstance(model, Assertion) and not model.is_deprecated:
            lists[pointer[:-1]].append((pointer, model))
    for located in lists.values():
        models = [model for _, model in located]
        against = contradicted(models)
        yield from ([located[each] for each in group] for group in groups(models) if any(against[i] for i in group))


def groups(assertions: Sequence[Assertion]) -> list[list[int]]:
    """The places of the assertions in one list that compete with each other: those of one matter.

    Of measures, only those by the same actors on the same day do, unless the curator set them against each other by a
    question, or by preferring one. What competes with nothing stands alone.
    """
    preferred = {each.matter for each in assertions if each.is_preferred}
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place, each in enumerate(assertions):
        together = each.question or each.matter in preferred
        apart = actors_and_date(each) if isinstance(each, Measure) and not together else None
        found[(each.matter, apart) if each.matter else place].append(place)
    return list(found.values())


def contradict(one: Assertion, other: Assertion) -> bool:
    """Whether two assertions about the same matter cannot both be true.

    Who says it, and in which words, makes no contradiction; nor does a value that is stated less exactly.
    """
    return any(contradicted([one, other]))


def contradicted(assertions: Sequence[Assertion]) -> list[bool]:
    """For each of the assertions in one list, whether another contradicts it."""
    found = [False] * len(assertions)
    for group in groups(assertions):
        if len(group) > 1:
            against = compare([claim(assertions[place]) for place in group]).contradicted()
            for place, each in zip(group, against, strict=True):
                found[place] = each
    return found


def disputed(assertions: Sequence[Assertion]) -> list[bool]:
    """For each assertion of one list, whether another that is not deprecated contradicts it.

    A preferred value is disputed as well, as long as what contradicts it is not deprecated. So is one of several values
    that the curator calls disputed. What is deprecated itself is not.
    """
    places = [place for place, each in enumerate(assertions) if not each.is_deprecated]
    standing = [assertions[place] for place in places]
    against = contradicted(standing)
    found = [False] * len(assertions)
    for group in groups(standing):
        for each in group:
            called_so = len(group) > 1 and standing[each].is_called_disputed
            found[places[each]] = against[each] or called_so
    return found


def noun(pointer: Pointer) -> str:
    """What the assertion at the pointer is, for a message."""
    return singular(str(pointer[-2])).replace("_", " ")
