"""Which of several values of one matter is to be shown, by their ranks. Whatever picks one value asks here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from .corroboration import contradict
from .models import Assertion, Measure
from .models.codelists import Confidence, Rank

A = TypeVar("A", bound=Assertion)

_MOST = 30
"""Rivals of one matter that are held against each other; more are no record but an attack."""


def held(assertions: Iterable[A]) -> list[A]:
    """Those that are not held to be wrong, in their order."""
    return [each for each in assertions if each.rank is not Rank.DEPRECATED]


def best(assertions: Iterable[A]) -> list[A]:
    """Of assertions of one matter the preferred one; if none is preferred, all that are not held to be wrong."""
    right = held(assertions)
    return [each for each in right if each.rank is Rank.PREFERRED] or right


def disputed(assertions: Sequence[Assertion]) -> list[bool]:
    """For each assertion of one list, whether another that is not held to be wrong either cannot be so with it.

    A preferred value is disputed as well as long as its rival is not deprecated. So is one of several values that the
    curator calls disputed.
    """
    groups: dict[object, list[int]] = defaultdict(list)
    for index, each in enumerate(assertions):
        if each.matter and each.rank is not Rank.DEPRECATED:
            groups[each.matter, _deed(each)].append(index)
    found = [False] * len(assertions)
    for group in groups.values():
        rivals = [assertions[index] for index in group[:_MOST]]
        for index in group:
            found[index] = len(group) > 1 and _contested(assertions[index], rivals)
    return found


def _contested(one: Assertion, rivals: Sequence[Assertion]) -> bool:
    return one.confidence is Confidence.DISPUTED or any(_disagree(one, other) for other in rivals)


def _disagree(one: Assertion, other: Assertion) -> bool:
    if isinstance(one, Measure) and isinstance(other, Measure):
        return (one.stage, one.modality) != (other.stage, other.modality)
    return contradict(one, other)


def _deed(each: Assertion) -> object:
    """Two sign, or one amends twice: neither excludes the other, unless a question sets them against each other."""
    return (each.actors, each.date) if isinstance(each, Measure) and not each.question else None
