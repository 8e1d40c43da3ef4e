"""Which dates of an announcement are about an instrument, and which of them change its stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .days import OF_THE_ANNOUNCEMENT, TAKES_EFFECT
from .modality import is_denied_or_hypothetical, is_fact

if TYPE_CHECKING:
    from ...models import Announcement, Date


class ActedOn(NamedTuple):
    """The instruments of an announcement's measures, and those of measures that were done."""

    any: set[str]
    done: set[str]

    def only(self, instrument: str) -> bool:
        """Whether an assertion without an instrument can only be about this one."""
        return (self.done or self.any) == {instrument}


def acted_on(announcement: Announcement) -> ActedOn:
    """The instruments on which the announcement acts."""
    measures = [m for m in announcement.measures if not (m.is_deprecated or is_denied_or_hypothetical(m))]
    done = {each.instrument for each in measures if is_fact(each)}
    return ActedOn({each.instrument for each in measures}, done)


def is_about(each: Date, instrument: str, acted_on: ActedOn) -> bool:
    """Whether a date of an announcement is, or could be, about the instrument."""
    if each.scope:
        return each.scope.instrument == instrument
    if each.role in OF_THE_ANNOUNCEMENT:
        return False
    return acted_on.only(instrument) or (instrument in acted_on.any and each.role in TAKES_EFFECT)


def takes_effect(each: Date, instrument: str, acted_on: ActedOn) -> bool:
    """Whether the date is stated to change the stage of the instrument, or of the part that it names."""
    is_its = each.scope.instrument == instrument if each.scope else acted_on.only(instrument)
    return is_its and each.role in TAKES_EFFECT and not is_denied_or_hypothetical(each)


def is_of_part(each: Date) -> bool:
    """Whether the date is about a part only."""
    return bool(each.scope and each.scope.part)
