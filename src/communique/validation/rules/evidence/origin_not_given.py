from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import CreditRole, SourceOrigin, SourceType
from ....diagnostics.finding import Advice, Change, Severity
from ....schemas.store import precedence
from ....text.pointer import Pointer, json_pointer
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject

_COPIES = {SourceType.REWRITE: "rewrite", SourceType.MIRROR: "mirror"}


class OriginNotGiven(RecordRule):
    """Only records of a schema version that has `origin` are asked; others could not say that nobody knows it."""

    code = "CQ630"
    name = "origin-not-given"
    severity = Severity.WARNING
    reason = (
        "A rewrite, a mirror or a translation goes back to another source. Until the record names it, the copy is "
        "not counted among the independent sources that there are at least."
    )
    fix = (
        "Add `derived_from` with the id of the original, or `origin: derived` if you looked for it and did not find it."
    )
    bad = "sources:\n- {id: retelling, type: rewrite, access: full_text}\n"
    good = "sources:\n- {id: retelling, type: rewrite, access: full_text, origin: derived}\n"
    needs = (*_COPIES, CreditRole.TRANSLATION)

    def check(self, subject: Subject) -> Iterator[Violation]:
        if precedence(subject.data["schema_version"]) < precedence(SourceOrigin.DERIVED.since):
            return
        for pointer, source in subject.of(models.Source):
            if source.is_copy and not source.derived_from:
                yield from _violations(pointer, source)


def _violations(pointer: Pointer, source: models.Source) -> Iterator[Violation]:
    noun = _COPIES.get(source.type, "translation")
    if source.origin is None:
        field = "type" if source.type in _COPIES else "credits"
        help = "add derived_from: [ID] with the id of its original, or add origin: derived if it is not known"
        at = json_pointer(pointer)
        advice = (
            Advice(Change.ADD, "derived_from: [ID]", at=at, slots=("ID",)),
            Advice(Change.ADD, "origin: derived", at=at),
        )
        yield Violation((*pointer, field), f"{noun} without its origin", help, advice=advice)
    elif source.origin is not SourceOrigin.DERIVED:
        message = f"a {noun} is derived from another source, so its origin is not '{source.origin}'"
        help = "write derived, or correct the type"
        yield Violation((*pointer, "origin"), message, help, advice=(Advice(Change.VALUE, "derived"),))
