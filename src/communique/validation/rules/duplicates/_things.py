"""The definitions of a record: what only one thing should have, and what shows that two things are two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import ActorType, IdentifierScheme
from ....lexicon.folding import folded_words
from ....lexicon.identifier_schemes import key as identifier_key
from ....lexicon.placeholders import TO_BE_FILLED_IN
from ....lexicon.web_addresses import page
from ....text.pointer import Pointer
from ...aspect import Aspect

if TYPE_CHECKING:
    from ....corpus.corpus import Record
    from ....models import Entity, NamedEntity
    from ...subject import Subject

# Fields in which two things of one name differ, and fields by which a thing refers to another one.
_APART = ("part_of", "subdivision", "series", "edition", "place")
_LINKS = ("part_of", "series")
# Legal forms after the names of companies, with one spelling for each.
_LEGAL_FORMS = {
    "corporation": "corp", "company": "co", "incorporated": "inc", "limited": "ltd",
    **{form: form for form in ("corp", "co", "inc", "ltd", "llc", "plc", "gmbh", "ag", "sa", "bv", "nv", "kk", "spa")},
}  # fmt: skip

NAME, IDENTIFIER, _ADDRESS, _COUNTRY = "the name", "the identifier", "the address", "the country code"
_BETWEEN = "\x1f"


class Thing(NamedTuple):
    """A definition, with all that may show that two things of one name are two.

    ``marks`` are what only one thing should have: the key, the sort and the text of each. ``links`` are the things that
    it refers to and therefore is not; ``apart`` are fields in which two things differ: committees of two chambers, two
    summits. ``first`` and ``last`` are days of an occasion in ISO form.
    """

    id: str
    kind: str
    pointer: Pointer
    marks: tuple[tuple[str, str, str], ...]
    links: tuple[str | None, ...]
    is_derived: bool
    apart: tuple[str | int | None, ...]
    identifiers: tuple[tuple[str, str], ...]
    legal_forms: tuple[str, ...]
    first: str | None
    last: str | None
    language: str | None

    def text_of(self, key: str) -> str:
        """The text of the mark with this key."""
        return next(text for own, _, text in self.marks if own == key)


class Mark(NamedTuple):
    """What only one thing should have, and which thing has it, by its place among the definitions of the record."""

    thing: int


def _marks(subject: Subject) -> Iterator[tuple[str, Mark]]:
    for number, (_, _, kind, entity) in enumerate(_definitions(subject.record)):
        if marks := _marks_of(entity, kind):
            mark = Mark(number)
            yield from [(key, mark) for key, _, _ in marks]


MARKS = Aspect("mark", Mark, _marks, compared=True)


def thing(record: Record, number: int) -> Thing:
    """The definition with this place in the record."""
    name, index, kind, entity = next(islice(_definitions(record), number, None))
    given = entity.__dict__.get  # asking a model for a field that it does not have is slow
    first, last = _days(entity)
    originals = [each.source for each in entity.derived_from] if isinstance(entity, models.Source) else ()
    return Thing(
        entity.id,
        kind,
        (name, index, "id"),
        tuple(_marks_of(entity, kind)),
        (*map(given, _LINKS), *originals),
        isinstance(entity, models.Source) and entity.is_derived,
        tuple(_comparable(given(name)) for name in _APART),
        tuple((str(each.scheme), identifier_key(each.scheme, each.value)) for each in entity.identifiers),
        tuple(sorted(_legal_forms(entity))),
        first,
        last,
        given("language"),
    )


def _comparable(value: object) -> str | int | None:
    """A text or number that is equal for equal values."""
    return value if value is None or isinstance(value, str | int) else repr(value)


def _definitions(record: Record) -> Iterator[tuple[str, int, str, Entity]]:
    """Every definition: the name of its list, the index in it, its kind, and the thing."""
    for name, kind in models.ENTITY_FIELDS.items():
        for index, entity in enumerate(record.__dict__.get(name, ())):
            yield name, index, kind, entity


def _marks_of(entity: Entity, kind: str) -> list[tuple[str, str, str]]:
    """What only one thing should have: the key by which it is compared, its sort, and its text."""
    found: list[tuple[str, str, str]] = []
    for each in entity.identifiers:
        # Document numbers are unique only for their issuer.
        if each.scheme is not IdentifierScheme.DOCUMENT_NUMBER:
            key = _key(kind, IDENTIFIER, each.scheme, identifier_key(each.scheme, each.value))
            found.append((key, IDENTIFIER, f"{each.scheme} {each.value}"))
    if isinstance(entity, models.Source):
        if entity.url:
            found.append((_key(kind, _ADDRESS, page(entity.url)), _ADDRESS, entity.url))
    elif isinstance(entity, models.NamedEntity):
        given = entity.__dict__.get
        type, country = given("type"), given("country")
        if country and type is ActorType.COUNTRY:
            found.append((_key(kind, _COUNTRY, country), _COUNTRY, country))
        for language, name in entity.name.items():
            if name not in TO_BE_FILLED_IN and (distinctive := _name_words(entity, name)):
                key = _key(kind, NAME, language, " ".join(distinctive), type or "", country or "")
                found.append((key, NAME, name))
    return found


def _key(*parts: str) -> str:
    return _BETWEEN.join(parts)


def sort_of(key: str) -> str:
    """The sort of the mark with this key."""
    return key.split(_BETWEEN, 2)[1]


def _name_words(entity: NamedEntity, name: str) -> list[str]:
    """The words of the name, without the article and the legal form of a company."""
    words = folded_words(name)
    distinctive = words[1:] if words[:1] == ["the"] else words
    if _is_company(entity):
        while len(distinctive) > 1 and distinctive[-1] in _LEGAL_FORMS:
            distinctive = distinctive[:-1]
    return distinctive


def _legal_forms(entity: Entity) -> set[str]:
    if not isinstance(entity, models.NamedEntity) or not _is_company(entity):
        return set()
    last = [folded_words(name)[-1:] for name in entity.name.values()]
    return {_LEGAL_FORMS[word] for words in last for word in words if word in _LEGAL_FORMS}


def _is_company(entity: Entity) -> bool:
    return entity.__dict__.get("type") is ActorType.COMPANY


def _days(entity: Entity) -> tuple[str | None, str | None]:
    """The first and the last day on which an occasion may be; None without dates, and for other things."""
    if not isinstance(entity, models.Occasion) or not entity.dates:
        return None, None
    first = min(each.value.earliest or date.min for each in entity.dates)
    last = max(each.value.latest or date.max for each in entity.dates)
    return first.isoformat(), last.isoformat()


def are_two(one: Thing, other: Thing) -> bool:
    """Whether two things of one name differ in something that shows that they are two."""
    return any(map(differ, one.apart, other.apart)) or (
        _have_other_identifiers(one, other) or _are_on_other_days(one, other) or _have_other_legal_forms(one, other)
    )


def differ(one: object, other: object) -> bool:
    """Whether both are given, and are not the same."""
    return None not in (one, other) and one != other


def _have_other_identifiers(one: Thing, other: Thing) -> bool:
    mine, theirs = set(one.identifiers), set(other.identifiers)
    return bool({scheme for scheme, _ in mine} & {scheme for scheme, _ in theirs}) and not mine & theirs


def _have_other_legal_forms(one: Thing, other: Thing) -> bool:
    """Whether two companies have different legal forms; a holding and its subsidiary often have the same name."""
    mine, theirs = set(one.legal_forms), set(other.legal_forms)
    return bool(mine and theirs and not mine & theirs)


def _are_on_other_days(one: Thing, other: Thing) -> bool:
    """Whether one of two occasions ends before the other begins."""
    return _is_over(one, other) or _is_over(other, one)


def _is_over(one: Thing, other: Thing) -> bool:
    return bool(one.last and other.first and one.last < other.first)
