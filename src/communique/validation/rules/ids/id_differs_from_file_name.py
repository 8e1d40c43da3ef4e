from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from ....corpus.corpus import Entry
from ....diagnostics.finding import Advice, Change
from ....models import Dataset, is_id
from ...quoting import scalar
from ...rule import Context, RecordRule, Violation


class IdDiffersFromFileName(RecordRule):
    code = "CQ303"
    name = "id-differs-from-file-name"
    reason = "Records are found by their file name, and most often the difference is an accident."
    fix = "Name the file after the id. Do not change the id of a published record."
    bad = "id: another\n"
    good = "id: example\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        path = PurePath(entry.path)
        # The dataset record has a fixed file name; standard input has none.
        if isinstance(entry.record, Dataset) or not path.suffix:
            return
        if path.stem != entry.record.id:
            help, advice = f"name the file {entry.record.id}{path.suffix}", tuple[Advice, ...]()
            if is_id(path.stem):
                help += f", or write id: {scalar(path.stem)}"
                advice = (Advice(Change.VALUE, scalar(path.stem)),)
            message = f"the id is {entry.record.id}, but the file is named {path.name}"
            yield Violation(("id",), message, help, advice=advice)
