from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import Stage
from ....corpus.history import TO_COME, is_fact
from ....diagnostics.finding import Advice, Change, Severity
from ....text.pointer import Pointer
from ...aspect import Aspect
from ...aspects import SOURCES, SourceFacts
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ....models import Assertion, EdtfDate
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary

_STAGES = frozenset({Stage.IN_FORCE_PARTIALLY, Stage.IN_FORCE, Stage.LAPSED, Stage.SUPERSEDED, Stage.REPEALED})


class _Doubtful(NamedTuple):
    """A date that may not be from a source, and where to explain it.

    The key is the source that it is cited from, if it is a day on which that may have been read; empty for a 1 January.
    """

    pointer: Pointer
    value: str
    where: str


def _doubtful(subject: Subject) -> Iterator[tuple[str, _Doubtful]]:
    for pointer, source in subject.of(models.Source):
        day = source.published
        if day and _is_new_year(day) and not (source.published_as_stated or source.note):
            where = "published_as_stated or a note"
            yield "", _Doubtful((*pointer, "published"), str(source.published), where)
    for pointer, name, value, assertion in _unexplained(subject):
        where = "as_stated or a note" if name == "value" else "a note"
        if _is_new_year(value):
            yield "", _Doubtful((*pointer, name), str(value), where)
        elif value.earliest is not None and value.earliest == value.latest:
            for id in models.sources_of(assertion.evidence[:1]):
                yield id, _Doubtful((*pointer, name), str(value), where)


def _unexplained(subject: Subject) -> Iterator[tuple[Pointer, str, EdtfDate, Assertion]]:
    """The dates for which a day is not explained, each with its pointer and its field."""
    for pointer, date in subject.of(models.Date):
        # What is laid down beforehand is often laid down for the first day of a year.
        if not (date.as_stated or date.role in TO_COME or _has_reasons(date)):
            yield pointer, "value", date.value, date
    for pointer, day in subject.of(models.OccasionDate):
        if not (day.as_stated or _has_reasons(day)):
            yield pointer, "value", day.value, day
    for pointer, measure in subject.of(models.Measure):
        if measure.date and measure.stage not in _STAGES and is_fact(measure) and not _has_reasons(measure):
            yield pointer, "date", measure.date, measure
    for pointer, statement in subject.of(models.Statement):
        if statement.date and not _has_reasons(statement):
            yield pointer, "date", statement.date, statement


def _has_reasons(assertion: Assertion) -> bool:
    """Whether it is deprecated, or has a note or several sources."""
    if assertion.note or assertion.is_deprecated:
        return True
    return len(assertion.evidence) > 1 and len({*models.sources_of(assertion.evidence)}) > 1


def _is_new_year(value: EdtfDate) -> bool:
    if value[4:10] != "-01-01" or value.qualifier or (day := value.earliest) is None:
        return False
    bare = value.precision == "day" or (value.precision == "time" and "T00:00:00" in value)
    return bare and (day.month, day.day) == (1, 1)


_DOUBTFUL = Aspect("doubtful-date", _Doubtful, _doubtful, shared=False)


class DefaultLookingDate(CorpusRule):
    code = "CQ406"
    name = "default-looking-date"
    severity = Severity.WARNING
    reason = "A tool that does not know the day often fills in 1 January, or the day on which the page was read."
    fix = (
        "Write only what the source states, such as 2024. If the source states the day, add its wording in "
        "`as_stated`, or say so in a note. 1 January is not reported for dates on which laws begin or end."
    )
    bad = "dates:\n- {role: published, value: '2024-01-01'}\n"
    good = "dates:\n- {role: published, value: '2024'}\n- {role: entry_into_force, value: '2025-01-01'}\n"
    aspects = (_DOUBTFUL, SOURCES)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, (pointer, value, where) in own.of(_DOUBTFUL):
            if not id:
                yield _new_year(pointer, value, where)
            elif (source := context.first(SOURCES, id, own)) and _is_reading(value, source):
                message = f"{value} is the day on which {id} was retrieved, and that source has no date"
                help = f"use the date that the source states; if it states this day, say so in {where}"
                yield Violation(pointer, message, help)


def _is_reading(text: str, source: SourceFacts) -> bool:
    if source.published or source.retrieved is None:
        return False
    value, retrieved = models.EdtfDate(text), models.EdtfDate(source.retrieved)
    return value.earliest == retrieved.earliest == retrieved.latest


def _new_year(pointer: Pointer, value: str, where: str) -> Violation:
    message = f"{value} may be a default value for a date of which only the year is known"
    help = f"write '{value[:4]}' if the source states only the year; if it states the day, say so in {where}"
    return Violation(pointer, message, help, advice=(Advice(Change.VALUE, f"'{value[:4]}'"),))
