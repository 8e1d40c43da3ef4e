from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import RecordStatus, SourceAccess, SourceType
from ....diagnostics.finding import Severity
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class UnknownSourceType(RecordRule):
    code = "CQ542"
    name = "unknown-source-type"
    severity = Severity.WARNING
    reason = (
        "What kind of source it is says how near it stands to the event and whether it may have its text from another "
        "one. Whoever has read it can say so."
    )
    fix = (
        "State the type of the source; `communique codes source_type` lists the types. Only sources that somebody has "
        "read are checked (their `access` is not `not_read`): all in a registry, and those that a reviewed "
        "announcement defines and cites."
    )
    bad = (
        "status: reviewed\ntypes: [speech]\ndates:\n- {role: announced, value: '2025-07-26', evidence: [page]}\n"
        "sources:\n- {id: page, type: unknown, access: full_text}\nunknown:\n- {field: roles, reason: not_stated}\n"
    )
    good = bad.replace("type: unknown", "type: news")
    needs = (SourceType.UNKNOWN,)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for place, source in enumerate(getattr(subject.record, "sources", ())):
            is_asked = source.type is SourceType.UNKNOWN and source.access is not SourceAccess.NOT_READ
            if is_asked and _is_relied_on(source.id, subject):
                message = f"nobody has said what kind of source {source.id} is"
                help = "say of what type it is; `communique codes source_type` lists the types"
                yield Violation(("sources", place, "type"), message, help)


def _is_relied_on(id: str, subject: Subject) -> bool:
    """Whether a reviewed announcement cites the source; what cites one in a registry is not known here."""
    record = subject.record
    if not isinstance(record, models.Announcement):
        return True
    cited = (each.source_id for _, evidence in subject.evidence for each in evidence)
    return record.status is RecordStatus.REVIEWED and id in cited
