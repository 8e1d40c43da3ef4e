from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import ActorType, IdentifierScheme
from ....diagnostics.finding import Severity
from ....lexicon.folding import folded_words
from ....lexicon.identifier_schemes import key as identifier_key
from ....lexicon.web_addresses import page
from ....text.pointer import Pointer
from ...aspect import Aspect
from ...rule import CorpusRule, Place, Violation
from ...summaries import corpus_order

if TYPE_CHECKING:
    from ....models import Entity, NamedEntity
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary

# Fields in which two things of one name differ, and fields by which a thing refers to another one.
_APART = ("part_of", "subdivision", "series", "edition", "place")
_LINKS = ("part_of", "series", "derived_from")
# A mark that more things than this have in common is not compared.
_ENOUGH = 20

# Legal forms after the names of companies, with one spelling for each.
_LEGAL_FORMS = {
    "corporation": "corp", "company": "co", "incorporated": "inc", "limited": "ltd",
    **{form: form for form in ("corp", "co", "inc", "ltd", "llc", "plc", "gmbh", "ag", "sa", "bv", "nv", "kk", "spa")},
}  # fmt: skip

_NAME, _IDENTIFIER, _ADDRESS, _COUNTRY = "the name", "the identifier", "the address", "the country code"
_BETWEEN = "\x1f"


class _Thing(NamedTuple):
    """A definition, whose id is the key, with all that may show that two things of one name are two.

    ``links`` are the things that it refers to and therefore is not; ``apart`` are fields in which two things differ:
    committees of two chambers, two summits. ``first`` and ``last`` are days of an occasion in ISO form.
    """

    kind: str
    pointer: Pointer
    links: tuple[str | None, ...]
    apart: tuple[str | int | None, ...]
    identifiers: tuple[tuple[str, str], ...]
    legal_forms: tuple[str, ...]
    first: str | None
    last: str | None
    language: str | None

    @property
    def derived_from(self) -> str | None:
        return self.links[2]


class _Mark(NamedTuple):
    """What only one thing should have: its sort, its text, and whose it is, by the place in the record's things."""

    sort: str
    value: str
    thing: int


def _things(subject: Subject) -> Iterator[tuple[str, _Thing]]:
    for name, kind in models.ENTITY_FIELDS.items():
        for index, entity in enumerate(getattr(subject.record, name, ())):
            yield entity.id, _thing(entity, kind, (name, index, "id"))


def _marks(subject: Subject) -> Iterator[tuple[str, _Mark]]:
    number = 0
    for name, kind in models.ENTITY_FIELDS.items():
        for entity in getattr(subject.record, name, ()):
            for sort, value, key in _marks_of(entity):
                yield _BETWEEN.join((kind, sort, *key)), _Mark(sort, value, number)
            number += 1


_THINGS = Aspect("thing", _Thing, _things, shared=False)
_MARKS = Aspect("mark", _Mark, _marks)


class SameThingTwice(CorpusRule):
    """Reported at the later definition within a file, and at both if they are in two files."""

    code = "CQ313"
    name = "same-thing-twice"
    severity = Severity.WARNING
    reason = "A thing with two ids is counted twice, and a source with two ids counts as two independent sources."
    fix = (
        "Keep one definition and refer to its id; add the other id to its `former_ids` only if it was published "
        "before. If they are two things, add to the definitions how they differ."
    )
    bad = (
        "actors:\n- {id: cn-mfa, type: government_body, country: CN, name: {en: Ministry of Foreign Affairs}}\n"
        "- {id: china-mfa, type: government_body, country: CN, name: {en: The Ministry of Foreign Affairs}}\n"
    )
    good = (
        "actors:\n- id: cn-mfa\n  former_ids: [china-mfa]\n  type: government_body\n  country: CN\n"
        "  name: {en: Ministry of Foreign Affairs}\n"
    )

    aspects = (_THINGS, _MARKS)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        suspects = {mark.thing: None for key, mark in own.of(_MARKS) if _is_shared(key, context)}
        for thing in suspects:
            here = _Located(own, thing)
            if found := _twin(here, context) or _later_twin(here, context):
                yield _violation(here, *found)


class _Located(NamedTuple):
    """A definition in a file, by its place among the things of the file."""

    summary: Summary
    number: int

    @property
    def id(self) -> str:
        return self.summary.of(_THINGS)[self.number][0]

    @property
    def thing(self) -> _Thing:
        return self.summary.of(_THINGS)[self.number][1]

    @property
    def marks(self) -> list[tuple[str, _Mark]]:
        return [(key, mark) for key, mark in self.summary.of(_MARKS) if mark.thing == self.number]

    @property
    def rank(self) -> tuple[object, ...]:
        """Both files get a finding, and the same one is advised to delete its definition: never a registry."""
        return self.summary.kind != "registry", self.summary.id, self.summary.path, self.thing.pointer


def _is_shared(key: str, context: Context) -> bool:
    found = context.at(_MARKS, key)
    return next(found, None) is not None and next(found, None) is not None


def _with_mark(key: str, context: Context) -> Iterator[tuple[_Located, _Mark]]:
    """The things with the mark, in the order of the corpus."""
    for summary, mark in context.at(_MARKS, key):
        yield _Located(summary, mark.thing), mark


def _twin(here: _Located, context: Context) -> tuple[_Located, str] | None:
    """The first thing defined before this one that is the same, and what they share, as it is written here."""
    found = _first(here, context)
    return (found[0], _shared(found[1], found[2])) if found else None


def _later_twin(here: _Located, context: Context) -> tuple[_Located, str] | None:
    """The first thing in a later file whose twin is this one."""
    later: dict[_Located, None] = {}
    for key, _ in here.marks:
        before = True
        for other, _ in _with_mark(key, context):
            if not before and other.summary is not here.summary:
                later[other] = None
            before = before and other != here
    for other in sorted(later, key=lambda each: (corpus_order(each.summary), each.number)):
        found = _first(other, context)
        if found and found[0] == here:
            return other, _shared(found[2], found[1])
    return None


def _first(here: _Located, context: Context) -> tuple[_Located, _Mark, _Mark] | None:
    for key, mark in here.marks:
        for other, was in islice(_with_mark(key, context), _ENOUGH):
            if other == here:
                break
            if _are_one(here, other, mark.sort):
                return other, mark, was
    return None


def _violation(here: _Located, other: _Located, mark: str) -> Violation:
    kind = here.thing.kind
    message = f"{here.id} may be the same {kind} as {other.id}: both have {mark}"
    kept, goes = sorted((here, other), key=lambda each: each.rank)
    help = (
        f"refer to {kept.id} instead of {goes.id} and delete {'this' if goes is here else 'its'} "
        f"definition; only an id that was published before goes into former_ids{_also(kind)}"
    )
    return Violation(here.thing.pointer, message, help, Place(other.summary.path, other.thing.pointer))


def _also(kind: str) -> str:
    return "; if one is a copy, add derived_from with the id of the original" if kind == "source" else ""


def _shared(mine: _Mark, theirs: _Mark) -> str:
    own = f"{mine.sort} {mine.value}"
    return own if mine.value == theirs.value else f"{own}, there spelled {theirs.value}"


def _thing(entity: Entity, kind: str, pointer: Pointer) -> _Thing:
    given = entity.__dict__.get  # asking a model for a field that it does not have is slow
    first, last = _days(entity)
    return _Thing(
        kind,
        pointer,
        tuple(map(given, _LINKS)),
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


def _marks_of(entity: Entity) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What only one thing should have: its sort, its text, and the key by which it is compared."""
    for each in entity.identifiers:
        # Document numbers are unique only for their issuer.
        if each.scheme is not IdentifierScheme.DOCUMENT_NUMBER:
            key = identifier_key(each.scheme, each.value)
            yield _IDENTIFIER, f"{each.scheme} {each.value}", (str(each.scheme), key)
    if isinstance(entity, models.Actor) and entity.type is ActorType.COUNTRY and entity.country:
        yield _COUNTRY, entity.country, (entity.country,)
    if isinstance(entity, models.Source) and entity.url:
        yield _ADDRESS, entity.url, (page(entity.url),)
    if isinstance(entity, models.NamedEntity):
        kind, country = entity.__dict__.get("type"), entity.__dict__.get("country")
        for language, name in entity.name.items():
            if distinctive := _name_words(entity, name):
                yield _NAME, name, (language, " ".join(distinctive), str(kind or ""), str(country or ""))


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
    return isinstance(entity, models.Actor) and entity.type is ActorType.COMPANY


def _days(entity: Entity) -> tuple[str | None, str | None]:
    """The first and the last day on which an occasion may be; None without dates, and for other things."""
    if not isinstance(entity, models.Occasion) or not entity.dates:
        return None, None
    first = min(each.value.earliest or date.min for each in entity.dates)
    last = max(each.value.latest or date.max for each in entity.dates)
    return first.isoformat(), last.isoformat()


def _are_one(here: _Located, there: _Located, sort: str) -> bool:
    """Whether two things that share a mark have no difference that shows that they are two."""
    one, other = here.thing, there.thing
    if here.id == there.id or there.id in one.links or here.id in other.links:
        return False
    if sort == _NAME:
        return not any(map(_differ, one.apart, other.apart)) and not (
            _have_other_identifiers(one, other) or _are_on_other_days(one, other) or _have_other_legal_forms(one, other)
        )
    if one.kind == "source" and sort == _IDENTIFIER:
        # Copies and translations of one document share its identifier.
        return not (one.derived_from or other.derived_from or _differ(one.language, other.language))
    return True


def _differ(one: object, other: object) -> bool:
    return None not in (one, other) and one != other


def _have_other_identifiers(one: _Thing, other: _Thing) -> bool:
    mine, theirs = set(one.identifiers), set(other.identifiers)
    return bool({scheme for scheme, _ in mine} & {scheme for scheme, _ in theirs}) and not mine & theirs


def _have_other_legal_forms(one: _Thing, other: _Thing) -> bool:
    """Whether two companies have different legal forms; a holding and its subsidiary often have the same name."""
    mine, theirs = set(one.legal_forms), set(other.legal_forms)
    return bool(mine and theirs and not mine & theirs)


def _are_on_other_days(one: _Thing, other: _Thing) -> bool:
    """Whether one of two occasions ends before the other begins."""
    return _is_over(one, other) or _is_over(other, one)


def _is_over(one: _Thing, other: _Thing) -> bool:
    return bool(one.last and other.first and one.last < other.first)
