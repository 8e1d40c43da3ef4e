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
    reason = "The passages of a text that cannot be read are not checked."
    fix = "Save the text as UTF-8."
    # Needs a text file in another encoding: the tests have one.
    bad = ""
    good = ""

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if not isinstance(model, Source) or not model.text or texts_of(model, context):
                continue
            if why := context.texts.unreadable.get(model.id):
                message = f"cannot read the text of {model.id}: {why}"
                help = "save it as UTF-8" if "UTF-8" in why else "replace it with a plain text file in UTF-8"
                yield Violation((*pointer, "text"), message, f"{help}, and check again")
