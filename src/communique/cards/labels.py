"""Names for ids, and readable text for codes, dates and numbers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from ..codelists import Codelist, Comparator, RecordStatus, TitleBasis
from ..corpus.corpus import Corpus
from ..corpus.date_order import has_happened, is_surely_after
from ..corpus.history import Dating, announcement_dating, day_words, occasion_dating, shown
from ..lazy import lazy_pattern
from ..models import (
    Announcement,
    Coding,
    EdtfDate,
    Identifier,
    Model,
    Occasion,
    Place,
    Source,
    Unknown,
    main_text,
    references,
)
from ..text.inflection import counted, enumerated, plural
from .date_text import when
from .worded_fields import other_fields

AHEAD = "still to come"
_COMPARATORS = {
    Comparator.MORE_THAN: "more than {}",
    Comparator.AT_LEAST: "at least {}",
    Comparator.LESS_THAN: "less than {}",
    Comparator.AT_MOST: "at most {}",
    Comparator.ABOUT: "about {}",
    Comparator.EXACTLY: "exactly {}",
}
_NO_PLURAL = lazy_pattern(r"percent.*|.*[^a-z ].*")
_COMPOUND = lazy_pattern(r".* (of|or|and|per|in) .*")
_LARGE = 1e15
_DURATION_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def name(id: str | None, corpus: Corpus) -> str:
    """The name of the thing with this id; the id itself if it is not defined or has no name."""
    if not id:
        return ""
    for things in (corpus.actors, corpus.instruments, corpus.occasions):
        if thing := things.get(id):
            return main_text(thing.name)
    if announcement := corpus.announcements.get(id):
        return f"{id} ({main_text(announcement.title)})"
    source = corpus.sources.get(id)
    return _cited(source) if source else id


def _cited(source: Source) -> str:
    """The publisher and the title of a source; else its authors; else its id."""
    rewritten = source.title_basis if source.title_basis is not TitleBasis.AS_PRINTED else None
    title = f"{source.title} (title {code(rewritten)})" if source.title and rewritten else source.title
    return listed("", source.publisher, title) or listed("", *source.authors) or source.id


def id_and_status(announcement: Announcement) -> str:
    """The id of an announcement, marked if it is a draft."""
    return f"{announcement.id}, draft" if announcement.status is RecordStatus.DRAFT else announcement.id


def titled(announcement: Announcement) -> str:
    """The title of an announcement with its id."""
    return f"{main_text(announcement.title)} ({id_and_status(announcement)})"


def code(value: str | None) -> str:
    """A code with spaces instead of underscores; a code below another one stands after it.

    >>> code("strategy.new_institution")
    'strategy: new institution'
    """
    return (value or "").replace("_", " ").replace(".", ": ")


def listed(before: str, *parts: str | None) -> str:
    """The parts that are not empty, joined by commas, after ``before``; empty if there are none."""
    given = [part for part in parts if part]
    return before + ", ".join(given) if given else ""


def names(ids: Sequence[str], corpus: Corpus) -> str:
    """The names of things, with "and" before the last one."""
    return enumerated([name(id, corpus) for id in ids])


def days_label(dating: Dating) -> str:
    """The days with their weekdays: "A or B" only in an open dispute."""
    return day_words(dating, when) or "undated"


def day_label(announcement: Announcement) -> str:
    """The day of an announcement, or all its days, without weekdays."""
    return day_words(announcement_dating(announcement)) or "undated"


def compared_with_today(value: EdtfDate, today: date) -> str:
    """Whether a stated day has passed, has come or is to come; empty if today is one of several possible days."""
    if value.latest and value.latest < today:
        return "which has passed"
    if is_surely_after(value, today, timedelta(0)):
        return AHEAD
    return "which has come" if has_happened(value, today) else ""


def number(value: float | str, comparator: Comparator | None, upper: float | None = None) -> str:
    """A number with separators and its comparator."""
    if isinstance(value, str):
        return value
    if comparator is Comparator.BETWEEN and upper is not None:
        return f"{digits(value)} to {digits(upper)}"
    return compared(digits(value), comparator)


def compared(text: str, comparator: Comparator | None) -> str:
    """The text of a number after the word for its comparator."""
    return _COMPARATORS.get(comparator or Comparator.UNQUALIFIED, "{}").format(text)


def units(value: float | str, unit: str | None) -> str:
    """The unit, in the plural for a simple noun and a value other than 1; otherwise as written in the record."""
    if not unit or value == 1 or isinstance(value, str) or _NO_PLURAL.fullmatch(unit):
        return unit or ""
    if _COMPOUND.fullmatch(unit):
        return f"(unit: {unit})"
    return plural(unit)


def duration(value: str | None) -> str:
    """An ISO 8601 duration in words.

    >>> duration("P1Y6M")
    '1 year 6 months'
    """
    parts = re.findall("([0-9]+)([YMWD])", value or "")
    return " ".join(counted(int(count), _DURATION_UNITS[letter]) for count, letter in parts)


def place(value: Place | None) -> str:
    """A place, from the venue to the country."""
    if not value:
        return ""
    return listed("", value.venue, value.city, value.subdivision, value.country, *others(value))


def occasion_dates(occasion: Occasion) -> str:
    """The days of a whole occasion; if they are not known, the days of its parts."""
    parts = (f"{when(each.value, up_to='until')} ({each.part})" for each in shown(occasion.dates))
    return day_words(occasion_dating(occasion), lambda day: when(day, up_to="until")) or "; ".join(parts)


def name_time_place(occasion: Occasion) -> str:
    """The name, dates and place of an occasion."""
    return listed("", main_text(occasion.name), occasion_dates(occasion), place(occasion.place))


def unknown_field(unknown: Unknown) -> str:
    """A field that is recorded as unknown, and the reason."""
    note = f" ({unknown.note})" if unknown.note else ""
    language = f" in {unknown.language}" if unknown.language else ""
    return f"{code(unknown.field)}{language}: {code(unknown.reason)}{note}" + listed(", ", *others(unknown))


def identifier(value: Identifier) -> str:
    """An identifier with its register."""
    return f"{value.scheme.label}: {value.value}" + listed(", ", *others(value))


def coding(value: Coding) -> str:
    """A code in another scheme, or why that has no place for the thing."""
    version = f" {value.version}" if value.version else ""
    text = value.code or f"out of scope: {value.out_of_scope}"
    note = f"; {value.note}" if value.note else ""
    return f"{value.scheme.label}{version}: {text} (by {value.coder}{note})" + listed(", ", *others(value))


def others(model: Model, corpus: Corpus | None = None) -> list[str]:
    """Each given field that no card function formats, as ``label: value``."""
    return [f"{label}: {', '.join(values)}" for label, values in labelled(model, corpus)]


def labelled(model: Model, corpus: Corpus | None = None) -> Iterator[tuple[str, list[str]]]:
    """The label and the values of each given field that no card function formats."""
    yield from _labelled(model, other_fields(type(model)), corpus)


def _labelled(model: Model, names: Iterable[str], corpus: Corpus | None) -> Iterator[tuple[str, list[str]]]:
    ids = {reference.pointer[0] for reference in references(model)}
    for field in names:
        value = getattr(model, field)
        if value not in (None, (), {}):
            items = value if isinstance(value, tuple) else (value,)
            yield code(field), [_text(each, corpus if field in ids else None, corpus) for each in items]


def _text(value: object, defined: Corpus | None, corpus: Corpus | None) -> str:
    """A value of any type as text. ``defined`` is the corpus in which an id is looked up; None for other values."""
    match value:
        case Model():
            inner = _labelled(value, value.field_order(), corpus)
            return "; ".join(f"{label}: {', '.join(values)}" for label, values in inner)
        case EdtfDate():
            return when(value)
        case Codelist():
            return code(value)
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return number(value, None)
        case Mapping() if all(isinstance(each, str) for each in value.values()):
            return main_text(value)
        case Mapping():
            return json.dumps(value, ensure_ascii=False, default=str)
    return name(str(value), defined) if defined else str(value)


def digits(value: float) -> str:
    """A number with separators; a very large one as a power of ten.

    >>> digits(1234567), digits(1e25), digits(2.5e26)
    ('1,234,567', '10^25', '2.5 × 10^26')
    """
    if abs(value) < _LARGE:
        return f"{value:,}"
    exact = Decimal(str(value)).normalize()
    power = exact.adjusted()
    factor = f"{exact.scaleb(-power).normalize():f}"
    return f"10^{power}" if factor == "1" else f"{factor} × 10^{power}"
