from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import Topic
from ....diagnostics.finding import Advice, Change, Severity
from ....text.pointer import json_pointer
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject

_PARENTS = {each: each.parent for each in Topic if each.parent}


class TopicWithoutParent(RecordRule):
    code = "CQ505"
    name = "topic-without-parent"
    severity = Severity.WARNING
    reason = "Topics are a tree: a search for `safety` must find records about `safety.frontier`."
    fix = "Add the parent topic to the list."
    bad = "topics: [safety.frontier]\n"
    good = "topics: [safety, safety.frontier]\n"
    needs = ("topics",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, model in subject.of(models.Announcement, models.Statement):
            for index, topic in enumerate(model.topics):
                if (parent := _PARENTS.get(topic)) and parent not in model.topics:
                    advice = Advice(Change.ADD, parent, at=json_pointer((*pointer, "topics")))
                    where = (*pointer, "topics", index)
                    yield Violation(
                        where, f"topic {topic} without its parent {parent}", f"add {parent}", advice=(advice,)
                    )
