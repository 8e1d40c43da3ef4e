from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....diagnostics.finding import Advice, Change, Severity
from ....models import Announcement, Statement, walk
from ....text.pointer import json_pointer
from ...rule import Context, RecordRule, Violation


class TopicWithoutParent(RecordRule):
    code = "CQ505"
    name = "topic-without-parent"
    severity = Severity.WARNING
    reason = "Topics are a tree: a search for `safety` must find records about `safety.frontier`."
    fix = "Add the parent topic to the list."
    bad = "topics: [safety.frontier]\n"
    good = "topics: [safety, safety.frontier]\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if not isinstance(model, Announcement | Statement):
                continue
            for index, topic in enumerate(model.topics):
                if topic.parent and topic.parent not in model.topics:
                    message = f"topic {topic} without its parent {topic.parent}"
                    advice = Advice(Change.ADD, topic.parent, at=json_pointer((*pointer, "topics")))
                    yield Violation((*pointer, "topics", index), message, f"add {topic.parent}", advice=(advice,))
