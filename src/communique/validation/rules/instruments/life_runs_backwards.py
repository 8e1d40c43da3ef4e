from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import Action, Stage
from ....corpus.history import certain_steps
from ....diagnostics.finding import Severity
from ...aspect import Aspect
from ...rule import CorpusRule, Place, Violation

if TYPE_CHECKING:
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary

_EARLY = frozenset({Stage.IDEA, Stage.ANNOUNCED, Stage.PROPOSED, Stage.UNDER_CONSULTATION, Stage.UNDER_DELIBERATION})
# No early stage follows these. What was withdrawn, rejected, postponed or has lapsed may be proposed again.
_SETTLED = frozenset(
    {
        Stage.ADOPTED,
        Stage.OPEN_FOR_SIGNATURE,
        Stage.SIGNED,
        Stage.IN_FORCE_PARTIALLY,
        Stage.IN_FORCE,
        Stage.SUSPENDED,
        Stage.FULFILLED,
        Stage.SUPERSEDED,
        Stage.REPEALED,
    }
)
# The stage of an amending draft is that of the draft, even if the measure names the law.
_DRAFTING = frozenset({Action.AMEND, Action.INTRODUCE})
_MAKING = frozenset({Action.ADOPT, Action.SIGN, Action.BRING_INTO_FORCE})
_ENDING = frozenset({Action.REPEAL, Action.REVOKE})

_ACT = (
    "status: draft\n"
    "dates:\n- {{role: announced, value: '2025-07-26', evidence: [report]}}\n"
    "measures:\n"
    "- instrument: act\n  action: adopt\n  date: '{0}'\n  stage: adopted\n  modality: asserted\n"
    "  evidence: [report]\n"
    "- instrument: act\n  action: publish\n  stage: proposed\n  modality: asserted\n"
    "  evidence: [report]\n"
    "instruments:\n- {{id: act, type: law, name: {{en: Act}}}}\n"
    "sources:\n- {{id: report, type: news, access: full_text}}\n"
)


class _Step(NamedTuple):
    """A measure on the instrument that is the key, as of a day: from ``begins`` to ``ends``, in ISO form.

    ``place`` is its place among the measures of the announcement.
    """

    announcement: str
    place: int
    when: str
    begins: str
    ends: str
    action: str
    stage: str
    is_done: bool

    @property
    def is_early(self) -> bool:
        return self.stage in _EARLY

    @property
    def is_draft(self) -> bool:
        return self.action in _DRAFTING and self.is_early

    @property
    def makes(self) -> bool:
        """Whether the instrument exists from then on."""
        founded = self.action == Action.ESTABLISH and self.stage == Stage.IN_FORCE
        return founded or self.action in _MAKING


def _steps(subject: Subject) -> Iterator[tuple[str, _Step]]:
    if isinstance(subject.record, models.Announcement) and subject.record.measures:
        for step in certain_steps(subject.record):
            measure = step.measure
            dates = str(step.when), step.begins.isoformat(), step.ends.isoformat()
            what = str(measure.action), str(measure.stage)
            yield measure.instrument, _Step(subject.record.id, step.place, *dates, *what, step.is_done)


STEPS = Aspect("step", _Step, _steps, compared=True, needs=("measures",))


class LifeRunsBackwards(CorpusRule):
    code = "CQ411"
    name = "life-runs-backwards"
    severity = Severity.WARNING
    reason = (
        "In all records together, nothing is proposed after it was adopted, and nothing is repealed before it exists."
    )
    fix = (
        "Check the dates and stages in both records. For a draft that amends a law, use the action `amend` or "
        "`introduce`, or a separate instrument; use a separate instrument for a second attempt too. It is an error if "
        "something is made after its end."
    )
    bad = _ACT.format("2025-05-01")
    good = _ACT.format("2025-08-01")

    aspects = (STEPS,)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for instrument in dict.fromkeys(key for key, _ in own.of(STEPS)):
            mine = own.at(STEPS, instrument)
            if any(each.is_early or each.makes for each in mine):
                history = context.once(_history, instrument)
                yield from _backwards(instrument, own, history)
                yield from _after_the_end(instrument, own, history)


class _Located(NamedTuple):
    """A step, and the file that reports it."""

    step: _Step
    path: str

    def record(self, own: Summary) -> str:
        """How a finding in the file calls the record."""
        return "this record" if self.path == own.path else self.step.announcement

    @property
    def node(self) -> Place:
        return Place(self.path, ("measures", self.step.place))


def _history(context: Context, instrument: str) -> list[_Located]:
    """The steps of the instrument in the order of the last days on which they may have been."""
    found = [_Located(step, summary.path) for summary, step in context.at(STEPS, instrument)]
    return sorted(found, key=lambda each: each.step.ends)


def _backwards(instrument: str, own: Summary, history: Sequence[_Located]) -> Iterator[Violation]:
    steps = [each for each in history if not each.step.is_draft]
    for here in steps:
        if here.path != own.path or not here.step.is_early:
            continue
        # The order of several measures on the last day is not known.
        before = _until(steps, here.step.begins)
        latest = before[len(_until(steps, before[-1].step.ends)) :] if before else []
        if latest and all(each.step.stage in _SETTLED for each in latest):
            was = latest[-1]
            message = (
                f"{instrument} is {here.step.stage} here on {here.step.when}, but was already "
                f"{was.step.stage} on {was.step.when} in {was.record(own)}"
            )
            help = "check both; for a draft that amends it, use the action amend or introduce, or a separate instrument"
            yield Violation(("measures", here.step.place, "stage"), message, help, was.node)


def _after_the_end(instrument: str, own: Summary, history: Sequence[_Located]) -> Iterator[Violation]:
    done = [each for each in history if each.step.is_done]
    first = min((each for each in done if each.step.makes), key=lambda each: each.step.begins, default=None)
    if first is None or first.path != own.path:
        return
    for end in _until(done, first.step.begins):
        if end.step.action in _ENDING and end.step.stage == Stage.REPEALED:
            message = (
                f"{first.step.action} of {instrument} on {first.step.when} is later than its end, "
                f"{end.step.action} on {end.step.when} in {end.record(own)}"
            )
            help = "check both dates; if it was made again, define the new one as a separate instrument"
            pointer = ("measures", first.step.place, "action")
            yield Violation(pointer, message, help, end.node, Severity.ERROR)
            return


def _until(steps: Sequence[_Located], day: str) -> Sequence[_Located]:
    """The measures that ended before that day. Days in ISO form are in the order of their texts."""
    return steps[: bisect_left(steps, day, key=lambda each: each.step.ends)]
