"""Puts an assertion into a line of words, with names in the place of ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from ..corpus import Corpus
from ..corroboration import Corroboration, corroborate
from ..models import (
    Assertion,
    Attribute,
    Date,
    EdtfDate,
    Evidence,
    Measure,
    Occasion,
    OccasionDate,
    OtherName,
    Quantity,
    Relation,
    Role,
    Statement,
    main_text,
)
from ..models.codelists import Comparator, Rank
from ..reporting.summary import plural
from ..witnesses import independent

A = TypeVar("A", bound=Assertion)

TIE = "\N{NO-BREAK SPACE}"
"""A space at which no line is broken."""

_COMPARATORS = {
    Comparator.MORE_THAN: "more than {}",
    Comparator.AT_LEAST: "at least {}",
    Comparator.LESS_THAN: "less than {}",
    Comparator.AT_MOST: "at most {}",
    Comparator.ABOUT: "about {}",
    Comparator.EXACTLY: "exactly {}",
}


def name(id: str | None, corpus: Corpus) -> str:
    """The name of the thing with this id; the id itself if nothing has it, or what has it has no name."""
    if not id:
        return ""
    for things in (corpus.actors, corpus.instruments, corpus.occasions):
        if thing := things.get(id):
            return main_text(thing.name)
    if announcement := corpus.announcements.get(id):
        return f"{id} ({main_text(announcement.title)})"
    source = corpus.sources.get(id)
    return ", ".join(part for part in (source.publisher, source.title) if part) or id if source else id


def code(value: str) -> str:
    """A code as words."""
    return value.replace("_", " ")


def when(value: EdtfDate | None) -> str:
    """A date with its weekday, and with what it leaves open."""
    if value is None:
        return "undated"
    said = str(value)
    if value.precision in ("day", "time") and value.earliest:
        said += f" ({value.earliest:%A})"
    return said + (f", {value.qualifier}" if value.qualifier else "")


def witnesses(found: Corroboration) -> str:
    """How many independent sources are for and against, in brackets."""
    count = len(found.supporting)
    said = plural(count, "independent source") if count else "no source"
    against = f", {len(found.contradicting)} against" if found.contradicting else ""
    return f"[{said}{against}]".replace(" ", TIE)


def counted(assertions: Sequence[A], corpus: Corpus) -> Iterator[tuple[A, Corroboration]]:
    """Each of the assertions in one list with its corroboration."""
    return zip(assertions, corroborate(assertions, corpus.sources), strict=True)


def evidence(pieces: tuple[Evidence, ...], corpus: Corpus) -> str:
    """How many sources there are, and how many of them are independent."""
    ids = {piece.source for piece in pieces}
    return f"{plural(len(ids), 'source')}, {len(independent(ids, corpus.sources))} independent"


def say(assertion: Assertion, corpus: Corpus) -> str:
    """What the assertion says."""
    said = "".join(_say(assertion, corpus))
    marks = [code(assertion.confidence)] if assertion.confidence else []
    if assertion.rank is Rank.DEPRECATED:
        marks.insert(0, "held to be wrong")
    return said + (f" ({', '.join(marks)})" if marks else "")


def _say(assertion: Assertion, corpus: Corpus) -> Iterator[str]:
    """The parts of it, some of them empty."""
    match assertion:
        case Date():
            scope = assertion.scope
            yield f"{code(assertion.role)} {when(assertion.value)}"
            yield _listed(", ", code(assertion.modality or ""))
            yield _listed(": ", name(scope.instrument, corpus), scope.part) if scope else ""
        case OccasionDate():
            yield when(assertion.value) + _listed(": ", assertion.part)
        case Role():
            behalf = f"for {name(assertion.on_behalf_of, corpus)}" if assertion.on_behalf_of else ""
            yield name(assertion.actor, corpus) + _listed(", ", main_text(assertion.capacity), behalf)
            yield f": {code(assertion.role)}" + _listed(", ", assertion.part)
        case Measure():
            yield f"{name(assertion.instrument, corpus)}: {stand(assertion)}"
        case Attribute() | Quantity():
            yield from _value(assertion, corpus)
        case Statement():
            yield main_text(assertion.text)
        case Relation():
            yield f"{code(assertion.type)} {name(assertion.target, corpus)}"
            yield _listed(", ", code(assertion.basis), code(assertion.modality or ""))
        case OtherName():
            yield assertion.name


def _value(assertion: Attribute | Quantity, corpus: Corpus) -> Iterator[str]:
    if isinstance(assertion, Quantity):
        yield f"{assertion.subject}: {number(assertion.value, assertion.comparator, assertion.upper)}"
    else:
        yield f"{assertion.label or code(assertion.name)}: {number(assertion.value, assertion.comparator)}"
    yield _listed(" ", _unit(assertion.value, assertion.unit))
    as_of = f"as of {assertion.as_of}" if isinstance(assertion, Quantity) and assertion.as_of else ""
    speaker = f"says {name(assertion.speaker, corpus)}" if assertion.speaker else ""
    yield _listed(", ", code(assertion.modality or ""), as_of, speaker)


def _unit(value: float | str, unit: str | None) -> str | None:
    """The unit in the plural if there is more than one of it; codes of currencies and percent have none."""
    if unit is None or value == 1 or isinstance(value, str) or not unit.islower() or unit == "percent":
        return unit
    return f"{unit[:-1]}ies" if unit.endswith("y") and unit[-2:-1] not in "aeiou" else f"{unit}s"


def _listed(before: str, *parts: str | None) -> str:
    """The parts that there are, with commas between them; nothing if there is none."""
    given = [part for part in parts if part]
    return before + ", ".join(given) if given else ""


def stand(measure: Measure) -> str:
    """What is done to the instrument and where it stands after that."""
    return f"{code(measure.action)}, {code(measure.modality)}; then {code(measure.stage)}"


def number(value: float | str, comparator: Comparator | None, upper: float | None = None) -> str:
    """A number as people write it, with how exact it is."""
    if isinstance(value, str):
        return value
    if comparator is Comparator.BETWEEN and upper is not None:
        return f"{_digits(value)} to {_digits(upper)}"
    return _COMPARATORS.get(comparator or Comparator.UNQUALIFIED, "{}").format(_digits(value))


def _digits(value: float) -> str:
    return f"{value:g}" if abs(value) >= 1e15 else f"{value:,}"


def held(occasion: Occasion) -> str:
    """When and where an occasion takes place, as far as one value can be shown."""
    dates = sorted(occasion.dates, key=lambda each: (each.part is not None, each.rank is not Rank.PREFERRED))
    place = occasion.place
    parts = [place.venue, place.city, place.country] if place else []
    return ", ".join(part for part in (str(dates[0].value) if dates else None, *parts) if part)
