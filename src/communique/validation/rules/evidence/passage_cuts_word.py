from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....diagnostics.finding import Severity
from ....text.boundaries import is_cut
from ....text.source_text import digest
from ...aspects import SOURCES
from ...passages import PASSAGES, CheckedPassage, Outcome, check_passages, has_texts, texts_of
from ...rule import CorpusRule, Violation
from ._examples import DIGEST, TEXT, record

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class PassageCutsWord(CorpusRule):
    code = "CQ620"
    name = "passage-cuts-word"
    severity = Severity.WARNING
    reason = "Cut out of `35 million`, `5 million` is not what the source says. It is checked if the texts are given."
    fix = "Extend the passage to the whole word or number; `communique cite` prints its start, end and digest."
    bad = record(start=0, end=9, passage_digest=digest(TEXT[:9]))
    good = record(start=0, end=11, passage_digest=DIGEST)
    texts = (("text", TEXT),)
    aspects = (PASSAGES, SOURCES)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for checked in check_passages(own, context):
            if checked.outcome is Outcome.VERIFIED and (end := _cut(checked, context)):
                message = f"passage {checked.passage.name} {end}s within a word or a number"
                yield Violation((*checked.passage.pointer, end), message, self.fix)

    def is_conclusive(self, own: Summary, context: Context) -> bool:
        return has_texts(own, context)


def _cut(checked: CheckedPassage, context: Context) -> str:
    """The end of a verified passage that is within a word or a number, `start` or `end`; empty if neither is."""
    passage = checked.passage
    for content in texts_of(checked.source, context) if checked.source else ():
        if digest(content[passage.start : passage.end]) == passage.digest:
            return "start" if is_cut(content, passage.start) else "end" if is_cut(content, passage.end) else ""
    return ""
