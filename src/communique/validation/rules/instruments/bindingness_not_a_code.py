from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import AttributeName, Bindingness
from ....diagnostics.finding import Advice, Change
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject

_MEASURE = (
    "measures:\n- instrument: act\n  action: adopt\n  stage: adopted\n  modality: asserted\n"
    "  attributes:\n  - {{name: bindingness, value: {0}}}\n"
    "instruments:\n- {{id: act, type: law, name: {{en: Act}}}}\n"
)


class BindingnessNotACode(RecordRule):
    code = "CQ424"
    name = "bindingness-not-a-code"
    reason = "Whom an instrument obliges can be compared and counted only by its code."
    fix = "Write a code of the codelist `bindingness`, and the source's own wording as a `note`."
    bad = _MEASURE.format("voluntry")
    good = _MEASURE.format("voluntary")
    needs = (AttributeName.BINDINGNESS,)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, attribute in subject.of(models.Attribute):
            if attribute.name is AttributeName.BINDINGNESS and attribute.value not in [*Bindingness]:
                yield _violation(pointer, attribute)


def _violation(pointer: tuple[str | int, ...], attribute: models.Attribute) -> Violation:
    from ....lexicon.spelling import nearest, question

    codes = [str(each) for each in Bindingness]
    meant = nearest(str(attribute.value), codes)
    help = question(meant) if meant else f"write one of {', '.join(codes)}"
    advice = tuple(Advice(Change.VALUE, each) for each in ([meant] if meant else codes))
    message = f"{attribute.value!r} is no code of bindingness"
    return Violation((*pointer, "value"), message, help, advice=advice)
