from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import RecordStatus, RelationBasis, StatementNature
from ....diagnostics.finding import Advice, Change, Severity
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject

# Withdrawn and superseded records need no evidence.
_SEVERITIES = {RecordStatus.DRAFT: Severity.WARNING, RecordStatus.REVIEWED: Severity.ERROR}

_REVIEWED = "status: reviewed\ntypes: [speech]\nunknown:\n- {field: roles, reason: not_stated}\n"
_NOTE = (Advice(Change.ADD, "note: TEXT", slots=("TEXT",)),)
_EVIDENCE = (Advice(Change.ADD, "evidence: [{source: ID}]", slots=("ID",)),)


class AssertionWithoutEvidence(RecordRule):
    code = "CQ503"
    name = "assertion-without-evidence"
    reason = (
        "An assertion without a source cannot be verified. It is an error in a reviewed record, a warning in a draft."
    )
    fix = "Add `evidence` with the source. An inferred relation needs a `note` that says from what it is inferred."
    bad = _REVIEWED + "dates:\n- {role: announced, value: '2025-07-26'}\n"
    good = (
        _REVIEWED + "dates:\n- {role: announced, value: '2025-07-26', evidence: [report]}\n"
        "sources:\n- {id: report, type: news, access: full_text}\n"
    )

    def check(self, subject: Subject) -> Iterator[Violation]:
        if not isinstance(subject.record, models.Announcement) or subject.record.status not in _SEVERITIES:
            return
        severity = _SEVERITIES[subject.record.status]
        for pointer, assertion in subject.of(models.Assertion):
            if assertion.evidence or pointer[0] in models.ENTITY_FIELDS:
                continue
            if isinstance(assertion, models.Relation) and assertion.basis is RelationBasis.INFERRED:
                if not assertion.note:
                    help, advice = "add note: TEXT that says from what it is inferred", _NOTE
                    message = "inferred relation without a note that says from what it is inferred"
                    yield Violation(pointer, message, help, severity=severity, advice=advice)
            elif not (isinstance(assertion, models.Statement) and assertion.nature is StatementNature.CONTEXT):
                help = "add evidence: [{source: ID}] with the id of the source that says so"
                yield Violation(pointer, "assertion has no evidence", help, severity=severity, advice=_EVIDENCE)
