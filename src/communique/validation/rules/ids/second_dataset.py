from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Corpus, Entry
from ....corpus.definitions import Definition, duplicates
from ....models import Dataset
from ...rule import Context, RecordRule, Violation


class SecondDataset(RecordRule):
    """Reported in each of the dataset records: see `duplicates`."""

    code = "CQ304"
    name = "second-dataset"
    reason = "A corpus is one publication, with one title, licence and version."
    fix = "Keep one dataset record, `dataset.yaml` in the top folder of the corpus."
    # Needs two files: the tests write them.
    bad = ""
    good = ""
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        other = context.once(_others).get(entry.path)
        if other:
            yield Violation(("kind",), "the corpus has another dataset record", "delete one of the two", other)


def _others(corpus: Corpus) -> dict[str, Definition]:
    """By path of a dataset record, another one."""
    datasets = [each for each in corpus.entries if isinstance(each.record, Dataset)]
    places = [Definition(each.record.id, "dataset", each.path, ("kind",)) for each in datasets]
    return {place.path: other for place, other in duplicates(places)}
