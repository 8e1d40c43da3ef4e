from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import DateRole
from ....corpus.local_days import can_be_one_moment
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Date, Scope
    from ...subject import Subject

# The second role of each pair can only be on the same day as the first or later.
_ORDER = (
    (DateRole.ADOPTED, DateRole.ENTRY_INTO_FORCE),
    (DateRole.ADOPTED, DateRole.PROMULGATED),
    (DateRole.ADOPTED, DateRole.REVOKED),
    (DateRole.SIGNED, DateRole.ENTRY_INTO_FORCE),
    (DateRole.SIGNED, DateRole.REVOKED),
    (DateRole.OPENED_FOR_SIGNATURE, DateRole.SIGNED),
    (DateRole.ENTRY_INTO_FORCE, DateRole.EXPIRED),
)
_ORDERED = frozenset(role for pair in _ORDER for role in pair)


class DatesOutOfOrder(RecordRule):
    code = "CQ405"
    name = "dates-out-of-order"
    reason = "Nothing enters into force before it is adopted or signed, and nothing is revoked before it exists."
    fix = "Check both dates; if they are about different parts, add the `scope` of each."
    bad = "dates:\n- {role: adopted, value: '2024-07-12'}\n- {role: entry_into_force, value: '2024-06-01'}\n"
    good = "dates:\n- {role: adopted, value: '2024-06-13'}\n- {role: entry_into_force, value: '2024-08-01'}\n"

    def check(self, subject: Subject) -> Iterator[Violation]:
        for _, record in subject.of(models.Announcement):
            dates = [(index, each) for index, each in enumerate(record.dates) if each.role in _ORDERED]
            if len(dates) > 1:
                yield from _contradictions(dates)


def _contradictions(dates: list[tuple[int, Date]]) -> Iterator[Violation]:
    by_role: dict[tuple[Scope | None, DateRole], list[tuple[int, Date]]] = defaultdict(list)
    for index, each in dates:
        if not each.is_deprecated:
            by_role[each.scope, each.role].append((index, each))
    for scope in dict.fromkeys(scope for scope, _ in by_role):
        for first, then in _ORDER:
            yield from _compare(by_role[scope, first], by_role[scope, then])


def _compare(earlier: list[tuple[int, Date]], later: list[tuple[int, Date]]) -> Iterator[Violation]:
    for _, one in earlier:
        for index, other in later:
            if other.value.is_before(one.value) and not can_be_one_moment(one, other):
                message = f"{other.role} on {other.value} is earlier than {one.role} on {one.value}"
                yield Violation(
                    ("dates", index, "value"), message, "check both dates; dates of different parts need a scope"
                )
