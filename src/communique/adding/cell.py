"""What a curator writes in a cell or an option, as values of the fields of a definition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from .. import codelists
from ..codelists import Codelist
from ..importing.cells import CellError, text
from ..lazy import lazy_pattern
from ..lexicon.calendar_names import fold, with_english_months
from ..lexicon.code_words import code_called
from ..lexicon.countries import codes_of
from ..lexicon.date_forms import diagnose
from ..lexicon.language_names import language_called
from ..lexicon.registered_codes import is_language
from ..models import EdtfDate
from ..models.scalars import LanguageTag
from ..text.shortening import shorten
from ..validation.structure.help.unknown_code import meant_code

_DIGITS = 15
"""The digits that spreadsheets keep of a number."""

_TIME = lazy_pattern(r"(?i)(?<=[0-9]{4}),? [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})? ?(?:[ap]\.?m\.?)?$")
"""The time of day behind a year, without a time zone, in which it might be another day."""

Read = Callable[[Any], Any]


def line(cell: Any) -> str:
    """A text on one line; a number as a spreadsheet shows it."""
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    found = f"{cell:.{_DIGITS}g}" if is_number and abs(cell) < 10**_DIGITS else text(cell)
    return " ".join(found.split())


def day(cell: Any) -> str:
    """A date as EDTF: a day of a spreadsheet, EDTF itself, or words that mean only one date."""
    if isinstance(cell, datetime):
        return _day_and_time(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    written = line(cell)
    if isinstance(cell, int | float) and not _is_edtf(written):
        help = diagnose(written).help or "format the column as a date, or as text"
        raise CellError(f"found the number {written}, expected a date", help)
    if _is_edtf(written):
        return written
    plain = _TIME.sub("", written)
    found = diagnose(plain)
    if not found.readings:
        in_english = diagnose(with_english_months(fold(plain)).replace(" de ", " "))
        found = in_english if in_english.readings else found
    if len(found.readings) == 1:
        return found.readings[0]
    help = f"it can mean {' or '.join(found.readings)}" if found.readings else found.help or "write it as 2025-07-26"
    raise CellError(f"found {shorten(written)!r}, expected a date", help)


def _day_and_time(cell: datetime) -> str:
    """A day, with its time if it has one: spreadsheets store seconds only nearly."""
    rounded = (cell + timedelta(microseconds=500_000)).replace(microsecond=0)
    return rounded.date().isoformat() if rounded.time() == time() else rounded.isoformat()


def country(cell: Any) -> str:
    """The ISO code of a country, which is given or named."""
    written = line(cell)
    codes = codes_of(written)
    if len(codes) == 1:
        return codes[0]
    help = f"it can mean {' or '.join(codes)}" if codes else "write its name or its ISO 3166-1 code"
    raise CellError(f"found {shorten(written)!r}, expected a country", help)


def language(cell: Any) -> str:
    """The tag of a language, which is given or named."""
    written = line(cell)
    for tag in (written, written.lower()):
        if _is_tag(tag) and is_language(tag):
            return tag
    if found := language_called(written):
        return found
    raise CellError(f"found {shorten(written)!r}, expected a language", "write its tag, such as en or zh-Hans")


def several(cell: Any) -> list[str]:
    """Texts that semicolons part."""
    return [each for part in line(cell).split(";") if (each := part.strip())]


def code(codelist: type[Codelist], cell: Any) -> str:
    """A code of the codelist, by the code itself or by what people call it."""
    written = line(cell)
    if found := code_called(written, codelist):
        return found.value
    title = codelist.schema_title()
    raise CellError(f"found {shorten(written)!r}, expected {title}", meant_code(written, [*codelist], title).help)


_NAMED: Mapping[str, Read] = {"name": line, "id": line, "language": language, "url": line, "note": line}

FIELDS: Mapping[str, Mapping[str, Read]] = MappingProxyType(
    {
        "source": {
            "url": line, "title": line, "type": partial(code, codelists.SourceType), "publisher": line,
            "published": day, "language": language, "access": partial(code, codelists.SourceAccess),
            "archived_url": line, "authors": several, "retrieved": day, "note": line, "id": line,
        },
        "announcement": {
            "title": line, "types": partial(code, codelists.AnnouncementType), "actor": several, "url": several,
            "links": several, "sources": several, "dates": day, "published": day, "submitted": day, "adopted": day,
            "signed": day, "entry_into_force": day, "deadline": day, "language": language, "note": line, "id": line,
        },
        "actor": {**_NAMED, "type": partial(code, codelists.ActorType), "country": country, "part_of": line},
        "instrument": {
            **_NAMED, "type": partial(code, codelists.InstrumentType),
            "bindingness": partial(code, codelists.Bindingness), "part_of": line,
        },
        "occasion": {
            **_NAMED, "dates": day, "city": line, "country": country, "series": line, "edition": line, "part_of": line,
        },
    }
)  # fmt: skip
"""By the kind of a thing, the fields that can be given in a cell, and what reads each of them."""

REQUIRED: Mapping[str, str] = MappingProxyType(
    {"source": "url", "announcement": "title", "actor": "name", "instrument": "name", "occasion": "name"}
)
"""The field without which a row of the kind says nothing."""


@cache
def _edtf() -> TypeAdapter[EdtfDate]:
    return TypeAdapter(EdtfDate)


def _is_edtf(written: str) -> bool:
    try:
        return _edtf().validate_python(written).error is None
    except ValidationError:
        return False


@cache
def _tag() -> TypeAdapter[LanguageTag]:
    return TypeAdapter(LanguageTag)


def _is_tag(written: str) -> bool:
    try:
        _tag().validate_python(written)
    except ValidationError:
        return False
    return True
