"""Conflicts: assertions of one matter that cannot all be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias

from .. import models
from ..codelists import Rank
from ..text.inflection import singular
from ..text.pointer import Pointer
from .claim_comparison import compare
from .claims import actors_and_date, claim
from .local_days import one_moment

Located: TypeAlias = "tuple[Pointer, models.Assertion]"
"""An assertion, and its pointer in the record."""


def conflicts(assertions: Iterable[Located]) -> Iterator[list[Located]]:
    """The conflicts among the assertions of a record. An assertion that is deprecated is in no conflict."""
    return filter(is_conflict, competing(assertions))


def is_conflict(group: Sequence[Located]) -> bool:
    """Whether two assertions of the group contradict each other."""
    return any(_contradicted([assertion for _, assertion in group]))


def competing(assertions: Iterable[Located]) -> Iterator[list[Located]]:
    """The groups of several assertions of a record that are not deprecated."""
    of_matter: dict[Hashable, list[Located]] = defaultdict(list)
    deprecated = Rank.DEPRECATED
    for located in assertions:
        if (matter := located[1].matter) and located[1].rank is not deprecated:
            of_matter[matter].append(located)
    for alike in of_matter.values():
        if len(alike) > 1:  # most matters have one assertion
            yield from _in_one_list(alike)


def _in_one_list(alike: Iterable[Located]) -> Iterator[list[Located]]:
    """The groups of several assertions of one matter that are in one list."""
    lists: dict[Pointer, list[Located]] = defaultdict(list)
    for located in alike:
        lists[located[0][:-1]].append(located)
    for items in lists.values():
        for group in groups([assertion for _, assertion in items]):
            if len(group) > 1:
                yield [items[each] for each in group]


def groups(assertions: Sequence[models.Assertion]) -> list[list[int]]:
    """The groups of assertions in one list, as indexes. The assertions of one matter form a group.

    Measures are in one group only if they have the same actors and the same date, or share a question, or if one of
    them is preferred. An assertion that competes with no other is a group of one.
    """
    matters = [each.matter for each in assertions]
    known = [matter for matter in matters if matter]
    if len(set(known)) == len(known):
        return [[place] for place in range(len(assertions))]
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
        for place, each in zip(group, _contradicted([assertions[place] for place in group]), strict=True):
            found[place] = each
    return found


def _contradicted(group: Sequence[models.Assertion]) -> Sequence[bool]:
    """The same for the assertions of one group."""
    return compare([*map(claim, group)], compatible(group)).contradicted() if len(group) > 1 else (False,)


def compatible(assertions: Sequence[models.Assertion]) -> list[tuple[int, int]]:
    """The pairs of these assertions of one list, as indexes, that do not contradict each other, whatever they say.

    One says that it is compatible with the other, or both are days of time zones in which they can be one moment.
    """
    found = one_moment(assertions)
    if any(each.compatible_with for each in assertions):
        found += pairs([each.id for each in assertions], [each.compatible_with for each in assertions])
    return found


def pairs(ids: Sequence[Hashable], naming: Sequence[Iterable[Hashable]]) -> list[tuple[int, int]]:
    """The pairs of places of which the one names the id of the other."""
    places = {id: place for place, id in enumerate(ids) if id is not None}
    return [(one, places[id]) for one, named in enumerate(naming) for id in named if id in places]


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
