from __future__ import annotations

from collections.abc import Iterator

from ....codelists import RecordStatus
from ....corpus.corpus import Corpus, Entry
from ....diagnostics.finding import Severity
from ....models import ENTITY_FIELDS, Announcement, references
from ...rule import Context, RecordRule, Violation


class UnusedDefinition(RecordRule):
    code = "CQ312"
    name = "unused-definition"
    severity = Severity.INFO
    reason = "A definition without references is most often left over, or a reference to it was forgotten."
    fix = "Add a reference to it, or delete it."
    # Needs a corpus: the tests write one.
    bad = ""
    good = ""
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        if not self.is_conclusive(entry, context) or _is_draft(entry):  # a draft is not finished
            return
        used = context.once(_used)
        for name, kind in ENTITY_FIELDS.items():
            for index, entity in enumerate(getattr(entry.record, name, ())):
                if entity.id not in used:
                    message = f"nothing refers to the {kind} {entity.id}"
                    yield Violation((name, index, "id"), message, "add a reference to it, or delete it")

    def is_conclusive(self, entry: Entry, context: Context) -> bool:
        # A single file may define ids for others, and a file that cannot be read may refer to them.
        return context.corpus.dataset is not None and super().is_conclusive(entry, context)


def _is_draft(entry: Entry) -> bool:
    return isinstance(entry.record, Announcement) and entry.record.status is RecordStatus.DRAFT


def _used(corpus: Corpus) -> frozenset[str]:
    referred = [reference for entry in corpus.entries for reference in references(entry.record)]
    successors = {id for each in referred for id in corpus.successors(each.id, each.kinds)}
    return frozenset({each.id for each in referred} | successors)
