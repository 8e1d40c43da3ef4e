from __future__ import annotations

from collections.abc import Iterator

from ....codelists import RecordStatus
from ....corpus.corpus import Entry
from ....models import Announcement
from ...rule import Context, RecordRule, Violation

_REST = (
    "status: reviewed\ntypes: [speech]\n"
    "dates:\n- {role: announced, value: '2025-07-26', evidence: [{source: report}]}\n"
    "sources:\n- {id: report, type: news, access: full_text, title: A report}\n"
)


class NobodyTakesPart(RecordRule):
    code = "CQ509"
    name = "nobody-takes-part"
    reason = "Somebody makes an announcement; a reviewed record that names no actor is incomplete."
    fix = "Add the `roles`: who announced, issued or adopted it. If that is not known, add it to `unknown`."
    bad = _REST
    good = _REST + "unknown:\n- {field: roles, reason: not_stated}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        record = entry.record
        if not isinstance(record, Announcement) or record.status is not RecordStatus.REVIEWED:
            return
        is_named = any(not role.is_deprecated for role in record.roles)
        if not is_named and not any(each.field == "roles" for each in record.unknown):
            help = "add to roles who announced or issued it, or add roles to unknown with the reason"
            yield Violation(("roles",) if record.roles else ("status",), "reviewed announcement names no actor", help)
