from __future__ import annotations

from collections.abc import Iterator

from ...corpus import Entry
from ...models import Dataset
from ..rule import Context, Issue, RecordRule


class SecondDataset(RecordRule):
    code = "CQ304"
    name = "second-dataset"
    reason = "A corpus is one publication, with one title, licence and version."
    fix = "Keep one dataset record, `dataset.yaml` in the corpus's top folder."
    # Needs two files: the tests write them.
    bad = ""
    good = ""

    def check(self, entry: Entry, context: Context) -> Iterator[Issue]:
        datasets = [each for each in context.corpus.entries if isinstance(each.record, Dataset)]
        if entry in datasets[1:]:
            message = f"the corpus already has a dataset record, in {datasets[0].path}"
            yield Issue(("kind",), message, "delete one of the two")
