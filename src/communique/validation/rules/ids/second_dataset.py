from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...aspects import KIND
from ...rule import CorpusRule, Place, Violation

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class SecondDataset(CorpusRule):
    """Reported in each of the dataset records: see `duplicates`."""

    code = "CQ304"
    name = "second-dataset"
    reason = "A corpus is one publication, with one title, licence and version."
    fix = "Keep one dataset record, `dataset.yaml` in the top folder of the corpus."
    # Needs two files: the tests write them.
    bad = ""
    good = ""
    aspects = (KIND,)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        if own.kind == "dataset":
            others = (each.path for each in context.with_key(KIND, "dataset") if each.path != own.path)
            if other := next(others, None):
                place = Place(other, ("kind",))
                yield Violation(("kind",), "the corpus has another dataset record", "delete one of the two", place)
