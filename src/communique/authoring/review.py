"""What stands between a draft and the status `reviewed`, in the order to do it.

There are no rules here: everything comes from findings, from marks of lines, and from what the record itself says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .. import models
from ..codelists import Codelist, RecordStatus, Support, UnknownReason
from ..diagnostics.finding import Finding, Severity
from ..editing import EditError, RecordText
from ..models.tree import Tree, evidence_in, walk
from ..reading import Document
from ..text.pointer import Pointer
from ..text.shortening import shorten
from ..text.source_text import Texts
from ..validation import registry
from ..validation.rules.texts.copied_text import CopiedText
from ..validation.verdict import accepted
from . import leftovers
from .confirmation import MARK, unconfirmed
from .kept_cells import kept_cells

_STATUS = ("status",)
_OPEN = {UnknownReason.NOT_SEEN, UnknownReason.NOT_YET_DECIDED}
_OTHER = "other"


class Step(NamedTuple):
    """Something to do in a line of the file: what there is, and what to do about it."""

    line: int
    what: str
    to_do: str = ""


class Section(NamedTuple):
    """Steps of one kind. Those that are ``due`` come before the record is reviewed; the others are optional."""

    title: str
    steps: tuple[Step, ...]
    due: bool = True


class Review(NamedTuple):
    """The steps of one record, the first to do first; only sections with steps. ``line`` is that of its status."""

    path: str
    id: str
    status: str
    line: int
    sections: tuple[Section, ...]

    @property
    def due(self) -> int:
        """How many steps are left before the status may be `reviewed`."""
        return sum(len(each.steps) for each in self.sections if each.due)


def as_reviewed(content: bytes, path: str) -> bytes | None:
    """The content of a draft with the status `reviewed`; None if it is no draft, or cannot be read."""
    try:
        file = RecordText(content, path)
        if not isinstance(file.data, dict) or file.data.get("status") != RecordStatus.DRAFT:
            return None
        file.replace(_STATUS, str(RecordStatus.REVIEWED))
        return file.content()
    except EditError:
        return None


def review(document: Document, now: Iterable[Finding], then: Iterable[Finding], texts: Texts | None = None) -> Review:
    """The steps for a record.

    ``now`` are the findings of its file; ``then`` those that it would have with the status `reviewed`. With ``texts``,
    those of its sources, words that were copied from them are found.
    """
    present, later = _of(document.path, now), _of(document.path, then)
    errors = [each for each in present if each.severity is Severity.ERROR]
    known = {(each.code, each.pointer) for each in errors}
    needed = [each for each in later if each.severity is Severity.ERROR and (each.code, each.pointer) not in known]
    rest = [each for each in later if each.severity is not Severity.ERROR]
    warnings = [each for each in rest if each.severity is Severity.WARNING]
    copied = [each for each in warnings if each.code == CopiedText.code]
    cited = [each for each in warnings if registry.rules()[each.code].subject() == "evidence"]
    sections = (
        Section("Correct the errors", _steps(errors)),
        Section("Look at the lines that nobody has confirmed", tuple(_marked(document))),
        Section("Write in words of your own", _steps(copied)),
        Section("Delete the comments of the draft", tuple(_comments(document, texts))),
        Section("Add what a reviewed record needs", _steps(needed)),
        Section("Mend the evidence", _steps(cited)),
        Section("Settle the warnings", _steps([each for each in warnings if each not in (*copied, *cited)])),
        Section("Work in what an import kept beside the record", tuple(_kept(document)), due=False),
        Section("Read what is only presumed to be evidence", tuple(_presumed(document)), due=False),
        Section("See whether a code fits better than other", tuple(_others(document)), due=False),
        Section("See whether the unknown is known by now", tuple(_unknown(document)), due=False),
        Section("Read what else was noticed", _steps([each for each in rest if each not in warnings]), due=False),
    )
    data = document.data if isinstance(document.data, dict) else {}
    line = document.key_position(_STATUS).line
    shown = tuple(each._replace(steps=tuple(sorted(each.steps))) for each in sections if each.steps)
    id, status = (each if isinstance(each := data.get(name), str) else "" for name in ("id", "status"))
    return Review(document.path, id, status, line, shown)


def _of(path: str, findings: Iterable[Finding]) -> list[Finding]:
    return [each for each in findings if each.path == path]


def _steps(findings: Sequence[Finding]) -> tuple[Step, ...]:
    return tuple(Step(each.line, f"{each.code} {each.message}", each.help) for each in findings)


def _marked(document: Document) -> Iterator[Step]:
    for number in unconfirmed(document.text):
        shown = document.lines[number].rsplit("#", 1)[0].strip() or MARK
        owner = _owner(document, number)
        of = f" (of {owner})" if owner and owner not in shown else ""
        yield Step(number, f"{shown}{of}", f"correct or delete what is wrong, then delete the mark {MARK}")


def _comments(document: Document, texts: Texts | None) -> Iterator[Step]:
    for line, words in leftovers.comments(document, texts):
        yield Step(line, f"# {words}", "words of the article are not published; a note of your own goes into note")


def _owner(document: Document, line: int) -> str:
    """The id of the definition that the line is a part of; empty if it is of none."""
    found = (0, "")
    data = document.data if isinstance(document.data, dict) else {}
    for name, items in data.items():
        for place, each in enumerate(items if isinstance(items, list) else ()):
            begin = document.key_position((name, place)).line
            if found[0] < begin <= line:
                found = begin, str(each.get("id", "")) if isinstance(each, dict) else ""
    return found[1]


def _record(document: Document) -> models.Model | None:
    return accepted(document.data) if document.sound else None


def _presumed(document: Document) -> Iterator[Step]:
    record = _record(document)
    for pointer, evidence in evidence_in(record) if record else ():
        for place, each in enumerate(evidence):
            if each.support is Support.PRESUMED:
                to_do = "cite its passage; until then it is never counted as an independent source"
                what = f"{each.source_id} is presumed to say so"
                yield Step(_line(document, (*pointer, place)), what, to_do)


def _kept(document: Document) -> Iterator[Step]:
    for pointer, value in kept_cells(document.data):
        to_do = "write what it says into a field, and delete it here, or leave it here"
        yield Step(_line(document, pointer), f"{pointer[-1]}: {shorten(str(value))}", to_do)


def _others(document: Document) -> Iterator[Step]:
    record = _record(document)
    for pointer, model in walk(record) if record else ():
        for name, value in model.__dict__.items():
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Codelist) and each == _OTHER:
                    to_do = f"`communique codes {each.list_name}` explains the codes"
                    yield Step(_line(document, (*pointer, name)), f"{name}: {_OTHER}", to_do)


def _unknown(document: Document) -> Iterator[Step]:
    record = _record(document)
    for pointer, each in Tree(record).of(models.Unknown) if record else ():
        if each.reason in _OPEN:
            what = f"{each.field} is unknown: {each.reason}"
            yield Step(_line(document, pointer), what, each.reason.definition)


def _line(document: Document, pointer: Pointer) -> int:
    return document.key_position(pointer).line
