from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import RecordStatus, SourceAccess, SourceType
from ....diagnostics.finding import Severity
from ....text.pointer import Pointer
from ...aspect import Aspect
from ...rule import CorpusRule, Place, Violation

if TYPE_CHECKING:
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary


class _ReadOfUnknownType(NamedTuple):
    """A source, whose id is the key, that was read and is still of unknown type; its place in the list of sources."""

    place: int


class _Cited(NamedTuple):
    """The place at which a reviewed record cites the source, whose id is the key, for the first time."""

    pointer: Pointer


def _read_of_unknown_type(subject: Subject) -> Iterator[tuple[str, _ReadOfUnknownType]]:
    for place, source in enumerate(getattr(subject.record, "sources", ())):
        if source.type is SourceType.UNKNOWN and source.access is not SourceAccess.NOT_READ:
            yield source.id, _ReadOfUnknownType(place)


def _cited(subject: Subject) -> Iterator[tuple[str, _Cited]]:
    record = subject.record
    if not isinstance(record, models.Announcement) or record.status is not RecordStatus.REVIEWED:
        return
    seen = set[str]()
    for pointer, evidence in subject.evidence:
        for index, each in enumerate(evidence):
            if (id := each.source_id) and id not in seen:
                seen.add(id)
                yield id, _Cited((*pointer, index, "passage" if each.passage else "source"))


_UNKNOWN = Aspect(
    "read-of-unknown-type", _ReadOfUnknownType, _read_of_unknown_type, definitions=True, needs=(SourceType.UNKNOWN,)
)
_CITED = Aspect("cited-when-reviewed", _Cited, _cited, shared=False, needs=(RecordStatus.REVIEWED,))


class UnknownSourceType(CorpusRule):
    code = "CQ542"
    name = "unknown-source-type"
    severity = Severity.WARNING
    reason = (
        "What kind of source it is says how near it stands to the event and whether it may have its text from another "
        "one. Whoever has read it can say so."
    )
    fix = (
        "State the type of the source; `communique codes source_type` lists the types. Only reviewed records are "
        "checked, and only sources that they cite and that somebody has read: their `access` is not `not_read`."
    )
    bad = (
        "status: reviewed\ndates:\n- {role: announced, value: '2025-07-26', evidence: [page]}\n"
        "sources:\n- {id: page, type: unknown, access: full_text}\n"
    )
    good = bad.replace("unknown", "news")
    aspects = (_CITED, _UNKNOWN)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, cited in own.of(_CITED):
            for summary, source in context.at(_UNKNOWN, id):
                type = ("sources", source.place, "type")
                is_own = summary.path == own.path
                message = f"nobody has said what kind of source {id} is"
                help = "say of what type it is; `communique codes source_type` lists the types"
                related = None if is_own else Place(summary.path, type)
                yield Violation(type if is_own else cited.pointer, message, help, related=related)
                break
