from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ....codelists import ActorType, IdentifierScheme
from ....corpus.corpus import Corpus, Entry
from ....corpus.definitions import Definition
from ....diagnostics.finding import Severity
from ....lexicon.folding import fold
from ....lexicon.identifier_schemes import key as identifier_key
from ....lexicon.web_addresses import page
from ....models import ENTITY_FIELDS, Actor, Entity, NamedEntity, Occasion, Registry, Source
from ...rule import Context, RecordRule, Violation

# In one of these, things of one name may differ that are not one: the committees of two chambers, two summits.
_APART = ("part_of", "subdivision", "series", "edition", "place")
# By one of these, a thing names another, which it then is not.
_LINKS = ("part_of", "series", "derived_from")
# A name that more things bear than this is no mark of any.
_ENOUGH = 20

# What is put behind a company's name by the law of its country, each form of it under one.
_LEGAL_FORMS = {
    "corporation": "corp", "company": "co", "incorporated": "inc", "limited": "ltd",
    **{form: form for form in ("corp", "co", "inc", "ltd", "llc", "plc", "gmbh", "ag", "sa", "bv", "nv", "kk", "spa")},
}  # fmt: skip

_NAME, _IDENTIFIER, _ADDRESS, _COUNTRY = "the name", "the identifier", "the address", "the country code"


class SameThingTwice(RecordRule):
    """Told at the later of two within a file, and at both where each is in a file of its own."""

    code = "CQ313"
    name = "same-thing-twice"
    severity = Severity.WARNING
    reason = "What has two ids is counted twice, and two sources that are one look like two witnesses."
    fix = (
        "Keep one definition and refer to its id; the other id goes into its `former_ids` only if it was published "
        "before. If they are two things, tell them apart."
    )
    bad = (
        "actors:\n- {id: cn-mfa, type: government_body, country: CN, name: {en: Ministry of Foreign Affairs}}\n"
        "- {id: china-mfa, type: government_body, country: CN, name: {en: The Ministry of Foreign Affairs}}\n"
    )
    good = (
        "actors:\n- id: cn-mfa\n  former_ids: [china-mfa]\n  type: government_body\n  country: CN\n"
        "  name: {en: Ministry of Foreign Affairs}\n"
    )
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for definition, (other, mark) in context.once(_doubles).get(entry.path, {}).items():
            message = f"{definition.id} seems to be the same {definition.kind} as {other.id}: both have {mark}"
            kept, goes = sorted((definition, other), key=lambda each: _rank(each, context.once(_records)))
            help = (
                f"refer to {kept.id} instead of {goes.id} and delete {'this' if goes is definition else 'its'} "
                f"definition; only an id that was published before goes into former_ids{_also(definition.kind)}"
            )
            yield Violation(definition.pointer, message, help, other)


def _rank(definition: Definition, records: dict[str, tuple[bool, str]]) -> tuple[object, ...]:
    """Both files are told, and only one of them may be advised to give way: never a registry to a record."""
    return records[definition.path], definition.path, definition.pointer


def _records(corpus: Corpus) -> dict[str, tuple[bool, str]]:
    """By path, whether the record is no registry, and its id: a path may be written in several ways."""
    return {entry.path: (not isinstance(entry.record, Registry), entry.record.id) for entry in corpus.entries}


def _also(kind: str) -> str:
    return "; of a copy, say with derived_from what it copies" if kind == "source" else ""


def _doubles(corpus: Corpus) -> dict[str, dict[Definition, tuple[Definition, str]]]:
    """By path, every definition of what is defined under another id as well, with that one and what they share."""
    found: dict[str, dict[Definition, tuple[Definition, str]]] = defaultdict(dict)
    known: dict[tuple[object, ...], list[tuple[Entity, Definition, str]]] = defaultdict(list)
    for entry in corpus.entries:
        for name, kind in ENTITY_FIELDS.items():
            for index, entity in enumerate(getattr(entry.record, name, ())):
                definition = Definition(entity.id, kind, entry.path, (name, index, "id"))
                marks = list(_marks(entity))
                twin = next(
                    (
                        (first, _shared(sort, value, was), _shared(sort, was, value))
                        for sort, value, key in marks
                        for other, first, was in known[kind, sort, key]
                        if _are_one(entity, other, sort)
                    ),
                    None,
                )
                if twin:
                    first, mark, mark_there = twin
                    found[entry.path].setdefault(definition, (first, mark))
                    if first.path != entry.path:
                        found[first.path].setdefault(first, (definition, mark_there))
                for sort, value, key in marks:
                    if len(known[kind, sort, key]) < _ENOUGH:
                        known[kind, sort, key].append((entity, definition, value))
    return found


def _shared(sort: str, value: str, other: str) -> str:
    return f"{sort} {value}" if value == other else f"{sort} {value}, there in another spelling: {other}"


def _marks(entity: Entity) -> Iterator[tuple[str, str, object]]:
    """What only one thing should have: of which sort it is, how it reads, and by what it is compared."""
    for each in entity.identifiers:
        # Every issuer counts its documents from one.
        if each.scheme is not IdentifierScheme.DOCUMENT_NUMBER:
            yield _IDENTIFIER, f"{each.scheme} {each.value}", (each.scheme, identifier_key(each.scheme, each.value))
    if isinstance(entity, Actor) and entity.type is ActorType.COUNTRY and entity.country:
        yield _COUNTRY, entity.country, entity.country
    if isinstance(entity, Source) and entity.url:
        yield _ADDRESS, entity.url, page(entity.url)
    if isinstance(entity, NamedEntity):
        for language, name in entity.name.items():
            if distinctive := _name_words(entity, name):
                yield (
                    _NAME,
                    name,
                    (language, *distinctive, getattr(entity, "type", None), getattr(entity, "country", None)),
                )


def _name_words(entity: NamedEntity, name: str) -> list[str]:
    """The words of the name, without the article and a company's legal form."""
    words = re.findall(r"\w+", fold(name))
    distinctive = words[1:] if words[:1] == ["the"] else words
    while (
        isinstance(entity, Actor)
        and entity.type is ActorType.COMPANY
        and len(distinctive) > 1
        and distinctive[-1] in _LEGAL_FORMS
    ):
        distinctive = distinctive[:-1]
    return distinctive


def _are_one(one: Entity, other: Entity, sort: str) -> bool:
    """Whether nothing tells apart two things that share a mark."""
    if one.id == other.id or any(getattr(one, link, "") == other.id for link in _LINKS):
        return False
    if any(getattr(other, link, "") == one.id for link in _LINKS):
        return False
    if sort == _NAME:
        return not any(_differ(getattr(one, name, None), getattr(other, name, None)) for name in _APART) and not (
            _have_other_identifiers(one, other) or _are_on_other_days(one, other) or _have_other_legal_forms(one, other)
        )
    if isinstance(one, Source) and isinstance(other, Source) and sort == _IDENTIFIER:
        # Copies and translations of one document share its identifier.
        return not (one.derived_from or other.derived_from or _differ(one.language, other.language))
    return True


def _differ(one: object, other: object) -> bool:
    return None not in (one, other) and one != other


def _have_other_identifiers(one: Entity, other: Entity) -> bool:
    mine, theirs = (
        {(each.scheme, identifier_key(each.scheme, each.value)) for each in some.identifiers} for some in (one, other)
    )
    return bool({scheme for scheme, _ in mine} & {scheme for scheme, _ in theirs}) and not mine & theirs


def _have_other_legal_forms(one: Entity, other: Entity) -> bool:
    """Whether two companies have different legal forms: a holding and what it owns are often called alike."""
    mine, theirs = (_legal_forms(each) for each in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _legal_forms(entity: Entity) -> set[str]:
    if not isinstance(entity, Actor) or entity.type is not ActorType.COMPANY:
        return set()
    last = [re.findall(r"\w+", fold(name))[-1:] for name in entity.name.values()]
    return {_LEGAL_FORMS[word] for words in last for word in words if word in _LEGAL_FORMS}


def _are_on_other_days(one: Entity, other: Entity) -> bool:
    if not isinstance(one, Occasion) or not isinstance(other, Occasion):
        return False
    return _is_over(one, other) or _is_over(other, one)


def _is_over(one: Occasion, other: Occasion) -> bool:
    """Whether one ends before the other begins."""
    ends = [each.value.latest or date.max for each in one.dates]
    begins = [each.value.earliest or date.min for each in other.dates]
    return bool(ends and begins) and max(ends) < min(begins)
