from __future__ import annotations

from collections.abc import Iterator

from ....codelists import Stage
from ....corpus.corpus import Entry
from ....corpus.history import TO_COME, is_fact
from ....diagnostics.finding import Advice, Change, Severity
from ....models import Date, EdtfDate, Measure, OccasionDate, Source, Statement, walk
from ...rule import Context, RecordRule, Violation

_STAGES = frozenset({Stage.IN_FORCE_PARTIALLY, Stage.IN_FORCE, Stage.LAPSED, Stage.SUPERSEDED, Stage.REPEALED})


class DefaultLookingDate(RecordRule):
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
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if isinstance(model, Source) and model.published:
                if _is_new_year(model.published) and not (model.published_as_stated or model.note):
                    yield _new_year((*pointer, "published"), model.published, "published_as_stated or a note")
            elif isinstance(model, Date | OccasionDate | Measure | Statement) and not _is_explained(model):
                name, where = ("date", "a note") if hasattr(model, "date") else ("value", "as_stated or a note")
                value: EdtfDate = getattr(model, name)
                source = context.corpus.sources.get(model.evidence[0].source) if model.evidence else None
                if _is_new_year(value):
                    yield _new_year((*pointer, name), value, where)
                elif source and _is_reading(value, source):
                    message = f"{value} is the day on which {source.id} was retrieved, and that source has no date"
                    help = f"use the date that the source states; if it states this day, say so in {where}"
                    yield Violation((*pointer, name), message, help)


def _is_explained(model: Date | OccasionDate | Measure | Statement) -> bool:
    several = len({each.source for each in model.evidence}) > 1
    if model.is_deprecated or model.note or several:
        return True
    if isinstance(model, Statement):
        return model.date is None
    if isinstance(model, Measure):
        return model.date is None or model.stage in _STAGES or not is_fact(model)
    # What is laid down beforehand is often laid down for the first day of a year.
    return bool(model.as_stated) or (isinstance(model, Date) and model.role in TO_COME)


def _is_new_year(value: EdtfDate) -> bool:
    if value.earliest is None or value.qualifier:
        return False
    bare = value.precision == "day" or (value.precision == "time" and "T00:00:00" in value)
    return bare and (value.earliest.month, value.earliest.day) == (1, 1)


def _is_reading(value: EdtfDate, source: Source) -> bool:
    if source.published or source.retrieved is None or value.earliest is None:
        return False
    return value.earliest == value.latest == source.retrieved.earliest == source.retrieved.latest


def _new_year(pointer: tuple[str | int, ...], value: EdtfDate, where: str) -> Violation:
    message = f"{value} may be a default value for a date of which only the year is known"
    help = f"write '{value[:4]}' if the source states only the year; if it states the day, say so in {where}"
    return Violation(pointer, message, help, advice=(Advice(Change.VALUE, f"'{value[:4]}'"),))
