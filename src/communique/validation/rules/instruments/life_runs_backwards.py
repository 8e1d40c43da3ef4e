from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ....codelists import Action, Stage
from ....corpus.corpus import Corpus, Entry
from ....corpus.definitions import Definition
from ....corpus.history import CertainStep, certain_steps
from ....diagnostics.finding import Severity
from ....models import Announcement, Measure
from ...rule import Context, RecordRule, Violation

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
    "dates:\n- {{role: announced, value: '2025-07-26', evidence: [{{source: report}}]}}\n"
    "measures:\n"
    "- instrument: act\n  action: adopt\n  date: '{0}'\n  stage: adopted\n  modality: asserted\n"
    "  evidence: [{{source: report}}]\n"
    "- instrument: act\n  action: publish\n  stage: proposed\n  modality: asserted\n"
    "  evidence: [{{source: report}}]\n"
    "instruments:\n- {{id: act, type: law, name: {{en: Act}}}}\n"
    "sources:\n- {{id: report, type: news, access: full_text}}\n"
)


class LifeRunsBackwards(RecordRule):
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
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        if not isinstance(entry.record, Announcement):
            return
        measures, known = entry.record.measures, context.once(_histories)
        for instrument in dict.fromkeys(each.instrument for each in measures if each.stage in _EARLY):
            yield from _backwards(entry, known.get(instrument, []))
        for instrument in dict.fromkeys(each.instrument for each in measures if _makes(each)):
            yield from _after_the_end(entry, known.get(instrument, []))


class _Located(NamedTuple):
    """A step, and the file that reports it."""

    step: CertainStep
    path: str

    @property
    def measure(self) -> Measure:
        return self.step.measure

    def record(self, entry: Entry) -> str:
        """How a finding in the entry calls the record."""
        return "this record" if self.path == entry.path else self.step.announcement.id

    @property
    def definition(self) -> Definition:
        return Definition(self.step.announcement.id, "announcement", self.path, ("measures", self.step.place))


def _histories(corpus: Corpus) -> dict[str, list[_Located]]:
    """By instrument, its steps in the order of the last days on which they may have been."""
    found: dict[str, list[_Located]] = defaultdict(list)
    for entry in corpus.entries:
        for step in certain_steps(entry.record) if isinstance(entry.record, Announcement) else ():
            found[step.measure.instrument].append(_Located(step, entry.path))
    for steps in found.values():
        steps.sort(key=lambda each: each.step.ends)
    return found


def _backwards(entry: Entry, history: Sequence[_Located]) -> Iterator[Violation]:
    steps = [each for each in history if not _is_draft(each.measure)]
    for here in steps:
        if here.path != entry.path or here.measure.stage not in _EARLY:
            continue
        # The order of several measures on the last day is not known.
        before = _until(steps, here.step.begins)
        latest = before[len(_until(steps, before[-1].step.ends)) :] if before else []
        if latest and all(each.measure.stage in _SETTLED for each in latest):
            was = latest[-1]
            message = (
                f"{here.measure.instrument} is {here.measure.stage} here on {here.step.when}, but was already "
                f"{was.measure.stage} on {was.step.when} in {was.record(entry)}"
            )
            help = "check both; for a draft that amends it, use the action amend or introduce, or a separate instrument"
            yield Violation(("measures", here.step.place, "stage"), message, help, was.definition)


def _after_the_end(entry: Entry, history: Sequence[_Located]) -> Iterator[Violation]:
    done = [each for each in history if each.step.is_done]
    first = min((each for each in done if _makes(each.measure)), key=lambda each: each.step.begins, default=None)
    if first is None or first.path != entry.path:
        return
    for end in _until(done, first.step.begins):
        if end.measure.action in _ENDING and end.measure.stage is Stage.REPEALED:
            message = (
                f"{first.measure.action} of {first.measure.instrument} on {first.step.when} is later than its end, "
                f"{end.measure.action} on {end.step.when} in {end.record(entry)}"
            )
            help = "check both dates; if it was made again, define the new one as a separate instrument"
            pointer = ("measures", first.step.place, "action")
            yield Violation(pointer, message, help, end.definition, Severity.ERROR)
            return


def _until(steps: Sequence[_Located], day: date) -> Sequence[_Located]:
    """The measures that ended before that day."""
    return steps[: bisect_left(steps, day, key=lambda each: each.step.ends)]


def _is_draft(measure: Measure) -> bool:
    return measure.action in _DRAFTING and measure.stage in _EARLY


def _makes(measure: Measure) -> bool:
    founded = measure.action is Action.ESTABLISH and measure.stage is Stage.IN_FORCE
    return founded or measure.action in _MAKING
