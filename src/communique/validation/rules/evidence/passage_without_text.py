from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....models import Evidence, walk
from ...rule import Context, RecordRule, Violation
from ._examples import DIGEST, TEXT, record


class PassageWithoutText(RecordRule):
    code = "CQ603"
    name = "passage-without-text"
    reason = "A passage counts code points of a text; without the `text` of the source it cannot be checked."
    fix = "Add to the source its `text` with digest and length, or use a `locator` instead of a passage."
    bad = record(start=0, end=11, passage_digest=DIGEST).partition("  text:")[0]
    good = record(start=0, end=11, passage_digest=DIGEST)
    texts = (("text", TEXT),)
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if isinstance(model, Evidence) and model.passage:
                source = context.corpus.sources.get(model.source)
                if source and not source.text:
                    message = f"source {source.id} has no field text, so the passage cannot be checked"
                    yield Violation(
                        (*pointer, "passage"),
                        message,
                        "add text to the source, with digest and length, or use locator instead",
                    )
