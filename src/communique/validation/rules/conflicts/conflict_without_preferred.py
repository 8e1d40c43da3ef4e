from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....corpus.conflicts import is_conflict
from ....diagnostics.finding import Advice, Change, Severity
from ....text.pointer import Pointer, json_pointer
from ...quoting import inline
from ...rule import Place, RecordRule, Violation
from ._competing import competing

if TYPE_CHECKING:
    from ....corpus.conflicts import Located
    from ....models import Assertion
    from ...subject import Subject

_MOST = 2  # fields of an assertion that a message names


class ConflictWithoutPreferred(RecordRule):
    code = "CQ408"
    name = "conflict-without-preferred"
    severity = Severity.WARNING
    reason = (
        "Two different values of one thing cannot both be right; readers of the record and its tables need to know "
        "which one to use."
    )
    fix = (
        "Prefer one. If the conflict cannot be resolved, add `confidence: disputed`, or to each value a note that "
        "explains it. If both are right because they are about different parts, add the `scope` or `part` of each. If "
        "both are right at the same time, give one an `id`, and name it under `compatible_with` of the other."
    )
    bad = "dates:\n- {role: announced, value: '2025-07-26'}\n- {role: announced, value: '2025-07-25'}\n"
    good = (
        "dates:\n- {role: announced, value: '2025-07-26', rank: preferred}\n- {role: announced, value: '2025-07-25'}\n"
    )

    def check(self, subject: Subject) -> Iterator[Violation]:
        for group in subject.once(competing):
            assertions = [each for _, each in group]
            if any(each.is_preferred or each.is_called_disputed for each in assertions):
                continue
            if not all(each.note for each in assertions) and is_conflict(group):
                yield _violation(group, subject.path)


def _violation(group: list[Located], path: str) -> Violation:
    (there, first), (here, model) = group[:2]
    kind = str(here[-2]).replace("_", " ")
    own, other = _difference(model, first)
    message = f"{len(group)} conflicting {kind}, none of which is preferred: {own} here, {other} there"
    without = [what for what, each in ((own, model), (other, first)) if not each.note]
    bare = " and ".join(without) or "another of them"
    undecided = f"if it cannot be decided, add confidence: disputed, or a note to {bare}"
    help = f"add rank: preferred to one; {undecided}; if both are true, name the one in compatible_with of the other"
    advice = tuple(
        _added(here, model, name, text) for name, text in (("rank", "preferred"), ("confidence", "disputed"))
    )
    return Violation(here, message, help, Place(path, there), advice=advice)


def _difference(one: Assertion, other: Assertion) -> tuple[str, str]:
    """The fields in which the two differ, with their values."""
    from ....models.assertion import content

    contents = [json.loads(content(each)) for each in (one, other)]
    names = [name for name in (contents[0] | contents[1]) if contents[0].get(name) != contents[1].get(name)][:_MOST]
    first, second = (", ".join(f"{name} {inline(each[name])}" for name in names if name in each) for each in contents)
    return first or "this one", second or "the other"


def _added(place: Pointer, model: Assertion, name: str, text: str) -> Advice:
    if name in model.model_fields_set:
        return Advice(Change.VALUE, text, at=json_pointer((*place, name)))
    return Advice(Change.ADD, f"{name}: {text}")
