"""What assertions claim, in a form in which many are compared at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ..codelists import AttributeName, Comparator, Modality
from ..models import Assertion, Attribute, Date, EdtfDate, Measure, OccasionDate, Quantity, Relation, Role
from ..models.assertion import content

_ABOUT = 0.1
"""How far from a number that is "about" right another may lie without contradicting it, as a share of it."""

_MANY = (AttributeName.NAME, AttributeName.PURPOSE, AttributeName.MEMBERS, AttributeName.PARTNERS)
"""Properties that may have several values in words, all of them true."""

_QUARTER, _WEST, _EAST = 15 * 60, 12 * 4, 14 * 4
"""Clocks differ from UTC by whole quarters of an hour: by 12 hours at most in the west, by 14 in the east."""


class Value(NamedTuple):
    """A value that is the same or another. It agrees with what states it less exactly, and contradicts all others.

    ``wider`` holds what states it less exactly, ``day`` the day of a moment. An ``open`` value leaves room for others.
    """

    value: Hashable
    wider: frozenset[Hashable] = frozenset()
    day: Hashable = None
    open: bool = False


class Range(NamedTuple):
    """A number, or what it may be. It contradicts a range that it does not meet, and all on another scale."""

    scale: Hashable
    least: float
    greatest: float


Claim = Value | Range


def claim(assertion: Assertion) -> Claim:
    """What the assertion claims. Who says it, and in which words, is no part of it."""
    match assertion:
        case Date(modality=Modality.DENIED):
            return Value(("denied", date_value(assertion.value).value))
        case Date() | OccasionDate():
            return date_value(assertion.value)
        case Quantity():
            return Range(_scale(assertion), *_range(assertion.value, assertion.comparator, assertion.upper))
        case Attribute():
            return _property(assertion)
        case Measure():
            return Value(
                (
                    actors_and_date(assertion),
                    assertion.instrument,
                    assertion.action,
                    assertion.stage,
                    assertion.modality,
                )
            )
        case Relation() if not assertion.question:
            return Value(assertion.modality)
        case Role() if not assertion.question:
            return _part(assertion)
    return Value(content(assertion))


class Dated(NamedTuple):
    """What an assertion dates and how firmly, with the value that it gives or implies."""

    setting: Hashable
    value: Hashable


def dated(assertion: Assertion) -> Dated | None:
    """What a dated assertion says; None for all others."""
    if isinstance(assertion, Date | OccasionDate):
        return Dated(_setting(assertion), date_value(assertion.value).value)
    return None


def implied(assertion: Assertion) -> list[Dated]:
    """What a moment says, to the instant and to the day; nothing for what is no moment with an offset."""
    if not isinstance(assertion, Date | OccasionDate) or assertion.value.instant is None:
        return []
    exact, setting = date_value(assertion.value), _setting(assertion)
    # Who denies the hour does not deny the day.
    denied = isinstance(assertion, Date) and assertion.modality is Modality.DENIED
    return [Dated(setting, value) for value in ([exact.value] if denied else [exact.value, exact.day])]


def actors_and_date(measure: Measure) -> Hashable:
    """Who acted, and when: two sign, or one amends twice, and neither excludes the other."""
    return measure.actors, date_value(measure.date).value if measure.date else None


@lru_cache(maxsize=4096)
def date_value(value: EdtfDate) -> Value:
    """What a date claims. What states it less exactly is a month that holds the day, or both ends of the interval.

    A moment is on its day where its offset holds. One without an offset may be any instant at which a clock somewhere
    shows it.
    """
    if value.earliest is None or value.latest is None:
        return Value(("text", str(value)))
    day, around = (value.earliest, value.latest), frozenset(_spans(value.earliest, value.latest))
    if value.precision == "interval":
        return _between(value, around)
    if value.precision != "time":
        return Value(day, around - {day})
    instant = value.instant
    if instant is None:
        return Value(("wall", value.wall_time), around, day)
    walls = {("wall", instant + quarters * _QUARTER) for quarters in range(-_WEST, _EAST + 1)}
    return Value(("instant", instant), around | walls, day)


def _between(interval: EdtfDate, around: frozenset[Hashable]) -> Value:
    first, last = (EdtfDate(end) for end in interval.split("/"))
    exact = ("interval", first.earliest, first.latest, last.earliest, last.latest)
    less = {
        ("interval", *begins, *ends)
        for begins in _spans(first.earliest, first.latest)
        for ends in _spans(last.earliest, last.latest)
    }
    return Value(exact, (around | less) - {exact})


def _setting(dated: Date | OccasionDate) -> Hashable:
    return tuple(getattr(dated, name) for name in (*dated.identity, "modality") if hasattr(dated, name))


def _spans(first: date | None, last: date | None) -> Iterator[tuple[date, date]]:
    """The first and the last day of each day, month, year, decade and century in which all of these days lie."""
    if first is None or last is None:
        return
    text = first.isoformat()
    for name in (text, text[:7], text[:4], f"{text[:3]}X", f"{text[:2]}XX"):
        begins, ends = EdtfDate(name).earliest, EdtfDate(name).latest
        if begins and ends and last <= ends:
            yield begins, ends


def _property(attribute: Attribute) -> Claim:
    if isinstance(attribute.value, str):
        value = (attribute.value, attribute.unit, attribute.modality)
        return Value(value, open=attribute.name in _MANY and not attribute.question)
    return Range(_scale(attribute), *_range(attribute.value, attribute.comparator))


def _scale(number: Quantity | Attribute) -> Hashable:
    """What is denied is no value that others could agree with."""
    return number.unit, number.modality is Modality.DENIED


def _part(role: Role) -> Value:
    """A role is stated less exactly without the post, or without the one for whom it is; none excludes another."""
    post, behalf = tuple(sorted((role.capacity or {}).items())), role.on_behalf_of
    exact = (post, behalf)
    return Value(exact, frozenset({(post, None), ((), behalf), ((), None)}) - {exact}, open=True)


def _range(number: float, comparator: Comparator | None, upper: float | None = None) -> tuple[float, float]:
    """The least and the greatest number that is meant; the bound of "more than" is taken as allowed."""
    match comparator:
        case Comparator.MORE_THAN | Comparator.AT_LEAST:
            return number, float("inf")
        case Comparator.LESS_THAN | Comparator.AT_MOST:
            return float("-inf"), number
        case Comparator.ABOUT:
            return number - abs(number) * _ABOUT, number + abs(number) * _ABOUT
        case Comparator.BETWEEN:
            return number, number if upper is None else upper
        case _:
            return number, number
