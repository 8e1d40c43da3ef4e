from __future__ import annotations

from collections.abc import Iterator

from ....codelists import RecordStatus, RelationBasis, StatementNature
from ....corpus.corpus import Entry
from ....diagnostics.finding import Advice, Change, Severity
from ....models import ENTITY_FIELDS, Announcement, Assertion, Relation, Statement, walk
from ...rule import Context, RecordRule, Violation

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
        _REVIEWED + "dates:\n- {role: announced, value: '2025-07-26', evidence: [{source: report}]}\n"
        "sources:\n- {id: report, type: news, access: full_text}\n"
    )

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        if not isinstance(entry.record, Announcement) or entry.record.status not in _SEVERITIES:
            return
        severity = _SEVERITIES[entry.record.status]
        for pointer, model in walk(entry.record):
            if not isinstance(model, Assertion) or pointer[0] in ENTITY_FIELDS or model.evidence:
                continue
            if isinstance(model, Relation) and model.basis is RelationBasis.INFERRED:
                if not model.note:
                    help, advice = "add note: TEXT that says from what it is inferred", _NOTE
                    message = "inferred relation without a note that says from what it is inferred"
                    yield Violation(pointer, message, help, severity=severity, advice=advice)
            elif not (isinstance(model, Statement) and model.nature is StatementNature.CONTEXT):
                help = "add evidence: [{source: ID}] with the id of the source that says so"
                yield Violation(pointer, "assertion has no evidence", help, severity=severity, advice=_EVIDENCE)
