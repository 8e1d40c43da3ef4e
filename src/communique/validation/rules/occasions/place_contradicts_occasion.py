from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....corpus.occasions import taking_place, times_and_places
from ....diagnostics.finding import Severity
from ....lexicon.folding import folded_words
from ....models import Announcement, Place
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
        known = context.once(times_and_places)
        for pointer, thing, id in taking_place(entry.record):
            occasion = known.get(id)
            if thing.place and occasion and occasion.place and not occasion.remote:
                # A session may be in another town than the larger occasion.
                exactly = isinstance(thing, Announcement)
                if field := _contradicted(thing.place, occasion.place, exactly):
                    here, there = getattr(thing.place, field), getattr(occasion.place, field)
                    help = f"correct the one that is wrong; {id} may not be the occasion"
                    yield Violation((*pointer, "place", field), f"the {field} is {here}, but {id} was in {there}", help)


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
    return set(folded_words(name))
