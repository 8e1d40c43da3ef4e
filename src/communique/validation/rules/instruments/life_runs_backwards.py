from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from ....codelists import Action, Modality, Stage
from ....corpus.chronicle import Deed, chronicle
from ....corpus.corpus import Entry
from ....corpus.definitions import Definition
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
        measures = entry.record.measures
        for instrument in dict.fromkeys(each.instrument for each in measures if each.stage in _EARLY):
            yield from _backwards(entry, context.once(chronicle).get(instrument, []))
        for instrument in dict.fromkeys(each.instrument for each in measures if _makes(each)):
            yield from _after_the_end(entry, context.once(chronicle).get(instrument, []))


def _backwards(entry: Entry, whole: Sequence[Deed]) -> Iterator[Violation]:
    life = [deed for deed in whole if not _is_draft(deed.measure)]
    for deed in life:
        if deed.entry.path != entry.path or deed.measure.stage not in _EARLY:
            continue
        # The order of several measures on the last day is not known.
        before = _until(life, deed.begins)
        latest = before[len(_until(life, before[-1].ends)) :] if before else []
        if latest and all(each.measure.stage in _SETTLED for each in latest):
            was = latest[-1]
            message = (
                f"{deed.measure.instrument} is {deed.measure.stage} here on {deed.when}, but was already "
                f"{was.measure.stage} on {was.when} in {_record(was, entry)}"
            )
            help = "check both; for a draft that amends it, use the action amend or introduce, or a separate instrument"
            yield Violation(("measures", deed.place, "stage"), message, help, _place(was))


def _after_the_end(entry: Entry, life: Sequence[Deed]) -> Iterator[Violation]:
    done = [deed for deed in life if deed.measure.modality is Modality.ASSERTED]
    first = min((deed for deed in done if _makes(deed.measure)), key=lambda deed: deed.begins, default=None)
    if first is None or first.entry.path != entry.path:
        return
    for end in _until(done, first.begins):
        if end.measure.action in _ENDING and end.measure.stage is Stage.REPEALED:
            message = (
                f"{first.measure.action} of {first.measure.instrument} on {first.when} is later than its end, "
                f"{end.measure.action} on {end.when} in {_record(end, entry)}"
            )
            help = "check both dates; if it was made again, define the new one as a separate instrument"
            yield Violation(("measures", first.place, "action"), message, help, _place(end), Severity.ERROR)
            return


def _until(life: Sequence[Deed], day: date) -> Sequence[Deed]:
    """The measures that ended before that day."""
    return life[: bisect_left(life, day, key=lambda deed: deed.ends)]


def _is_draft(measure: Measure) -> bool:
    return measure.action in _DRAFTING and measure.stage in _EARLY


def _makes(measure: Measure) -> bool:
    founded = measure.action is Action.ESTABLISH and measure.stage is Stage.IN_FORCE
    return founded or measure.action in _MAKING


def _record(deed: Deed, entry: Entry) -> str:
    return "this record" if deed.entry.path == entry.path else deed.entry.record.id


def _place(deed: Deed) -> Definition:
    return Definition(deed.entry.record.id, "announcement", deed.entry.path, ("measures", deed.place))
