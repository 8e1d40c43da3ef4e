from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import Action, Modality, Stage
from ....corpus.history import is_fact
from ....diagnostics.finding import Severity
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Measure
    from ...subject import Subject

_EXISTS = frozenset({Stage.ADOPTED, Stage.SIGNED, Stage.IN_FORCE_PARTIALLY, Stage.IN_FORCE})
_OVER = frozenset({Stage.FULFILLED, Stage.LAPSED, Stage.REJECTED, Stage.SUPERSEDED, Stage.REPEALED})
# The stages that an instrument reaches only by the action. A law stays in force while its amendment is planned.
_BROUGHT_BY = {
    Action.ESTABLISH: _EXISTS,
    Action.INTRODUCE: frozenset({Stage.ADOPTED, Stage.SIGNED}),
    Action.ADOPT: _EXISTS,
    Action.SIGN: frozenset({Stage.SIGNED}),
    Action.BRING_INTO_FORCE: frozenset({Stage.IN_FORCE}),
    Action.LAUNCH: frozenset({Stage.IN_FORCE}),
    Action.GRANT: frozenset({Stage.IN_FORCE}),
    Action.SUSPEND: frozenset({Stage.SUSPENDED}),
    Action.REPEAL: frozenset({Stage.SUPERSEDED, Stage.REPEALED}),
    Action.REVOKE: frozenset({Stage.SUPERSEDED, Stage.REPEALED}),
    Action.IMPLEMENT: frozenset({Stage.FULFILLED}),
}
# Whoever puts something forward does not bring it about.
_PUT_FORWARD = frozenset({Action.PROPOSE, Action.RECOMMEND})
# Certain contradictions: others may have signed before, or parts may be in force, but nothing is established twice.
_SURE = frozenset(
    {
        (Action.ESTABLISH, Stage.IN_FORCE),
        (Action.ADOPT, Stage.ADOPTED),
        (Action.REPEAL, Stage.REPEALED),
        (Action.REVOKE, Stage.REPEALED),
    }
)


class StageContradictsModality(RecordRule):
    code = "CQ410"
    name = "stage-contradicts-modality"
    severity = Severity.WARNING
    reason = (
        "The stage is the status of the instrument after the measure; a planned or denied measure does not change it, "
        "and nothing comes about because it is proposed or recommended."
    )
    fix = (
        "Use the stage on the day of the announcement, such as `proposed` or `announced`; or, if it is done, the "
        "modality `asserted`. It is an error if the two cannot both be right, such as `revoke`, `repealed` and "
        "`planned`."
    )
    bad = (
        "measures:\n- {instrument: panel, action: establish, stage: adopted, modality: planned}\n"
        "instruments:\n- {id: panel, type: body, name: {en: Panel}}\n"
    )
    good = (
        "measures:\n- {instrument: panel, action: establish, stage: announced, modality: planned}\n"
        "- {instrument: act, action: repeal, stage: in_force, modality: under_consideration}\n"
        "instruments:\n- {id: panel, type: body, name: {en: Panel}}\n- {id: act, type: law, name: {en: Act}}\n"
    )
    needs = ("measures",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for _, record in subject.of(models.Announcement):
            for index, each in enumerate(record.measures):
                if not each.is_deprecated and _contradicts(each):
                    yield _violation(index, each)


def _violation(index: int, measure: Measure) -> Violation:
    sure = (measure.action, measure.stage) in _SURE and measure.modality is not Modality.CONDITIONAL
    message = f"{measure.action} is {measure.modality}, but the stage is {measure.stage}"
    help = "use the stage that the instrument has before the measure, or modality: asserted if it is done"
    return Violation(("measures", index, "stage"), message, help, severity=Severity.ERROR if sure else None)


def _contradicts(measure: Measure) -> bool:
    if measure.action in _PUT_FORWARD:
        return measure.stage in _EXISTS
    if is_fact(measure):
        return False
    if measure.modality is not Modality.DENIED and measure.stage in _OVER:
        return True
    return measure.stage in _BROUGHT_BY.get(measure.action, frozenset())
