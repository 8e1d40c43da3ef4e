"""Corroboration: how many independent sources support an assertion, and how many say something else.

Ranks and confidence are the curator's judgement. This is counted, so that everybody can see on how much it rests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .models import Assertion, Date, EdtfDate, Model, OccasionDate, Quantity, Source
from .models.assertion import content
from .models.codelists import Comparator
from .pointer import Pointer
from .witnesses import independent

_ABOUT = 0.1
"""How far from a number that is "about" right another may lie without contradicting it, as a share of it."""


@dataclass(frozen=True)
class Corroboration:
    """The independent sources, by id, for an assertion and for those that contradict it.

    Copies are folded into what they derive from. Sources that say something else without contradicting it (more than
    120, and 123) count for neither.
    """

    supporting: frozenset[str]
    contradicting: frozenset[str]


def corroborate(assertions: Sequence[Assertion], sources: Mapping[str, Source]) -> list[Corroboration]:
    """The corroboration of each of the assertions in one list: only those compete with each other."""
    supporting = [
        independent((evidence.source for evidence in assertion.evidence), sources) for assertion in assertions
    ]
    rivals: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, assertion in enumerate(assertions):
        if assertion.matter:
            rivals[assertion.matter].append(index)
    found = []
    for index, assertion in enumerate(assertions):
        others = rivals[assertion.matter] if assertion.matter else []
        against = (supporting[other] for other in others if contradict(assertion, assertions[other]))
        found.append(Corroboration(supporting[index], frozenset().union(*against)))
    return found


def corroborations(
    model: Model, sources: Mapping[str, Source], pointer: Pointer = ()
) -> Iterator[tuple[Pointer, Assertion, Corroboration]]:
    """Every assertion in a record or a definition, where it stands, and its corroboration."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        items = value if isinstance(value, tuple) else ()
        assertions = [item for item in items if isinstance(item, Assertion)]
        for index, found in enumerate(corroborate(assertions, sources)):
            yield (*pointer, name, index), assertions[index], found
        for index, item in enumerate(items):
            if isinstance(item, Model):
                yield from corroborations(item, sources, (*pointer, name, index))


def contradict(one: Assertion, other: Assertion) -> bool:
    """Whether two assertions about the same matter cannot both be true."""
    if content(one) == content(other):
        return False
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return not _overlap(_range(one), _range(other))
    if isinstance(one, Date | OccasionDate) and isinstance(other, Date | OccasionDate):
        return not (_covers(one.value, other.value) or _covers(other.value, one.value))
    return True


def _range(quantity: Quantity) -> tuple[float, float]:
    """The least and the greatest number that the quantity allows; the bounds of "more than" are taken as allowed."""
    value = float(quantity.value)
    match quantity.comparator:
        case Comparator.MORE_THAN | Comparator.AT_LEAST:
            return value, float("inf")
        case Comparator.LESS_THAN | Comparator.AT_MOST:
            return float("-inf"), value
        case Comparator.ABOUT:
            return value - abs(value) * _ABOUT, value + abs(value) * _ABOUT
        case Comparator.BETWEEN:
            return value, float(quantity.upper if quantity.upper is not None else value)
        case _:
            return value, value


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _covers(wider: EdtfDate, narrower: EdtfDate) -> bool:
    """Whether one date is the other told less exactly: a month that holds the day. An interval is told to its ends."""
    if wider == narrower:
        return True
    if "interval" in (wider.precision, narrower.precision):
        return False
    bounds = (wider.earliest, narrower.earliest, narrower.latest, wider.latest)
    return None not in bounds and wider.earliest <= narrower.earliest <= narrower.latest <= wider.latest  # type: ignore[operator]
