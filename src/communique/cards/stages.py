"""The current stage of an instrument, and the dates that are stated for it."""

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
from .assertion_text import dispute_mark, repeats, with_modality
from .labels import code, compared_with_today, id_and_status, when
from .page import Line

_UNNAMED = "; the record gives this day without naming an instrument"


def now(instrument: str, steps: Sequence[Step], announcements: Sequence[Announcement], today: date) -> Iterator[Line]:
    """The stage after the last step that was done, and after later proposals and plans; all stages in conflict.

    Also the steps that are planned for a day of their own, and the days on which the instrument takes or loses effect.
    """
    for stage in _stages(_current(steps, today)):
        yield Line(stage)
    for step in steps:
        if _is_scheduled(step) or (step.is_done and _is_ahead(step, today)):
            yield Line(_to_come(step, today))
    yield from _stated(instrument, steps, announcements, today, effective=True)


def days(instrument: str, steps: Sequence[Step], announcements: Sequence[Announcement], today: date) -> Iterator[Line]:
    """The other stated days of an instrument that are not days of its steps."""
    return _stated(instrument, steps, announcements, today, effective=False)


def _current(steps: Sequence[Step], today: date) -> list[Step]:
    done = _last([step for step in steps if step.is_done and not _is_ahead(step, today)])
    planned = _last([step for step in steps if not step.is_done and not _is_scheduled(step)])
    found = done + [step for step in planned if not done or first_day(step.date) >= first_day(done[0].date)]
    places = {(step.announcement.id, step.place) for step in found}
    in_conflict = {(step.announcement.id, step.matter) for step in found if step.disputed}
    return [
        step
        for step in steps
        if (step.announcement.id, step.place) in places
        or (step.disputed and (step.announcement.id, step.matter) in in_conflict)
    ]


def _last(steps: Sequence[Step]) -> list[Step]:
    """The last step, and all other steps of the same day."""
    return [step for step in steps if first_day(step.date) == first_day(steps[-1].date)]


def _stages(steps: Sequence[Step]) -> Iterator[str]:
    """Each stage once, with the steps that led to it. "or" marks a stage that excludes another."""
    by_stage: dict[str, list[Step]] = {}
    for step in steps:
        by_stage.setdefault(step.measure.stage, []).append(step)
    for number, (stage, found) in enumerate(by_stage.items()):
        instead = "or: " if number and any(step.disputed for step in found) else ""
        yield f"{instead}{code(stage)} ({'; '.join(dict.fromkeys(map(_reason, found)))})"


def _reason(step: Step) -> str:
    """The day of a step, and why the stage after it is not certain: modality, confidence or dispute."""
    measure = step.measure
    modality = [] if step.is_done else [with_modality(measure, code(measure.action))]
    return ", ".join([_days(step), *modality, *_trust_marks(measure, is_disputed=step.disputed)])


def _trust_marks(assertion: Assertion, *, is_disputed: bool) -> Iterator[str]:
    """The confidence, and the mark of a conflict."""
    if assertion.confidence and not (is_disputed and assertion.is_called_disputed):
        yield code(assertion.confidence)
    if is_disputed:
        yield dispute_mark(assertion)


def _to_come(step: Step, today: date) -> str:
    measure = step.measure
    timing = compared_with_today(step.date, today) if step.date else ""
    text = with_modality(measure, f"{code(measure.action)}, for {_days(step)}")
    doubt = f" ({code(measure.confidence)})" if measure.confidence else ""
    return text + (f", {timing}" if timing else "") + f"; then {code(measure.stage)}{doubt}"


def _is_scheduled(step: Step) -> bool:
    """Whether the step is planned for a stated day."""
    return not step.is_done and step.dating.basis is Basis.MEASURE


def _is_ahead(step: Step, today: date) -> bool:
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
        for each, is_disputed, same in zip(dates, disputed(dates), repeats(dates), strict=True):
            happens = not is_denied_or_hypothetical(each)
            known = each.is_deprecated or (happens and (each.role, each.value) in of_steps)
            if (
                not known
                and _is_about(each, instrument, acted_on)
                and _takes_effect(each, instrument, acted_on) is effective
            ):
                yield Line(_day(each, today, is_disputed=is_disputed, same=same))
                yield Line(f"in {id_and_status(announcement)}{'' if each.scope else _UNNAMED}", depth=1)
                yield from [Line(f"note: {each.note}", depth=1)] if each.note else []


class _ActedOn(NamedTuple):
    """The instruments of an announcement's measures, and those of measures that were done."""

    any: set[str]
    done: set[str]

    def only(self, instrument: str) -> bool:
        """Whether an assertion without an instrument can only be about this one."""
        return (self.done or self.any) == {instrument}


def _acted_on(announcement: Announcement) -> _ActedOn:
    measures = [m for m in announcement.measures if not (m.is_deprecated or is_denied_or_hypothetical(m))]
    done = {each.instrument for each in measures if is_fact(each)}
    return _ActedOn({each.instrument for each in measures}, done)


def _is_about(each: Date, instrument: str, acted_on: _ActedOn) -> bool:
    """Whether a date of an announcement is, or could be, about the instrument."""
    if each.scope:
        return each.scope.instrument == instrument
    if each.role in OF_THE_ANNOUNCEMENT:
        return False
    return acted_on.only(instrument) or (instrument in acted_on.any and each.role in TAKES_EFFECT)


def _takes_effect(each: Date, instrument: str, acted_on: _ActedOn) -> bool:
    """Whether the date is stated to change the stage of the whole instrument."""
    own = not each.scope.part if each.scope else acted_on.only(instrument)
    return own and each.role in TAKES_EFFECT and not is_denied_or_hypothetical(each)


def _day(each: Date, today: date, *, is_disputed: bool, same: bool) -> str:
    """A stated day, as text. It never says that the stated thing happened, even if the day has passed."""
    part = f" ({each.scope.part})" if each.scope and each.scope.part else ""
    is_stated = each.role in TO_COME and not is_denied_or_hypothetical(each)
    timing = compared_with_today(each.value, today) if is_stated else ""
    text = f"{code(each.role)}{part}{' stated for' if each.role in TO_COME else ''} {when(each.value)}"
    marks = "; ".join([*_trust_marks(each, is_disputed=is_disputed), *(["the same moment"] if same else [])])
    return with_modality(each, text) + (f", {timing}" if timing else "") + (f" ({marks})" if marks else "")
