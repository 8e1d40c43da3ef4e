from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...aspects import SOURCES
from ...passages import PASSAGES
from ...rule import CorpusRule, Violation
from ._examples import DIGEST, TEXT, record

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class PassageWithoutText(CorpusRule):
    code = "CQ603"
    name = "passage-without-text"
    reason = "A passage counts code points of a text; without the `text` of the source it cannot be checked."
    fix = "Add to the source its `text` with digest and length, or use a `locator` instead of a passage."
    bad = record(start=0, end=11, passage_digest=DIGEST).partition("  text:")[0]
    good = record(start=0, end=11, passage_digest=DIGEST)
    texts = (("text", TEXT),)
    aspects = (PASSAGES, SOURCES)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, passage in own.of(PASSAGES):
            source = context.first(SOURCES, id, own)
            if source and source.digest is None:
                message = f"source {id} has no field text, so passage {passage.name} cannot be checked"
                help = "add text to the source, with digest and length, or use locator instead"
                yield Violation(passage.pointer, message, help)
