from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import RoleType
from ....diagnostics.finding import Severity
from ....lazy import lazy_pattern
from ....lexicon.folding import fold
from ...aspect import Aspect
from ...aspects import NAMED, days_of
from ...rule import CorpusRule, Place, Violation

if TYPE_CHECKING:
    from ....models import Announcement
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary

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
_UNSPACED = lazy_pattern("[\u3040-\u30ff\u3400-\u9fff]")
_ENOUGH = 50  # announcements of one actor on one day; of more, not all pairs are compared


class _Announced(NamedTuple):
    """What was announced by the actor and on the day that are the key: the id, the titles by language, the types, and
    the targets of relations."""

    actor: str
    id: str
    titles: tuple[tuple[str, str], ...]
    types: tuple[str, ...]
    targets: tuple[str, ...]


def _announced(subject: Subject) -> Iterator[tuple[str, _Announced]]:
    record = subject.record
    if not isinstance(record, models.Announcement) or record.is_retired or not (key := _key(record, subject)):
        return
    actor, first, last = key
    targets = tuple(each.target for each in record.relations)
    titles = tuple(record.title.items())
    yield f"{actor} {first} {last}", _Announced(actor, record.id, titles, tuple(map(str, record.types)), targets)


_ANNOUNCED = Aspect("actor-and-day", _Announced, _announced, compared=True)


class NearDuplicateRecord(CorpusRule):
    """Reported in both records, because a curator may look at only one of the two files."""

    code = "CQ314"
    name = "near-duplicate-record"
    severity = Severity.WARNING
    reason = "An announcement with two records is counted twice, and each record has only part of the information."
    fix = "Merge the two records; or add a relation between them, and make the titles say how they differ."
    # Needs two files: the tests write them.
    bad = ""
    good = ""

    aspects = (_ANNOUNCED, NAMED)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for key, mine in own.of(_ANNOUNCED):
            others = list(context.at(_ANNOUNCED, key))
            if len(others) < 2:
                return
            familiar = _familiar(mine.actor, context)
            if found := _earlier(own, others, familiar) or _later(own, others, familiar):
                path, id = found
                message = f"possible duplicate of {id}: same actor, day and type, and a similar title"
                help = f"merge the two records, or add a relation that says how this one relates to {id}"
                yield Violation(("title",), message, help, Place(path, ("id",)))


_Known = tuple["Summary", _Announced]


def _earlier(own: Summary, all: list[_Known], familiar: frozenset[str]) -> tuple[str, str] | None:
    """The first record before this one that may be of the same announcement: its path and its id."""
    mine = next(fact for summary, fact in all if summary.path == own.path)
    for summary, fact in islice(all, _ENOUGH):
        if summary.path == own.path:
            return None
        if _is_double(mine, fact, familiar):
            return summary.path, fact.id
    return None


def _later(own: Summary, all: list[_Known], familiar: frozenset[str]) -> tuple[str, str] | None:
    """The first record after this one that is taken for the same as this one."""
    place = next(index for index, (summary, _) in enumerate(all) if summary.path == own.path)
    for summary, fact in all[place + 1 :]:
        if _is_double(fact, all[place][1], familiar):
            earlier = _earlier(summary, all, familiar)
            if earlier and earlier[0] == own.path:
                return summary.path, fact.id
    return None


def _key(record: Announcement, subject: Subject) -> tuple[str, str, str] | None:
    """Who announces it, and when."""
    roles = (each for each in record.roles if each.role in _MAIN_ROLES and not each.is_deprecated)
    actor = next((each.actor for each in roles), None)
    day = next(iter(subject.once(days_of)), None) if actor else None
    first, last = (day.earliest, day.latest) if day else (None, None)
    return (actor, first.isoformat(), last.isoformat()) if actor and first and last else None


def _familiar(actor: str, context: Context) -> frozenset[str]:
    """The words that do not tell announcements of the actor apart."""
    found = next((fact for _, fact in context.at(NAMED, actor) if fact.kind == "actor"), None)
    return _words(_WORN).union(*map(_words, (*found.names, *found.others) if found else ()))


def _is_double(one: _Announced, other: _Announced, familiar: frozenset[str]) -> bool:
    if one.id == other.id or other.id in one.targets or one.id in other.targets or not {*one.types} & {*other.types}:
        return False
    mine, theirs = dict(one.titles), dict(other.titles)
    languages = mine.keys() & theirs.keys()
    return bool(languages) and all(_alike(mine[each], theirs[each], familiar) for each in languages)


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
