from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....diagnostics.finding import Severity
from ....models import Source, walk
from ...passages import texts_of
from ...rule import Context, RecordRule, Violation


class UnreadableSourceText(RecordRule):
    code = "CQ614"
    name = "unreadable-source-text"
    severity = Severity.WARNING
    reason = "A text that is there and cannot be read leaves its passages unchecked, as if it were not there."
    fix = "Save the text as UTF-8."
    # Needs a text in another encoding beside a record: the tests have both.
    bad = ""
    good = ""

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if not isinstance(model, Source) or not model.text or texts_of(model, context):
                continue
            if why := context.texts.unreadable.get(model.id):
                message = f"the text of {model.id} was not looked at: {why}"
                help = "save it as UTF-8" if "UTF-8" in why else "put a plain text file in UTF-8 there"
                yield Violation((*pointer, "text"), message, f"{help}, and check again")
