from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import RecordStatus
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject

_REST = (
    "status: reviewed\ntypes: [speech]\n"
    "dates:\n- {role: announced, value: '2025-07-26', evidence: [report]}\n"
    "sources:\n- {id: report, type: news, access: full_text, title: A report}\n"
)


class NobodyTakesPart(RecordRule):
    code = "CQ509"
    name = "nobody-takes-part"
    reason = "Somebody makes an announcement; a reviewed record that names no actor is incomplete."
    fix = "Add the `roles`: who announced, issued or adopted it. If that is not known, add it to `unknown`."
    bad = _REST
    good = _REST + "unknown:\n- {field: roles, reason: not_stated}\n"

    def check(self, subject: Subject) -> Iterator[Violation]:
        for _, record in subject.of(models.Announcement):
            if record.status is not RecordStatus.REVIEWED:
                continue
            is_named = any(not role.is_deprecated for role in record.roles)
            if not is_named and not any(each.field == "roles" for each in record.unknown):
                help = "add to roles who announced or issued it, or add roles to unknown with the reason"
                where = ("roles",) if record.roles else ("status",)
                yield Violation(where, "reviewed announcement names no actor", help)
