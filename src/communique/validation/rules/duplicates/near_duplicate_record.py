from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ....codelists import RoleType
from ....corpus.corpus import Corpus, Entry
from ....corpus.definitions import Definition
from ....corpus.history import announcement_day
from ....diagnostics.finding import Severity
from ....lexicon.folding import fold
from ....models import Announcement
from ...rule import Context, RecordRule, Violation

_MAIN_ROLES = (RoleType.ANNOUNCER, RoleType.ISSUER, RoleType.SPEAKER, RoleType.ADOPTER)
# Half of the distinctive words in common. "Signs an order on AI" has none, because many titles are about orders on AI.
_SIMILAR = 0.5
_WORN = """
a act action agree ai an and announce artificial as at be begin bill bring by declaration executive first for from how
in intelligence into is issue its launch law make new of on or order out over pass plan present proposal publish put
release report resolution rule say set sign statement strategy take that the their to under unveil up will with
"""
# Letters of a word that are compared, so that organisations equals organization.
_STEM = 6
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_ENOUGH = 50  # announcements of one actor on one day; of more, not all pairs are compared


class NearDuplicateRecord(RecordRule):
    """Reported in both records, because a curator may look at only one of the two files."""

    code = "CQ314"
    name = "near-duplicate-record"
    severity = Severity.WARNING
    reason = "An announcement with two records is counted twice, and each record has only part of the information."
    fix = "Merge the two records; or add a relation between them, and make the titles say how they differ."
    # Needs two files: the tests write them.
    bad = ""
    good = ""
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        other = context.once(_doubles).get(entry.path)
        if other:
            message = f"possible duplicate of {other.id}: same actor, day and type, and a similar title"
            help = f"merge the two records, or add a relation that says how this one relates to {other.id}"
            yield Violation(("title",), message, help, other)


def _doubles(corpus: Corpus) -> dict[str, Definition]:
    """By path, another record that may be of the same announcement."""
    found: dict[str, Definition] = {}
    neighbours: dict[tuple[object, ...], list[tuple[Announcement, Definition]]] = defaultdict(list)
    for entry in corpus.entries:
        record = entry.record
        if not isinstance(record, Announcement) or record.is_retired or not (key := _key(record)):
            continue
        familiar = _words(_WORN).union(*_words_of_actor(key[0], corpus))
        own = Definition(record.id, record.kind, entry.path, ("id",))
        for other, first in neighbours[key]:
            if _is_double(record, other, familiar):
                found[entry.path] = first
                found.setdefault(first.path, own)
                break
        if len(neighbours[key]) < _ENOUGH:
            neighbours[key].append((record, own))
    return found


def _key(record: Announcement) -> tuple[str, date, date] | None:
    """Who announces it, and when."""
    roles = (each for each in record.roles if each.role in _MAIN_ROLES and not each.is_deprecated)
    actor, day = next((each.actor for each in roles), None), announcement_day(record)
    if actor and day and day.earliest and day.latest:
        return actor, day.earliest, day.latest
    return None


def _words_of_actor(id: str, corpus: Corpus) -> Iterator[frozenset[str]]:
    if actor := corpus.actors.get(id):
        yield from map(_words, [*actor.name.values(), *(each.name for each in actor.other_names)])


def _is_double(one: Announcement, other: Announcement, familiar: frozenset[str]) -> bool:
    related = {(each.target, record.id) for record in (one, other) for each in record.relations}
    if one.id == other.id or {(one.id, other.id), (other.id, one.id)} & related or not {*one.types} & {*other.types}:
        return False
    languages = one.title.keys() & other.title.keys()
    return bool(languages) and all(_alike(one.title[each], other.title[each], familiar) for each in languages)


def _alike(one: str, other: str, familiar: frozenset[str]) -> bool:
    """Whether two titles share most of their distinctive words, and neither has a name or number the other lacks."""
    mine, theirs = _words(one), _words(other)
    if mine == theirs:
        return bool(mine)
    if _names(one) - familiar - theirs and _names(other) - familiar - mine:
        return False
    mine, theirs = mine - familiar, theirs - familiar
    return len(mine & theirs) >= _SIMILAR * len(mine | theirs) > 0


def _names(title: str) -> frozenset[str]:
    """Words with a digit or a capital letter, except the first word of the title."""
    words = re.findall(r"\w+", title)[1:]
    return _words(" ".join(word for word in words if re.search(r"\d", word) or word != word.lower()))


def _words(text: str) -> frozenset[str]:
    """The beginnings of the words of a text; in a script without spaces, every two adjacent characters."""
    # Folding takes letters apart; a syllable of Korean or Japanese has to be one letter again.
    words = re.findall(r"\w+", unicodedata.normalize("NFC", fold(text)))
    return frozenset(part for word in words for part in _parts(word))


def _parts(word: str) -> list[str]:
    if _UNSPACED.search(word):
        return [word[index : index + 2] for index in range(max(1, len(word) - 1))]
    return [word if re.search(r"\d", word) else word.rstrip("s")[:_STEM]]
