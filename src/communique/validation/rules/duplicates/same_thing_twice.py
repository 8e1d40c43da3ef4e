from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ....codelists import ActorType, IdentifierScheme
from ....corpus.corpus import Corpus, Entry
from ....corpus.definitions import Definition
from ....diagnostics.finding import Severity
from ....lexicon.folding import folded_words
from ....lexicon.identifier_schemes import key as identifier_key
from ....lexicon.web_addresses import page
from ....models import ENTITY_FIELDS, Actor, Entity, NamedEntity, Occasion, Registry, Source
from ...rule import Context, RecordRule, Violation

# Two things with the same name are different if they differ in one of these: committees of two chambers, two summits.
_APART = ("part_of", "subdivision", "series", "edition", "place")
# A thing that refers to another by one of these is a different thing.
_LINKS = ("part_of", "series", "derived_from")
# A mark that more things than this have in common is not compared.
_ENOUGH = 20

# Legal forms after the names of companies, with one spelling for each.
_LEGAL_FORMS = {
    "corporation": "corp", "company": "co", "incorporated": "inc", "limited": "ltd",
    **{form: form for form in ("corp", "co", "inc", "ltd", "llc", "plc", "gmbh", "ag", "sa", "bv", "nv", "kk", "spa")},
}  # fmt: skip

_NAME, _IDENTIFIER, _ADDRESS, _COUNTRY = "the name", "the identifier", "the address", "the country code"


class SameThingTwice(RecordRule):
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
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for definition, (other, mark) in context.once(_doubles).get(entry.path, {}).items():
            message = f"{definition.id} may be the same {definition.kind} as {other.id}: both have {mark}"
            kept, goes = sorted((definition, other), key=lambda each: _rank(each, context.once(_records)))
            help = (
                f"refer to {kept.id} instead of {goes.id} and delete {'this' if goes is definition else 'its'} "
                f"definition; only an id that was published before goes into former_ids{_also(definition.kind)}"
            )
            yield Violation(definition.pointer, message, help, other)


def _rank(definition: Definition, records: dict[str, tuple[bool, str]]) -> tuple[object, ...]:
    """Both files get a finding, and the same one is advised to delete its definition: never a registry."""
    return records[definition.path], definition.path, definition.pointer


def _records(corpus: Corpus) -> dict[str, tuple[bool, str]]:
    """By path, whether the record is not a registry, and its id, because a path may be written in several ways."""
    return {entry.path: (not isinstance(entry.record, Registry), entry.record.id) for entry in corpus.entries}


def _also(kind: str) -> str:
    return "; if one is a copy, add derived_from with the id of the original" if kind == "source" else ""


def _doubles(corpus: Corpus) -> dict[str, dict[Definition, tuple[Definition, str]]]:
    """By path, every definition of a thing that has another id too, with that definition and what they share."""
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
    return f"{sort} {value}" if value == other else f"{sort} {value}, there spelled {other}"


def _marks(entity: Entity) -> Iterator[tuple[str, str, object]]:
    """What only one thing should have: its sort, its text, and the key by which it is compared."""
    for each in entity.identifiers:
        # Document numbers are unique only for their issuer.
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
    """The words of the name, without the article and the legal form of a company."""
    words = folded_words(name)
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
    """Whether two things that share a mark have no difference that shows that they are two."""
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
    """Whether two companies have different legal forms; a holding and its subsidiary often have the same name."""
    mine, theirs = (_legal_forms(each) for each in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _legal_forms(entity: Entity) -> set[str]:
    if not isinstance(entity, Actor) or entity.type is not ActorType.COMPANY:
        return set()
    last = [folded_words(name)[-1:] for name in entity.name.values()]
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
