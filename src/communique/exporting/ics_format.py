"""A calendar: the days that were set in advance, and those by which something has to be done (RFC 5545).

No clock is read, so that two exports are the same: it has all of these days, past ones too.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from ..codelists import Confidence, Modality, Rank
from ..corpus.history import TAKES_EFFECT, TO_COME
from ..models import main_text
from ..models.announcement import RETIRED
from .earlier_export import ExportError
from .format import Exporter, Format, Piece
from .held_back import HeldBack
from .records import Things
from .tables import columns
from .thing import Thing

if TYPE_CHECKING:
    from icalendar import Event

_PATH = "calendar.ics"
_END = b"END:VCALENDAR\r\n"
_TABLES = ("dates", "measures", "commitments", "commitment_by", "outcomes", "revisions")
_NEVER = (Modality.DENIED, Modality.HYPOTHETICAL)
_WHOLE_DAYS = ("day", "time", "interval")
_LONG_AGO = date(1970, 1, 1)

Row = Mapping[str, Any]


class _Day(NamedTuple):
    """An event on a day, or on several. ``key`` is that of the assertion; days are in ISO 8601."""

    key: str
    first: str
    last: str
    summary: str
    description: Sequence[str]
    stamp: str


class Ics(Exporter):
    """Writes an event for each of these days. Without any there is no calendar."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        try:
            import icalendar  # noqa: F401 (so that a missing library is named before anything is written)
        except ImportError as error:
            raise ExportError("ics needs the library icalendar: pip install 'communique[calendar]'") from error
        self._columns = {table: [column.name for column in columns(table)] for table in _TABLES}
        self._names: dict[str, dict[str, str]] = {}
        self._commitments = HeldBack()
        self._outcomes: dict[str, list[str]] = defaultdict(list)
        self._has_begun = False

    def begin(self) -> Iterator[Piece]:
        """Nothing is written before the first event; events have names of actors and instruments."""
        for table in ("actors", "instruments"):
            things = (Thing(table, id, known, self.records) for id, known in self.records.known(table))
            self._names[table] = {each.id: main_text(each.plain["name"]) for each in things}
        yield from ()

    def add(self, thing: Thing) -> Iterator[Piece]:
        """The days that the announcement sets, unless its record no longer counts."""
        if thing.table != "announcements" or thing.plain["status"] in RETIRED:
            return
        rows = self._rows(thing)
        for each in self._dates(rows, thing):
            yield from self._written(each)
        for commitment, each in self._due(rows, thing):
            self._commitments.add(json.dumps([commitment, each]) + "\n")
        for row in filter(lambda row: row["shown"], rows["outcomes"]):
            self._outcomes[row["commitment"]].append(_outcome(row))

    def end(self) -> Iterator[Piece]:
        """The commitments, with their outcomes, which other records may report; and the end of the calendar."""
        for lines in self._commitments.batches():
            for commitment, day in map(json.loads, lines):
                yield from self._written(_with_outcomes(_Day(*day), self._outcomes.get(commitment, ())))
        if self._has_begun:
            yield _PATH, _END

    def close(self) -> None:
        self._commitments.close()

    def _written(self, day: _Day) -> Iterator[Piece]:
        if not self._has_begun:
            yield _PATH, _head()
            self._has_begun = True
        yield _PATH, _event(day).to_ical()

    def _rows(self, thing: Thing) -> dict[str, list[Row]]:
        found = thing.typed_rows
        found.fill(thing.corroboration, self.records)
        return {
            table: [dict(zip(names, cells, strict=True)) for cells in found.by_table.get(table, ())]
            for table, names in self._columns.items()
        }

    def _dates(self, rows: Mapping[str, list[Row]], thing: Thing) -> Iterator[_Day]:
        """The dates that are set in advance, if they are exact."""
        for row in rows["dates"]:
            first, last = row["value_earliest"], row["value_latest"]
            if row["role"] in TO_COME and _is_shown(row) and first and last and row["value_precision"] in _WHOLE_DAYS:
                part = f", {row['scope_part']}" if row["scope_part"] else ""
                role = row["role"].replace("_", " ").capitalize()
                summary = f"{role}{part}{_reserve(row)}: {self._subject(row, rows, thing)}"
                yield _day(row, first, last, summary, rows, thing)

    def _subject(self, row: Row, rows: Mapping[str, list[Row]], thing: Thing) -> str:
        """The name of what the date is about: an instrument that it names or can only mean, else the announcement."""
        instrument = row["scope_instrument_id"]
        if not instrument and row["role"] in TAKES_EFFECT:
            instrument = _only_instrument(rows["measures"])
        return self._names["instruments"][instrument] if instrument else main_text(thing.plain["title"])

    def _due(self, rows: Mapping[str, list[Row]], thing: Thing) -> Iterator[tuple[str, _Day]]:
        """The due days of commitments, with their ids: of several possible days, the last."""
        for row in rows["commitments"]:
            if _is_shown(row) and (last := row["due_day_latest"]):
                by = [each["by_id"] for each in rows["commitment_by"] if each["commitment_key"] == row["key"]]
                whom = f" of {', '.join(self._names['actors'][each] for each in by)}" if by else ""
                summary = f"Due: {row['kind']}{whom}: {row['text']}{_reserve(row)}"
                yield row["commitment"], _day(row, last, last, summary, rows, thing)


def _day(row: Row, first: date, last: date, summary: str, rows: Mapping[str, list[Row]], thing: Thing) -> _Day:
    stamp = max((each["date_latest"] for each in rows["revisions"] if each["date_latest"]), default=_LONG_AGO)
    description = [main_text(thing.plain["title"]), *_details(row), thing.id]
    return _Day(row["key"], str(first), str(last), summary, description, str(stamp))


def _only_instrument(measures: Sequence[Row]) -> str | None:
    """The id of the one instrument on which the announcement acts."""
    acting = [each for each in measures if each["rank"] != Rank.DEPRECATED and each["modality"] not in _NEVER]
    done = {each["instrument_id"] for each in acting if each["modality"] == Modality.ASSERTED}
    found = done or {each["instrument_id"] for each in acting}
    return found.pop() if len(found) == 1 else None


def _is_shown(row: Row) -> bool:
    return bool(row["shown"]) and row["modality"] not in _NEVER


def _outcome(row: Row) -> str:
    words = [row["state"].replace("_", " "), *(["for the time being"] if row["interim"] else []), _doubt(row)]
    return ", ".join(word for word in words if word)


def _with_outcomes(day: _Day, outcomes: Sequence[str]) -> _Day:
    """The day by which something is due, which says what came of it, as far as a record says so."""
    if not outcomes:
        return day
    found = "; ".join(dict.fromkeys(outcomes))
    return day._replace(
        summary=f"{day.summary} (outcome: {found})", description=[f"outcome: {found}", *day.description]
    )


def _event(day: _Day) -> Event:
    from icalendar import Event

    event, last = Event(), date.fromisoformat(day.last)
    event.add("uid", f"{day.key}@communique")
    event.add("dtstamp", datetime.fromisoformat(day.stamp).replace(tzinfo=UTC))
    event.add("dtstart", date.fromisoformat(day.first))
    if last < date.max:
        event.add("dtend", last + timedelta(days=1))
    event.add("summary", day.summary)
    event.add("description", "\n".join(day.description))
    event.add("transp", "TRANSPARENT")
    return event


def _reserve(row: Row) -> str:
    """How firmly it is put, if it is not simply so."""
    modality = row["modality"] if row["modality"] not in (None, Modality.ASSERTED) else None
    marks = [modality, row.get("value_qualifier"), row.get("due_day_qualifier"), _doubt(row)]
    given = ", ".join(dict.fromkeys(mark.replace("_", " ") for mark in marks if mark))
    return f" ({given})" if given else ""


def _doubt(row: Row) -> str | None:
    """Whether it is disputed, or how sure the curator is of it, unless quite sure."""
    confidence: str | None = Confidence.DISPUTED if row["competes"] else row["confidence"]
    return None if confidence == Confidence.VERIFIED else confidence


def _details(row: Row) -> Iterator[str]:
    if row["as_stated"]:
        yield f"stated as “{row['as_stated']}”"
    yield f"independent sources: {row['sources_at_least']} to {row['sources_at_most']}"


def _head() -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//communique//communique//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "AI-governance announcements")
    content: bytes = calendar.to_ical()
    return content.removesuffix(_END)


FORMAT = Format("ics", Ics, ("typed_rows", "citations", "plain"), by_default=False)
