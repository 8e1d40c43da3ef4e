"""The claims of assertions, as values that can be compared many at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from .. import models
from ..codelists import AttributeName, Comparator, Modality, VoteChoice, VoteMethod
from ..models import EdtfDate

_ABOUT_SHARE = 0.1
"""A number with "about" agrees with numbers that differ from it by at most this share."""

_MULTIPLE = (AttributeName.NAME, AttributeName.PURPOSE, AttributeName.MEMBERS, AttributeName.PARTNERS)
"""Properties that may have several text values, all of them true."""

_QUARTER, _WEST, _EAST = 15 * 60, 12 * 4, 14 * 4
"""Clocks differ from UTC by whole quarters of an hour: by 12 hours at most in the west, by 14 in the east."""


class Value(NamedTuple):
    """A value that is compared for equality. It agrees with less exact values, and contradicts all others.

    ``wider`` are the less exact values, ``day`` is the day of a moment. An ``open`` value allows other values too.
    ``time_zone`` is that of a local day, so that what is compatible with it is not compatible with that day elsewhere.
    """

    value: Hashable
    wider: frozenset[Hashable] = frozenset()
    day: Hashable = None
    open: bool = False
    time_zone: str | None = None


class Range(NamedTuple):
    """A range of numbers. It contradicts a range that does not overlap with it, and every claim on another scale."""

    scale: Hashable
    least: float
    greatest: float


class OutcomeClaim(NamedTuple):
    """What came of a commitment. ``date`` is when it came to that, or the day for which it is assessed.

    ``reported`` is the day of the announcement, for a claim without a date that is compared with those of others.
    """

    state: str
    date: EdtfDate | None
    score: float | str | None
    reported: EdtfDate | None = None

    @property
    def day(self) -> EdtfDate | None:
        """The day by which it is in order with others."""
        return self.date or self.reported


Claim = Value | Range | OutcomeClaim


def claim(assertion: models.Assertion) -> Claim:
    """The claim of an assertion, without its speaker and its wording."""
    match assertion:
        case models.Date():
            return _local(assertion)
        case models.OccasionDate():
            return date_value(assertion.value)
        case models.Quantity() | models.Threshold():
            return Range(_scale(assertion), *_range(assertion.value, assertion.comparator, assertion.upper))
        case models.Attribute():
            return _property(assertion)
        case models.Money():
            return _sum(assertion)
        case models.Vote():
            return _tally(assertion)
        case models.Measure():
            return Value(
                (
                    actors_and_date(assertion),
                    assertion.instrument,
                    assertion.action,
                    assertion.stage,
                    assertion.modality,
                )
            )
        case models.Relation() | models.Role() | models.Outcome() if not assertion.question:
            return _unasked(assertion)
    from ..models.assertion import content

    return Value(content(assertion))


def _unasked(assertion: models.Relation | models.Role | models.Outcome) -> Claim:
    """The claim of an assertion that answers no question of its own."""
    if isinstance(assertion, models.Outcome):
        return OutcomeClaim(assertion.state, assertion.date, assertion.score)
    return Value(assertion.modality) if isinstance(assertion, models.Relation) else _part(assertion)


class Dated(NamedTuple):
    """The role, scope and modality of a date, with a value that it gives or implies."""

    setting: Hashable
    value: Hashable


def dated(assertion: models.Assertion) -> Dated | None:
    """The value of a date; None for any other assertion."""
    if isinstance(assertion, models.Date | models.OccasionDate):
        return Dated(_setting(assertion), date_value(assertion.value).value)
    return None


def implied(assertion: models.Assertion) -> list[Dated]:
    """The instant and the day of a moment with an offset; empty for any other assertion."""
    if not isinstance(assertion, models.Date | models.OccasionDate) or assertion.value.instant is None:
        return []
    exact, setting = date_value(assertion.value), _setting(assertion)
    # To deny a time is not to deny its day.
    denied = isinstance(assertion, models.Date) and assertion.modality is Modality.DENIED
    return [Dated(setting, value) for value in ([exact.value] if denied else [exact.value, exact.day])]


def actors_and_date(measure: models.Measure) -> Hashable:
    """The actors and the date of a measure. Measures that differ in these do not exclude each other."""
    return measure.actors, date_value(measure.date).value if measure.date else None


@lru_cache(maxsize=4096)
def date_value(value: EdtfDate) -> Value:
    """The claim of a date. Less exact values are the month of a day, or an interval whose ends are less exact.

    The day of a moment is the day at its offset. A moment without an offset may be any instant at which that time is
    shown in some time zone.
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


def _setting(dated: models.Date | models.OccasionDate) -> Hashable:
    return tuple(getattr(dated, name) for name in (*dated.identity, "as_of", "modality") if hasattr(dated, name))


def _spans(first: date | None, last: date | None) -> Iterator[tuple[date, date]]:
    """The first and the last day of each day, month, year, decade and century that contains all of these days."""
    if first is None or last is None:
        return
    text = first.isoformat()
    for name in (text, text[:7], text[:4], f"{text[:3]}X", f"{text[:2]}XX"):
        begins, ends = EdtfDate(name).earliest, EdtfDate(name).latest
        if begins and ends and last <= ends:
            yield begins, ends


def _local(date: models.Date) -> Value:
    """The claim of a date in its time zone. One that is denied agrees with no date."""
    claimed = date_value(date.value)
    if date.modality is Modality.DENIED:
        return Value(("denied", claimed.value))
    return claimed._replace(time_zone=date.time_zone) if date.time_zone else claimed


def _property(attribute: models.Attribute) -> Claim:
    if isinstance(attribute.value, str):
        value = (attribute.value, attribute.unit, attribute.modality)
        return Value(value, open=attribute.name in _MULTIPLE and not attribute.question)
    return Range(_scale(attribute), *_range(attribute.value, attribute.comparator))


def _sum(money: models.Money) -> Claim:
    """The range of the amount; of the share if there is no amount. A share beside an amount is a scale of its own."""
    denied = money.modality is Modality.DENIED
    if money.amount is None:
        assert money.share is not None, "money has an amount or a share"
        return Range((money.share.of, denied), *_range(money.share.percent, money.comparator, money.upper))
    share = (money.share.percent, money.share.of, money.rule) if money.share else None
    return Range((share, denied), *_range(money.amount, money.comparator, money.upper))


def _tally(vote: models.Vote) -> Value:
    """The method and the counts. A vote of which fewer are known is less exact."""
    method = None if vote.method is VoteMethod.UNKNOWN else vote.method
    exact = (method, *[getattr(vote, choice) for choice in VoteChoice])
    wider = frozenset(product(*({each, None} for each in exact)))
    return Value(exact, wider - {exact})


def _scale(number: models.Quantity | models.Attribute | models.Threshold) -> Hashable:
    """A scale for each unit. Denied numbers have a scale of their own, so that no other number agrees with them."""
    return number.unit, number.modality is Modality.DENIED


def _part(role: models.Role) -> Value:
    """A role without a capacity or without ``on_behalf_of`` is less exact. Roles do not exclude each other."""
    capacity, behalf = tuple(sorted((role.capacity or {}).items())), role.on_behalf_of
    exact = (capacity, behalf)
    return Value(exact, frozenset({(capacity, None), ((), behalf), ((), None)}) - {exact}, open=True)


def _range(number: float, comparator: Comparator | None, upper: float | None = None) -> tuple[float, float]:
    """The least and the greatest number that is meant. The range of "more than" includes its bound."""
    match comparator:
        case Comparator.MORE_THAN | Comparator.AT_LEAST:
            return number, float("inf")
        case Comparator.LESS_THAN | Comparator.AT_MOST:
            return float("-inf"), number
        case Comparator.ABOUT:
            return number - abs(number) * _ABOUT_SHARE, number + abs(number) * _ABOUT_SHARE
        case Comparator.BETWEEN:
            return number, number if upper is None else upper
        case _:
            return number, number
