from __future__ import annotations

from collections.abc import Iterator

from ....codelists import DateRole
from ....corpus.corpus import Entry
from ....corpus.date_order import is_surely_before
from ....models import Date, walk
from ...rule import Context, RecordRule, Violation
from ...stated_dates import CORRECT_OR_KEEP

# Dates that a source can only report afterwards. Dates of the other roles may be in its future.
_PAST = frozenset(
    {DateRole.ANNOUNCED, DateRole.DELIVERED, DateRole.PUBLISHED, DateRole.ADOPTED, DateRole.SIGNED, DateRole.HELD}
)


class SourcePublishedBeforeEvent(RecordRule):
    code = "CQ404"
    name = "source-published-before-event"
    reason = "A source cannot report an event that is later than its publication; one day is allowed for time zones."
    fix = (
        "Check both dates and correct the typing error. If the source is wrong, keep its date with "
        "`rank: deprecated` and a note. If the source announces a future event, use a date with the role `scheduled`."
    )
    bad = (
        "dates:\n- {role: announced, value: '2025-07-26', evidence: [{source: preview}]}\n"
        "sources:\n- {id: preview, type: news, access: full_text, published: '2025-07-20'}\n"
    )
    good = (
        "dates:\n- {role: announced, value: '2025-07-26', evidence: [{source: report}]}\n"
        "sources:\n- {id: report, type: news, access: full_text, published: '2025-07-26'}\n"
    )
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if not isinstance(model, Date) or model.role not in _PAST or model.is_deprecated:
                continue
            for index, evidence in enumerate(model.evidence):
                source = context.corpus.sources.get(evidence.source)
                if source and source.published and is_surely_before(source.published, model.value):
                    published = f"{source.id} was published on {source.published}"
                    message = f"{published}, before {model.value}, the date that it is cited for"
                    help = f"{CORRECT_OR_KEEP}; if the source announces a future event, use the role scheduled"
                    yield Violation((*pointer, "evidence", index, "source"), message, help)
