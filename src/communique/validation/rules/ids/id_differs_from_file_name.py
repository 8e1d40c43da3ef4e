from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Advice, Change
from ...quoting import scalar
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class IdDiffersFromFileName(RecordRule):
    code = "CQ303"
    name = "id-differs-from-file-name"
    reason = "Records are found by their file name, and most often the difference is an accident."
    fix = "Name the file after the id. Do not change the id of a published record."
    bad = "id: another\n"
    good = "id: example\n"

    def check(self, subject: Subject) -> Iterator[Violation]:
        # The dataset record has a fixed file name.
        if _is_named(subject.path, subject.record.id) or subject.record.kind == "dataset":
            return
        path = PurePath(subject.path)
        if not path.suffix:
            return  # standard input
        help, advice = f"name the file {subject.record.id}{path.suffix}", tuple[Advice, ...]()
        if models.is_id(path.stem):
            help += f", or write id: {scalar(path.stem)}"
            advice = (Advice(Change.VALUE, scalar(path.stem)),)
        message = f"the id is {subject.record.id}, but the file is named {path.name}"
        yield Violation(("id",), message, help, advice=advice)


def _is_named(path: str, id: str) -> bool:
    """Whether the file is named after the id, with a suffix."""
    name, dot, _ = path.rpartition("/")[2].rpartition(".")
    return bool(dot) and name == id
