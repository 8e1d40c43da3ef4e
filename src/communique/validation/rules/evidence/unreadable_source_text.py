from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....diagnostics.finding import Severity
from ...aspects import SOURCES
from ...passages import texts_of
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class UnreadableSourceText(CorpusRule):
    code = "CQ614"
    name = "unreadable-source-text"
    severity = Severity.WARNING
    reason = "The passages of a text that cannot be read are not checked."
    fix = "Save the text as UTF-8."
    # Needs a text file in another encoding: the tests have one.
    bad = ""
    good = ""
    aspects = (SOURCES,)
    looks_beyond = False

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        if not context.texts.unreadable:
            return
        for index, (id, source) in enumerate(own.of(SOURCES)):
            if source.digest is None or texts_of(source, context):
                continue
            if why := context.texts.unreadable.get(id):
                help = "save it as UTF-8" if "UTF-8" in why else "replace it with a plain text file in UTF-8"
                message = f"cannot read the text of {id}: {why}"
                yield Violation(("sources", index, "text"), message, f"{help}, and check again")
