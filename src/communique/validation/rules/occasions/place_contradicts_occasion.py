from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....diagnostics.finding import Severity
from ....lexicon.folding import folded_words
from ....text.pointer import Pointer
from ...aspect import Aspect
from ...rule import CorpusRule, Violation
from ._occasions import OCCASIONS, Town, time_and_place

if TYPE_CHECKING:
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary


class _Placed(NamedTuple):
    """The place of what takes place at the occasion whose id is the key."""

    place: tuple[str | None, ...]
    pointer: Pointer
    is_announcement: bool


def _facts(subject: Subject) -> Iterator[tuple[str, _Placed]]:
    record = subject.record
    if isinstance(record, models.Announcement) and record.occasion and (town := Town.of(record.place)):
        yield record.occasion, _Placed(tuple(town), ("place",), True)
    for pointer, occasion in subject.of(models.Occasion):
        if occasion.part_of and (town := Town.of(occasion.place)):
            yield occasion.part_of, _Placed(tuple(town), (*pointer, "place"), False)


_PLACES = Aspect("place-at-occasion", _Placed, _facts, shared=False, needs=("place",))


class PlaceContradictsOccasion(CorpusRule):
    code = "CQ418"
    name = "place-contradicts-occasion"
    severity = Severity.WARNING
    reason = "An announcement made at a meeting was made at its place: either a place or the occasion is wrong."
    fix = (
        "Check both; `place` is needed only if the occasion has none. Occasions with `attendance_mode: online` or "
        "`mixed` are not checked. A session may be in another city than the larger occasion, but not in another "
        "country."
    )
    bad = (
        "occasion: summit\nplace: {city: Geneva, country: CH}\n"
        "occasions:\n- {id: summit, name: {en: Summit}, place: {city: Paris, country: FR}}\n"
    )
    good = (
        "occasion: session\nplace: {city: New York City, country: US}\n"
        "occasions:\n- {id: session, part_of: assembly, name: {en: Session}}\n"
        "- {id: assembly, name: {en: Assembly}, place: {city: New York, country: US}}\n"
    )

    aspects = (_PLACES, OCCASIONS)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, placed in own.of(_PLACES):
            occasion = time_and_place(id, context)
            if occasion and occasion.place and not occasion.remote:
                here, there = Town(*placed.place), occasion.place
                # A session may be in another town than the larger occasion.
                if field := _contradicted(here, there, placed.is_announcement):
                    help = f"correct the one that is wrong; {id} may not be the occasion"
                    message = f"the {field} is {getattr(here, field)}, but {id} was in {getattr(there, field)}"
                    yield Violation((*placed.pointer, field), message, help)


def _contradicted(one: Town, other: Town, exactly: bool) -> str:
    """The field in which the two places contradict each other; empty if there is none."""
    if one.country and other.country and one.country != other.country:
        return "country"
    if not exactly:
        return ""
    if one.subdivision and other.subdivision and one.subdivision != other.subdivision:
        return "subdivision"
    return "city" if one.city and other.city and _are_two_towns(one.city, other.city) else ""


def _are_two_towns(one: str, other: str) -> bool:
    """Whether neither name is part of the other, as New York is of New York City."""
    first, second = _words(one), _words(other)
    return bool(first and second) and not (first <= second or second <= first)


def _words(name: str) -> set[str]:
    return set(folded_words(name))
