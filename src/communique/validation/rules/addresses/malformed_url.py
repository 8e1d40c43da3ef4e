from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....models import walk
from ...rule import Context, RecordRule, Violation
from ._syntax import address_error


class MalformedUrl(RecordRule):
    code = "CQ609"
    name = "malformed-url"
    reason = (
        "An address that is none leads nowhere, or in each browser somewhere else: one without a host, with a space "
        "that does not show, with % before no digits. A name or a password in it is not for others to read."
    )
    fix = "Copy the address again from the page; what has another meaning in an address is written as % and two digits."
    bad = "sources:\n- {id: report, type: news, access: full_text, url: 'https:///news/1'}\n"
    good = "sources:\n- {id: report, type: news, access: full_text, url: 'https://example.org/news/1'}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            for name in ("url", "archived_url"):
                url = getattr(model, name, None)
                if url and (error := address_error(url)):
                    yield Violation((*pointer, name), error.message, error.help, severity=error.severity)
