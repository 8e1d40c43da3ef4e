"""Corroboration: how many independent sources support an assertion, and how many say something else.

Ranks and confidence are the curator's judgement. This is counted, so that everybody can see on how much it rests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .models import (
    Assertion,
    Attribute,
    Date,
    EdtfDate,
    Model,
    OccasionDate,
    Quantity,
    Relation,
    Role,
    Source,
)
from .models.assertion import content
from .models.codelists import AttributeName, Comparator
from .pointer import Pointer
from .witnesses import independent

_ABOUT = 0.1
"""How far from a number that is "about" right another may lie without contradicting it, as a share of it."""

_MOST = 100
"""Rivals of one matter that are held against each other; more are no record but an attack."""

_MANY = (AttributeName.NAME, AttributeName.PURPOSE, AttributeName.MEMBERS, AttributeName.PARTNERS)
"""Properties that may have several values in words, all of them true."""


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
        others = rivals[assertion.matter][:_MOST] if assertion.matter else []
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
    """Whether two assertions about the same matter cannot both be true.

    Who says it, and in which words, makes no contradiction; nor does a value that is told less exactly.
    """
    if content(one) == content(other):
        return False
    match one, other:
        case (Quantity(), Quantity()):
            return not _overlap(_range_of(one), _range_of(other))
        case (Attribute(), Attribute()):
            return _attributes_contradict(one, other)
        case (Date() | OccasionDate(), Date() | OccasionDate()):
            return not (_covers(one.value, other.value) or _covers(other.value, one.value))
        case (Relation(), Relation()) if not one.question:
            return one.modality != other.modality
        case (Role(), Role()) if not one.question:
            return False
    return True


def _attributes_contradict(one: Attribute, other: Attribute) -> bool:
    if isinstance(one.value, str) or isinstance(other.value, str):
        differs = (one.value, one.unit, one.modality) != (other.value, other.unit, other.modality)
        return differs and one.name not in _MANY
    if one.unit != other.unit:
        return True
    return not _overlap(_range(one.value, one.comparator), _range(other.value, other.comparator))


def _range_of(quantity: Quantity) -> tuple[float, float]:
    return _range(quantity.value, quantity.comparator, quantity.upper)


def _range(number: float, comparator: Comparator | None, upper: float | None = None) -> tuple[float, float]:
    """The least and the greatest number that is meant; the bound of "more than" is taken as allowed."""
    value = float(number)
    match comparator:
        case Comparator.MORE_THAN | Comparator.AT_LEAST:
            return value, float("inf")
        case Comparator.LESS_THAN | Comparator.AT_MOST:
            return float("-inf"), value
        case Comparator.ABOUT:
            return value - abs(value) * _ABOUT, value + abs(value) * _ABOUT
        case Comparator.BETWEEN:
            return value, float(upper if upper is not None else value)
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
