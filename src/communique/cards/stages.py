"""Where an instrument stands: the stage after its last step, and what is stated for other days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..corpus.conflicts import disputed
from ..corpus.date_order import first_day, is_surely_after
from ..corpus.history import (
    OF_THE_ANNOUNCEMENT,
    TAKES_EFFECT,
    TO_COME,
    Basis,
    Step,
    is_denied_or_hypothetical,
    is_fact,
    roles_of_day,
)
from ..models import Announcement, Assertion, Date
from .assertion_text import again, dispute_mark, put
from .labels import code, past, when, whence
from .page import Line

_UNNAMED = "; the record gives this day without naming an instrument"


def now(instrument: str, steps: Sequence[Step], announcements: Sequence[Announcement], today: date) -> Iterator[Line]:
    """The stage after the last thing that was done, and after what was put forward since; all that are in conflict.

    Beside that: what is planned or stated for a day of its own, and the days that are stated for its taking effect.
    """
    for stage in _stages(_standing(steps, today)):
        yield Line(stage)
    for step in steps:
        if _scheduled(step) or (step.is_done and _ahead(step, today)):
            yield Line(_to_come(step, today))
    yield from _stated(instrument, steps, announcements, today, effective=True)


def days(instrument: str, steps: Sequence[Step], announcements: Sequence[Announcement], today: date) -> Iterator[Line]:
    """The other days that are stated for an instrument and that are not those of its steps."""
    return _stated(instrument, steps, announcements, today, effective=False)


def _standing(steps: Sequence[Step], today: date) -> list[Step]:
    done = _last([step for step in steps if step.is_done and not _ahead(step, today)])
    meant = _last([step for step in steps if not step.is_done and not _scheduled(step)])
    found = done + [step for step in meant if not done or first_day(step.date) >= first_day(done[0].date)]
    places = {(step.announcement.id, step.place) for step in found}
    in_conflict = {(step.announcement.id, step.matter) for step in found if step.disputed}
    return [
        step
        for step in steps
        if (step.announcement.id, step.place) in places
        or (step.disputed and (step.announcement.id, step.matter) in in_conflict)
    ]


def _last(steps: Sequence[Step]) -> list[Step]:
    """The last step and all others of its day."""
    return [step for step in steps if first_day(step.date) == first_day(steps[-1].date)]


def _stages(steps: Sequence[Step]) -> Iterator[str]:
    """Each stage once, with the steps that led to it; "or" stands before one that excludes another."""
    by_stage: dict[str, list[Step]] = {}
    for step in steps:
        by_stage.setdefault(step.measure.stage, []).append(step)
    for number, (stage, found) in enumerate(by_stage.items()):
        instead = "or: " if number and any(step.disputed for step in found) else ""
        yield f"{instead}{code(stage)} ({'; '.join(dict.fromkeys(map(_why, found)))})"


def _why(step: Step) -> str:
    """The day of a step, and what keeps one from taking the stage after it for certain."""
    measure = step.measure
    firm = [] if step.is_done else [put(measure, code(measure.action))]
    return ", ".join([_days(step), *firm, *_doubts(measure, is_disputed=step.disputed)])


def _doubts(assertion: Assertion, *, is_disputed: bool) -> Iterator[str]:
    """How far it is to be trusted, and whether it is in conflict with another."""
    if assertion.confidence and not (is_disputed and assertion.is_called_disputed):
        yield code(assertion.confidence)
    if is_disputed:
        yield dispute_mark(assertion)


def _to_come(step: Step, today: date) -> str:
    measure = step.measure
    lies = past(step.date, today) if step.date else ""
    said = put(measure, f"{code(measure.action)}, for {_days(step)}")
    doubt = f" ({code(measure.confidence)})" if measure.confidence else ""
    return said + (f", {lies}" if lies else "") + f"; then {code(measure.stage)}{doubt}"


def _scheduled(step: Step) -> bool:
    """Whether it is only meant, and for a day of its own."""
    return not step.is_done and step.dating.basis is Basis.MEASURE


def _ahead(step: Step, today: date) -> bool:
    return bool(step.date and is_surely_after(step.date, today, timedelta(0)))


def _days(step: Step) -> str:
    known = " or ".join(step.dating.days)
    return f"announcement of {known}" if known and step.dating.basis is Basis.ANNOUNCEMENT else known or "undated"


def _stated(
    instrument: str, steps: Sequence[Step], announcements: Sequence[Announcement], today: date, *, effective: bool
) -> Iterator[Line]:
    of_steps = {(role, day) for step in steps for role in roles_of_day(step.measure) for day in step.dating.days}
    for announcement in announcements:
        acted_on = _acted_on(announcement)
        dates = announcement.dates
        for each, is_disputed, same in zip(dates, disputed(dates), again(dates), strict=True):
            happens = not is_denied_or_hypothetical(each)
            known = each.is_deprecated or (happens and (each.role, each.value) in of_steps)
            if (
                not known
                and _concerns(each, instrument, acted_on)
                and _effective(each, instrument, acted_on) is effective
            ):
                yield Line(_day(each, today, is_disputed=is_disputed, same=same))
                yield Line(f"in {whence(announcement)}{'' if each.scope else _UNNAMED}", depth=1)
                yield from [Line(f"note: {each.note}", depth=1)] if each.note else []


class _ActedOn(NamedTuple):
    """The instruments that an announcement does something to, and those to which something was done."""

    any: set[str]
    done: set[str]

    def only(self, instrument: str) -> bool:
        """Whether what the announcement says without naming an instrument can be of no other one."""
        return (self.done or self.any) == {instrument}


def _acted_on(announcement: Announcement) -> _ActedOn:
    measures = [m for m in announcement.measures if not (m.is_deprecated or is_denied_or_hypothetical(m))]
    done = {each.instrument for each in measures if is_fact(each)}
    return _ActedOn({each.instrument for each in measures}, done)


def _concerns(each: Date, instrument: str, acted_on: _ActedOn) -> bool:
    """Whether the date of an announcement is one of the instrument, or could be."""
    if each.scope:
        return each.scope.instrument == instrument
    if each.role in OF_THE_ANNOUNCEMENT:
        return False
    return acted_on.only(instrument) or (instrument in acted_on.any and each.role in TAKES_EFFECT)


def _effective(each: Date, instrument: str, acted_on: _ActedOn) -> bool:
    """Whether the instrument itself, and as a whole, is stated to stand elsewhere from that day on."""
    own = not each.scope.part if each.scope else acted_on.only(instrument)
    return own and each.role in TAKES_EFFECT and not is_denied_or_hypothetical(each)


def _day(each: Date, today: date, *, is_disputed: bool, same: bool) -> str:
    """A stated day: what is to be on it is no more than stated, whether it has passed or not."""
    part = f" ({each.scope.part})" if each.scope and each.scope.part else ""
    lies = past(each.value, today) if each.role in TO_COME and not is_denied_or_hypothetical(each) else ""
    said = f"{code(each.role)}{part}{' stated for' if each.role in TO_COME else ''} {when(each.value)}"
    marks = "; ".join([*_doubts(each, is_disputed=is_disputed), *(["the same moment"] if same else [])])
    return put(each, said) + (f", {lies}" if lies else "") + (f" ({marks})" if marks else "")
