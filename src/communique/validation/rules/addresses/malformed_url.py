from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....lexicon.address_syntax import address_error
from ...rule import RecordRule, Violation
from ._fields import addresses

if TYPE_CHECKING:
    from ...subject import Subject


class MalformedUrl(RecordRule):
    code = "CQ609"
    name = "malformed-url"
    reason = (
        "A malformed address leads nowhere, or to a different page in each browser: an address without a host, with an "
        "invisible space, or with a % that is not followed by two digits. A user name or password in an address should "
        "not be published."
    )
    fix = "Copy the address again from the page; percent-encode characters that are not allowed in an address."
    bad = "sources:\n- {id: report, type: news, access: full_text, url: 'https:///news/1'}\n"
    good = "sources:\n- {id: report, type: news, access: full_text, url: 'https://example.org/news/1'}\n"
    needs = ("url", "archived_url")

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, url in subject.once(addresses):
            if error := address_error(url):
                yield Violation(pointer, error.message, error.help, severity=error.severity)
