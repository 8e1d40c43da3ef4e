"""Where an instrument stands: the stage after its last step, and what is stated for other days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..codelists import Confidence, DateRole, Modality
from ..corpus.history import DONE_ON, NOT_DONE, Basis, Step
from ..corpus.ranking import disputed, held
from ..models import Announcement, Assertion, Date
from .assertion_text import again, put, rivalled
from .labels import code, past, when, whence
from .page import Line

_MADE_KNOWN = (DateRole.ANNOUNCED, DateRole.DELIVERED, DateRole.HELD)
_FOR = (DateRole.ENTRY_INTO_FORCE, DateRole.APPLIES_FROM, DateRole.EXPIRED, DateRole.REVOKED)
"""Days on which an instrument comes to stand elsewhere, whether or not anybody tells that it did."""
_TO_BE = (*_FOR, DateRole.DEADLINE, DateRole.SCHEDULED)
_UNNAMED = "; the record gives this day without naming an instrument"


def now(instrument: str, steps: Sequence[Step], announcements: Sequence[Announcement], today: date) -> Iterator[Line]:
    """The stage after the last thing that was done, and after what was put forward since. Rivals are all named.

    Beside that: what is planned or told for a day of its own, and the days that are stated for its taking effect.
    """
    for stage in _stages(_standing(steps, today)):
        yield Line(stage)
    for step in steps:
        if _scheduled(step) or (_done(step) and _ahead(step, today)):
            yield Line(_to_come(step, today))
    yield from _stated(instrument, steps, announcements, today, effective=True)


def days(instrument: str, steps: Sequence[Step], announcements: Sequence[Announcement], today: date) -> Iterator[Line]:
    """The other days that are stated for an instrument and that are not those of its steps."""
    return _stated(instrument, steps, announcements, today, effective=False)


def _standing(steps: Sequence[Step], today: date) -> list[Step]:
    done = _last([step for step in steps if _done(step) and not _ahead(step, today)])
    meant = _last([step for step in steps if not _done(step) and not _scheduled(step)])
    found = done + [step for step in meant if not done or _order(step) >= _order(done[0])]
    places = {(step.announcement.id, step.place) for step in found}
    told = {(step.announcement.id, step.matter) for step in found if step.disputed}
    return [
        step
        for step in steps
        if (step.announcement.id, step.place) in places
        or (step.disputed and (step.announcement.id, step.matter) in told)
    ]


def _last(steps: Sequence[Step]) -> list[Step]:
    """The last step and all others of its day."""
    return [step for step in steps if _order(step) == _order(steps[-1])]


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
    firm = [] if _done(step) else [put(measure, code(measure.action))]
    return ", ".join([_days(step), *firm, *_doubts(measure, rival=step.disputed)])


def _doubts(assertion: Assertion, *, rival: bool) -> Iterator[str]:
    """How far it is to be trusted, and whether it has a rival."""
    if assertion.confidence and not (rival and assertion.confidence is Confidence.DISPUTED):
        yield code(assertion.confidence)
    if rival:
        yield rivalled(assertion)


def _to_come(step: Step, today: date) -> str:
    measure = step.measure
    lies = past(step.date, today) if step.date else ""
    said = put(measure, f"{code(measure.action)}, for {_days(step)}")
    doubt = f" ({code(measure.confidence)})" if measure.confidence else ""
    return said + (f", {lies}" if lies else "") + f"; then {code(measure.stage)}{doubt}"


def _done(step: Step) -> bool:
    return step.measure.modality is Modality.ASSERTED


def _scheduled(step: Step) -> bool:
    """Whether it is only meant, and for a day of its own."""
    return not _done(step) and step.dating.basis is Basis.MEASURE


def _ahead(step: Step, today: date) -> bool:
    return bool(step.date and step.date.earliest and step.date.earliest > today)


def _days(step: Step) -> str:
    known = " or ".join(step.dating.days)
    return f"announcement of {known}" if known and step.dating.basis is Basis.ANNOUNCEMENT else known or "undated"


def _order(step: Step) -> date:
    return (step.date.earliest if step.date else None) or date.max


def _stated(
    instrument: str, steps: Sequence[Step], announcements: Sequence[Announcement], today: date, *, effective: bool
) -> Iterator[Line]:
    told = {(role, day) for step in steps for role in DONE_ON.get(step.measure.action, ()) for day in step.dating.days}
    for announcement in announcements:
        acted_on = _acted_on(announcement)
        dates = announcement.dates
        for each, rival, same in zip(dates, disputed(dates), again(dates), strict=True):
            known = each.is_deprecated or (each.modality not in NOT_DONE and (each.role, each.value) in told)
            if (
                not known
                and _concerns(each, instrument, acted_on)
                and _effective(each, instrument, acted_on) is effective
            ):
                yield Line(_day(each, today, rival=rival, same=same))
                yield Line(f"in {whence(announcement)}{'' if each.scope else _UNNAMED}", depth=1)
                yield from [Line(f"note: {each.note}", depth=1)] if each.note else []


class _ActedOn(NamedTuple):
    """The instruments that an announcement does something to, and those to which something was done."""

    any: set[str]
    done: set[str]

    def only(self, instrument: str) -> bool:
        """Whether what the announcement tells without naming an instrument can be of no other one."""
        return (self.done or self.any) == {instrument}


def _acted_on(announcement: Announcement) -> _ActedOn:
    measures = [each for each in held(announcement.measures) if each.modality not in NOT_DONE]
    done = {each.instrument for each in measures if each.modality is Modality.ASSERTED}
    return _ActedOn({each.instrument for each in measures}, done)


def _concerns(each: Date, instrument: str, acted_on: _ActedOn) -> bool:
    """Whether the date of an announcement is one of the instrument, or could be."""
    if each.scope:
        return each.scope.instrument == instrument
    if each.role in _MADE_KNOWN:
        return False
    return acted_on.only(instrument) or (instrument in acted_on.any and each.role in _FOR)


def _effective(each: Date, instrument: str, acted_on: _ActedOn) -> bool:
    """Whether the instrument itself, and as a whole, is stated to stand elsewhere from that day on."""
    own = not each.scope.part if each.scope else acted_on.only(instrument)
    return own and each.role in _FOR and each.modality not in NOT_DONE


def _day(each: Date, today: date, *, rival: bool, same: bool) -> str:
    """A stated day: what is to be on it is no more than stated, whether it has passed or not."""
    part = f" ({each.scope.part})" if each.scope and each.scope.part else ""
    lies = past(each.value, today) if each.role in _TO_BE and each.modality not in NOT_DONE else ""
    said = f"{code(each.role)}{part}{' stated for' if each.role in _TO_BE else ''} {when(each.value)}"
    marks = "; ".join([*_doubts(each, rival=rival), *(["the same moment"] if same else [])])
    return put(each, said) + (f", {lies}" if lies else "") + (f" ({marks})" if marks else "")
