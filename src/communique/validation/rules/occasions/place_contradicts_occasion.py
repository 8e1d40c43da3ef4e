from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....corpus.occasions import scenes
from ....diagnostics.finding import Severity
from ....models import Announcement, Registry
from ....models.entity import Place
from ....text.pointer import Pointer
from ...rule import Context, RecordRule, Violation


class PlaceContradictsOccasion(RecordRule):
    code = "CQ418"
    name = "place-contradicts-occasion"
    looks_beyond = True
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

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        known = context.once(scenes)
        for pointer, place, id, exactly in _there(entry):
            scene = known.get(id)
            if scene and scene.place and not scene.remote and (field := _contradicted(place, scene.place, exactly)):
                here, there = getattr(place, field), getattr(scene.place, field)
                help = f"correct the one that is wrong; {id} may not be the occasion"
                yield Violation((*pointer, field), f"the {field} is {here}, but {id} was in {there}", help)


def _there(entry: Entry) -> Iterator[tuple[Pointer, Place, str, bool]]:
    """Every place of an announcement or session, the id of its occasion, and whether the city must be the same."""
    record = entry.record
    if isinstance(record, Announcement) and record.place and record.occasion:
        yield ("place",), record.place, record.occasion, True
    for index, occasion in enumerate(record.occasions if isinstance(record, Announcement | Registry) else ()):
        if occasion.place and occasion.part_of:
            yield ("occasions", index, "place"), occasion.place, occasion.part_of, False


def _contradicted(one: Place, other: Place, exactly: bool) -> str:
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
    letters = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return set(re.findall(r"\w+", letters.casefold()))
