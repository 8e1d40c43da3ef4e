from __future__ import annotations

from collections.abc import Iterator

from ...corpus import Entry
from ..rule import Context, Issue, RecordRule


class DuplicateId(RecordRule):
    code = "CQ302"
    name = "duplicate-id"
    reason = "An id names one thing in the whole corpus; of two definitions nobody can say which one is meant."
    fix = "Delete one of the two definitions, or give one another id."
    bad = (
        "actors:\n- {id: li-qiang, type: person, name: {en: Li Qiang}}\n"
        "- {id: li-qiang, type: person, name: {zh-Hans: 李强}}\n"
    )
    good = "actors:\n- {id: li-qiang, type: person, name: {en: Li Qiang, zh-Hans: 李强}}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Issue]:
        for definition, first in context.corpus.repeated.get(entry.path, ()):
            message = f"the id {definition.id} is already that of the {first.kind} defined first"
            yield Issue(definition.pointer, message, "delete one of the two, or rename one", first)
