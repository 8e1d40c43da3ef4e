from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import RecordStatus
from ....diagnostics.finding import Severity
from ....text.pointer import Pointer
from ...aspect import Aspect
from ...aspects import DEFINED, KIND, USED
from ...ids import definitions_of
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary


class _Unreferred(NamedTuple):
    """A definition of the id that is the key, to which nothing in its own record refers."""

    kind: str
    pointer: Pointer
    former: tuple[str, ...]


def _unreferred(subject: Subject) -> Iterator[tuple[str, _Unreferred]]:
    record = subject.record
    if isinstance(record, models.Announcement) and record.status is RecordStatus.DRAFT:
        return  # a draft is not finished
    referred = set[str]().union(*subject.referred.values())
    for name, kind in models.ENTITY_FIELDS.items():
        for index, entity in enumerate(getattr(record, name, ())):
            if entity.id not in referred:
                yield entity.id, _Unreferred(kind, (name, index, "id"), entity.former_ids)


_UNREFERRED = Aspect("unreferred", _Unreferred, _unreferred, shared=False)


class UnusedDefinition(CorpusRule):
    code = "CQ312"
    name = "unused-definition"
    severity = Severity.INFO
    reason = "A definition without references is most often left over, or a reference to it was forgotten."
    fix = "Add a reference to it, or delete it."
    # Needs a corpus: the tests write one.
    bad = ""
    good = ""
    aspects = (_UNREFERRED, USED, DEFINED, KIND)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        unreferred = own.of(_UNREFERRED)
        if not unreferred or not self.is_conclusive(own, context):
            return
        for id, definition in unreferred:
            if not (context.has(USED, id) or _is_used(id, own, context)):
                if not context.is_complete:  # a file that cannot be read may refer to it
                    return
                message = f"nothing refers to the {definition.kind} {id}"
                yield Violation(definition.pointer, message, "add a reference to it, or delete it")

    def is_conclusive(self, own: Summary, context: Context) -> bool:
        return context.once(_has_dataset)  # a single file may define ids for others


def _has_dataset(context: Context) -> bool:
    return context.has(KIND, "dataset")


def _is_used(id: str, own: Summary, context: Context) -> bool:
    """Whether a former id of the definition is used, or another definition of the id in its own record."""
    former = [(former, each.kind) for each in own.at(_UNREFERRED, id) for former in each.former]
    if any(_is_successor(*each, context) for each in former):
        return True
    elsewhere = [summary for summary in context.with_key(DEFINED, id) if summary.path != own.path]
    return any(context.once(_Elsewhere).uses(id, summary) for summary in elsewhere)


def _is_successor(former: str, kind: str, context: Context) -> bool:
    """Whether references to a former id lead to the thing of this kind into which it was merged."""
    is_used = any(kind in used.kinds for _, used in context.at(USED, former))
    return is_used and not definitions_of(context, former)


class _Elsewhere:
    """What records use that define an id once more. Each is read again once."""

    def __init__(self, context: Context) -> None:
        self._context, self._known = context, context.answers()

    def uses(self, id: str, other: Summary) -> bool:
        """Whether the record refers to the id, or gives it a former id that is used."""
        if other.path not in self._known:
            with self._known.found() as add:
                add(other.path, self._read(other))
        referred, former = self._known[other.path]
        return id in referred or any(_is_successor(each, kind, self._context) for each, kind in former.get(id, ()))

    def _read(self, other: Summary) -> tuple[frozenset[str], dict[str, list[tuple[str, str]]]]:
        """What the record refers to, and by id the former ids that it gives, with their kinds."""
        record = self._context.record(other.path)
        former: dict[str, list[tuple[str, str]]] = {}
        for id, each in other.of(DEFINED):
            if each.merged_into:
                former.setdefault(each.merged_into, []).append((id, each.kind))
        return frozenset(each.id for each in (models.references(record) if record else ())), former
