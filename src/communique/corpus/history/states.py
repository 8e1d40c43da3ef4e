"""The stage of an instrument on each day.

It follows from the measures on the instrument, and from the days on which it is stated to take or lose effect.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ...codelists import DateRole, Modality, Stage
from ..conflicts import disputed
from ..date_order import at_the_latest, certain_day, has_happened, sort_day
from .days import Basis, announcement_dating, roles_of_day
from .effective_dates import acted_on, is_of_part, takes_effect
from .modality import is_fact
from .steps import steps_of
from .turn import Firmness, Turn
from .values import showings

if TYPE_CHECKING:
    from ...models import Announcement, Date, EdtfDate

_TAKES_FORCE = frozenset({DateRole.ENTRY_INTO_FORCE, DateRole.APPLIES_FROM})
_LOSES_FORCE = {DateRole.EXPIRED: Stage.LAPSED, DateRole.REVOKED: Stage.REPEALED}
_IN_FORCE = frozenset({Stage.IN_FORCE, Stage.IN_FORCE_PARTIALLY})
# After these, a day that was set before means nothing any more.
_STOPPED = frozenset(
    {
        Stage.POSTPONED, Stage.SUSPENDED, Stage.FULFILLED, Stage.LAPSED, Stage.WITHDRAWN, Stage.REJECTED,
        Stage.SUPERSEDED, Stage.REPEALED,
    }
)  # fmt: skip
_Kind: TypeAlias = "tuple[Stage, Firmness, str, bool]"
_FIRM = (None, Modality.ASSERTED, Modality.PLANNED)


class State(NamedTuple):
    """A stage of an instrument from the day of a turn until, but without, the day on which another takes its place.

    ``until`` is None if none does. Several states at one time are in dispute, or are reported of one day.
    """

    turn: Turn
    until: date | None

    @property
    def stage(self) -> Stage:
        """The stage."""
        return self.turn.stage

    @property
    def begins(self) -> EdtfDate:
        """The day on which it begins. If only an announcement gives it, it has an open start: on that day or before."""
        return at_the_latest(self.turn.day) if self.turn.basis is Basis.ANNOUNCEMENT else self.turn.day

    @property
    def since(self) -> date:
        """The first day on which it is certain: the last possible one; if the day has an open end, the first."""
        return self.turn.begins

    @property
    def firmness(self) -> Firmness:
        """Whether a record confirms it, or the day was only set in advance, or nothing was done yet."""
        return self.turn.firmness

    def holds(self, on: date) -> bool:
        """Whether it is the state on this day. A day that is not exactly known counts from the last possible one."""
        return self.turn.begins <= on and (self.until is None or on < self.until)


def turns_of(announcement: Announcement) -> Iterator[Turn]:
    """What the announcement says of the stages of instruments, in any order. What has no day is left out."""
    if not announcement.is_retired:
        made = announcement_dating(announcement).certain
        yield from _of_measures(announcement, made)
        yield from _of_dates(announcement, made)


def turns(instrument: str, announcements: Iterable[Announcement]) -> list[Turn]:
    """What the announcements say of the stages of the instrument with this id, sorted by day."""
    return in_order(turn for each in announcements for turn in turns_of(each) if turn.instrument == instrument)


def in_order(turns: Iterable[Turn]) -> list[Turn]:
    """What all announcements say of one instrument, sorted by day; without stated days that change nothing."""
    every = sorted(turns, key=_order)
    acts = [each for each in every if not each.is_stated]
    days = {(role, each.day) for each in acts for role in each.roles}
    stops = [each.begins for each in acts if each.moves and each.stage in _STOPPED]
    found: list[Turn] = []
    last: Stage | None = None
    for each in every:
        if each.is_stated and not (_changes(each, last) and _counts(each, days, stops)):
            continue
        found.append(each)
        last = each.stage if each.moves else last
    return found


def turns_on(turns: Iterable[Turn], day: date) -> list[Turn]:
    """What shows the stage on this day: the last turn until then, later proposals and plans, and all in conflict.

    ``turns`` are those of one instrument in their order. A day that is not exactly known counts from the last possible
    one.
    """
    found: list[Turn] = []
    for begins, current in _by_day(turns):
        if begins <= day:
            found = current
    return found


def states(turns: Iterable[Turn]) -> list[State]:
    """The states of one instrument, of which these are the turns in their order."""
    days: list[date] = []
    last: dict[Turn, int] = {}
    for at, (day, current) in enumerate(_by_day(turns)):
        days.append(day)
        last |= dict.fromkeys(current, at)
    ends = [*days[1:], None]
    return _merged(State(turn, ends[at]) for turn, at in sorted(last.items(), key=lambda each: _order(each[0])))


def _by_day(turns: Iterable[Turn]) -> Iterator[tuple[date, list[Turn]]]:
    """Every day with a turn, and what shows the stage from then on."""
    moved, others = list[Turn](), list[Turn]()
    disputed: dict[tuple[str, str], list[Turn]] = defaultdict(list)
    for day, same in groupby(turns, key=lambda each: each.begins):
        together = list(same)
        for each in filter(lambda each: each.matter, together):
            disputed[each.announcement, each.matter].append(each)
        moved = _effective([each for each in together if each.moves]) or moved
        others = [each for each in together if not each.moves] or others
        found = moved + [each for each in others if not moved or each.begins >= moved[0].begins]
        beside = [other for each in found for other in disputed.get((each.announcement, each.matter), ())]
        yield day, sorted(dict.fromkeys([*found, *beside]), key=_order)


def _effective(turns: Sequence[Turn]) -> list[Turn]:
    """A stated day comes after what was done on it."""
    return [each for each in turns if each.is_stated] or [*turns]


def _merged(states: Iterable[State]) -> list[State]:
    """The same, but a stage that is shown again while it lasts is one state, on the assertion that showed it first.

    A plan at a stage that is confirmed shows that stage again, and so does what is doubtful at one that is not.
    """
    found: dict[_Kind, State] = {}
    merged: list[State] = []
    for each in states:
        *others, own = _kinds(each.turn)
        kind = next((other for other in others if other in found), own)
        before = found.get(kind)
        if before and (before.until is None or each.turn.begins <= before.until):
            merged.remove(before)
            each = State(before.turn, each.until)
        found[kind] = each
        merged.append(each)
    return sorted(merged, key=lambda state: _order(state.turn))


def _kinds(turn: Turn) -> Iterator[_Kind]:
    """The kinds of states that it can show again, its own the last."""
    if not turn.moves:
        yield turn.stage, Firmness.CONFIRMED, turn.matter, False
    if turn.is_doubtful:
        yield turn.stage, turn.firmness, turn.matter, False
    yield turn.stage, turn.firmness, turn.matter, turn.is_doubtful


def _order(turn: Turn) -> tuple[date, bool, bool, str, int]:
    """By day; of one day first what was done, and then what is confirmed."""
    return turn.begins, turn.is_stated, turn.firmness is not Firmness.CONFIRMED, turn.announcement, turn.place


def _changes(stated: Turn, last: Stage | None) -> bool:
    """Whether the stage is another from this day on; a part does not change it if the whole is in force."""
    return stated.stage is not last and not (stated.stage is Stage.IN_FORCE_PARTIALLY and last in _IN_FORCE)


def _counts(stated: Turn, days: Set[tuple[DateRole, EdtfDate]], stops: Sequence[date]) -> bool:
    """Whether it is the day of no measure, and nothing has stopped the instrument since the day was set."""
    is_known = any((role, stated.day) in days for role in stated.roles)
    return not is_known and bisect_right(stops, sort_day(stated.made)) >= bisect_right(stops, stated.begins)


def _of_measures(announcement: Announcement, made: EdtfDate | None) -> Iterator[Turn]:
    for step in steps_of(announcement):
        measure, day = step.measure, step.dating.certain
        is_scheduled = not step.is_done and step.dating.basis is Basis.MEASURE
        if day and certain_day(day) and not is_scheduled:
            yield Turn(
                measure.instrument,
                day,
                measure.stage,
                Firmness.CONFIRMED if step.is_done else Firmness(str(measure.modality)),
                step.dating.basis,
                announcement.id,
                made,
                step.place,
                moves=step.is_done,
                is_stated=False,
                day_competes=step.dating.competes,
                roles=roles_of_day(measure),
                matter=repr(measure.matter) if step.disputed else "",
                confidence=measure.confidence,
            )


def _of_dates(announcement: Announcement, made: EdtfDate | None) -> Iterator[Turn]:
    acted, dates = acted_on(announcement), announcement.dates
    for place, (each, showing, against) in enumerate(zip(dates, showings(dates), disputed(dates), strict=True)):
        stage = _stage(each)
        if not stage or not showing.shown or each.modality not in _FIRM or not certain_day(each.value):
            continue
        for instrument in [each.scope.instrument] if each.scope and each.scope.instrument else sorted(acted.any):
            if takes_effect(each, instrument, acted):
                yield Turn(
                    instrument,
                    each.value,
                    stage,
                    _firmness(each, made),
                    Basis.DATE,
                    announcement.id,
                    made,
                    place,
                    moves=True,
                    is_stated=True,
                    day_competes=False,
                    roles=(each.role,),
                    matter=repr(each.matter) if against else "",
                    confidence=each.confidence,
                )


def _stage(each: Date) -> Stage | None:
    """The stage from this day on; None if there is no other, or only a part ends."""
    if each.role in _TAKES_FORCE:
        return Stage.IN_FORCE_PARTIALLY if is_of_part(each) else Stage.IN_FORCE
    return None if is_of_part(each) else _LOSES_FORCE.get(each.role)


def _firmness(each: Date, made: EdtfDate | None) -> Firmness:
    known = certain_day(made)
    is_past = known is not None and has_happened(each.value, known)
    return Firmness.CONFIRMED if is_past and is_fact(each) else Firmness.PLANNED
