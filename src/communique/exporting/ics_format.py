"""A calendar: the days that were set in advance, and those by which something has to be done (RFC 5545).

No clock is read, so that two exports are the same: it has all of these days, past ones too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from ..codelists import Confidence, Modality
from ..corpus.history import TO_COME
from ..models import main_text
from ..models.announcement import RETIRED
from .earlier_export import ExportError
from .format import Exporter, Format, Piece
from .records import Things
from .tables import columns
from .thing import Thing

if TYPE_CHECKING:
    from icalendar import Event

_PATH = "calendar.ics"
_END = b"END:VCALENDAR\r\n"
_TABLES = ("dates", "commitments", "commitment_by", "revisions")
_NEVER = (Modality.DENIED, Modality.HYPOTHETICAL)
_WHOLE_DAYS = ("day", "time", "interval")
_LONG_AGO = date(1970, 1, 1)

Row = Mapping[str, Any]


class _Day(NamedTuple):
    """What is on a day, or on several; ``key`` is that of the assertion."""

    key: str
    first: date
    last: date
    what: str
    row: Row


class Ics(Exporter):
    """Writes an event for each of these days. Without any there is no calendar."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        try:
            import icalendar  # noqa: F401 (so that a missing library is named before anything is written)
        except ImportError as error:
            raise ExportError("ics needs the library icalendar: pip install 'communique[calendar]'") from error
        self._columns = {table: [column.name for column in columns(table)] for table in _TABLES}
        self._has_begun = False

    def add(self, thing: Thing) -> Iterator[Piece]:
        """The events of an announcement, unless its record no longer counts."""
        if thing.table != "announcements" or thing.plain["status"] in RETIRED:
            return
        rows = self._rows(thing)
        stamp = max((each["date_latest"] for each in rows["revisions"] if each["date_latest"]), default=_LONG_AGO)
        for each in [*_dates(rows), *_commitments(rows)]:
            if not self._has_begun:
                yield _PATH, _head()
                self._has_begun = True
            yield _PATH, _event(each, thing, stamp).to_ical()

    def end(self) -> Iterator[Piece]:
        """The end of the calendar."""
        if self._has_begun:
            yield _PATH, _END

    def _rows(self, thing: Thing) -> dict[str, list[Row]]:
        found = thing.typed_rows
        found.fill(thing.corroboration, self.records)
        return {
            table: [dict(zip(names, cells, strict=True)) for cells in found.by_table.get(table, ())]
            for table, names in self._columns.items()
        }


def _dates(rows: Mapping[str, list[Row]]) -> Iterator[_Day]:
    """The dates that are set in advance, if they are exact."""
    for row in rows["dates"]:
        first, last = row["value_earliest"], row["value_latest"]
        if row["role"] in TO_COME and _is_shown(row) and first and last and row["value_precision"] in _WHOLE_DAYS:
            part = f", {row['scope_part']}" if row["scope_part"] else ""
            yield _Day(row["key"], first, last, f"{row['role'].replace('_', ' ')}{part}", row)


def _commitments(rows: Mapping[str, list[Row]]) -> Iterator[_Day]:
    """The due days of commitments: of several possible days, the last."""
    for row in rows["commitments"]:
        if _is_shown(row) and (last := row["due_day_latest"]):
            by = [each["by_id"] for each in rows["commitment_by"] if each["commitment_key"] == row["key"]]
            whom = f" of {', '.join(by)}" if by else ""
            yield _Day(row["key"], last, last, f"due: {row['kind']}{whom}: {row['text']}", row)


def _is_shown(row: Row) -> bool:
    return bool(row["shown"]) and row["modality"] not in _NEVER


def _event(day: _Day, thing: Thing, stamp: date) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{day.key}@communique")
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    event.add("dtstart", day.first)
    if day.last < date.max:
        event.add("dtend", day.last + timedelta(days=1))
    title = main_text(thing.plain["title"])
    of_what = f": {title}" if "role" in day.row else ""
    event.add("summary", f"{day.what[:1].upper()}{day.what[1:]}{_reserve(day.row)}{of_what}")
    event.add("description", "\n".join([title, *_details(day.row), thing.id]))
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
