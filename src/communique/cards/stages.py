"""The current stage of an instrument, and the dates that are stated for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..codelists import Stage
from ..corpus.conflicts import disputed
from ..corpus.date_order import has_happened
from ..corpus.history import (
    TO_COME,
    ActedOn,
    Basis,
    Firmness,
    Step,
    Turn,
    acted_on,
    day_words,
    is_about,
    is_denied_or_hypothetical,
    is_of_part,
    roles_of_day,
    takes_effect,
    turns,
    turns_on,
)
from ..models import Announcement, Assertion, Date
from .assertion_text import dispute_mark, repeats, with_modality
from .date_text import day_text, when
from .labels import code, compared_with_today, id_and_status
from .page import Line

_UNNAMED = "; the record gives this day without naming an instrument"


def now(instrument: str, steps: Sequence[Step], announcements: Sequence[Announcement], today: date) -> Iterator[Line]:
    """The stage on the day, after what was done and takes effect; after later proposals and plans; all in conflict.

    Also the steps that are planned for a day of their own, and the days on which the instrument takes or loses effect.
    """
    yield from map(Line, _stages(turns_on(turns(instrument, announcements), today), steps, announcements))
    for step in steps:
        if _is_scheduled(step) or (step.is_done and _is_ahead(step, today)):
            yield Line(_to_come(step, today))
    yield from _stated(instrument, steps, announcements, today, effective=True)


def days(instrument: str, steps: Sequence[Step], announcements: Sequence[Announcement], today: date) -> Iterator[Line]:
    """The other stated days of an instrument that are not days of its steps."""
    return _stated(instrument, steps, announcements, today, effective=False)


def _stages(turns: Sequence[Turn], steps: Sequence[Step], announcements: Sequence[Announcement]) -> Iterator[str]:
    """Each stage once, with what led to it. "or" marks a stage that excludes another."""
    by_place = {(step.announcement.id, step.place): step for step in steps}
    dates = {each.id: each.dates for each in announcements}
    by_stage: dict[Stage, list[Turn]] = {}
    for turn in turns:
        by_stage.setdefault(turn.stage, []).append(turn)
    for number, (stage, found) in enumerate(by_stage.items()):
        instead = "or: " if number and any(turn.matter for turn in found) else ""
        reasons = [
            _of_date(turn, dates[turn.announcement][turn.place])
            if turn.is_stated
            else _of_step(by_place[turn.announcement, turn.place])
            for turn in found
        ]
        yield f"{instead}{code(stage)} ({'; '.join(dict.fromkeys(reasons))})"


def _of_step(step: Step) -> str:
    """The day of a step, and why the stage after it is not certain: modality, confidence or dispute."""
    measure = step.measure
    modality = [] if step.is_done else [with_modality(measure, code(measure.action))]
    return ", ".join([_days(step), *modality, *_trust_marks(measure, is_disputed=step.disputed)])


def _of_date(turn: Turn, each: Date) -> str:
    """The same for a stated day, and whether it was only set in advance."""
    unsure = ["as set in advance"] if turn.firmness is Firmness.PLANNED else []
    day = f"{code(each.role)} {day_text(turn.day)}"
    return ", ".join([day, *unsure, *_trust_marks(each, is_disputed=turn.is_contradicted)])


def _trust_marks(assertion: Assertion, *, is_disputed: bool) -> Iterator[str]:
    """The confidence, and the mark of a conflict."""
    if assertion.confidence and not (is_disputed and assertion.is_called_disputed):
        yield code(assertion.confidence)
    if is_disputed:
        yield dispute_mark(assertion)


def _to_come(step: Step, today: date) -> str:
    measure = step.measure
    timing = compared_with_today(step.dating.certain, today) if step.dating.certain else ""
    text = with_modality(measure, f"{code(measure.action)}, for {_days(step)}")
    doubt = f" ({code(measure.confidence)})" if measure.confidence else ""
    return text + (f", {timing}" if timing else "") + f"; then {code(measure.stage)}{doubt}"


def _is_scheduled(step: Step) -> bool:
    """Whether the step is planned for a stated day."""
    return not step.is_done and step.dating.basis is Basis.MEASURE


def _is_ahead(step: Step, today: date) -> bool:
    """Whether it is not certain that the day has come."""
    day = step.dating.certain
    return bool(day and not has_happened(day, today))


def _days(step: Step) -> str:
    known = day_words(step.dating, day_text) or "undated"
    if step.dating.basis is not Basis.ANNOUNCEMENT or not step.date:
        return known
    return f"{'at the latest from the ' if step.is_done else ''}announcement of {known}"


def _stated(
    instrument: str, steps: Sequence[Step], announcements: Sequence[Announcement], today: date, *, effective: bool
) -> Iterator[Line]:
    of_steps = {(role, day) for step in steps for role in roles_of_day(step.measure) for day in step.dating.days}
    for announcement in announcements:
        acted = acted_on(announcement)
        dates = announcement.dates
        for each, is_disputed, same in zip(dates, disputed(dates), repeats(dates), strict=True):
            happens = not is_denied_or_hypothetical(each)
            known = each.is_deprecated or (happens and (each.role, each.value) in of_steps)
            if not known and is_about(each, instrument, acted) and _is_effective(each, instrument, acted) is effective:
                yield Line(_day(each, today, is_disputed=is_disputed, same=same))
                yield Line(f"in {id_and_status(announcement)}{'' if each.scope else _UNNAMED}", depth=1)
                yield from [Line(f"note: {each.note}", depth=1)] if each.note else []


def _is_effective(each: Date, instrument: str, acted: ActedOn) -> bool:
    """Whether the date is stated to change the stage of the whole instrument."""
    return not is_of_part(each) and takes_effect(each, instrument, acted)


def _day(each: Date, today: date, *, is_disputed: bool, same: bool) -> str:
    """A stated day, as text. It never says that the stated thing happened, even if the day has passed."""
    part = f" ({each.scope.part})" if each.scope and each.scope.part else ""
    is_stated = each.role in TO_COME and not is_denied_or_hypothetical(each)
    timing = compared_with_today(each.value, today) if is_stated else ""
    text = f"{code(each.role)}{part}"
    text += f" {when(each.value, 'stated for', up_to='stated by') if each.role in TO_COME else when(each.value)}"
    marks = "; ".join([*_trust_marks(each, is_disputed=is_disputed), *(["the same moment"] if same else [])])
    return with_modality(each, text) + (f", {timing}" if timing else "") + (f" ({marks})" if marks else "")
