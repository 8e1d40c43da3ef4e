"""The corpus as of a day: without what came later.

A record is made later than the day for which somebody asks. What is planned or set in advance was known on the day of
the announcement, and so was what has no day of its own. A date that has passed, a measure, a statement, a vote and an
outcome have their own day. What belongs to an occasion is not known before that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ..codelists import DateRole, Modality
from ..corpus.conflicts import disputed
from ..corpus.corpus import Corpus, Entry
from ..corpus.date_order import certain_day, may_have_happened
from ..corpus.history import (
    TO_COME,
    Basis,
    Dating,
    dating,
    day_words,
    is_fact,
    made_on,
    makings,
    occasion_dating,
)
from ..models import (
    Announcement,
    Assertion,
    Date,
    EdtfDate,
    Measure,
    Model,
    Outcome,
    Quantity,
    Record,
    Relation,
    Role,
    Source,
    Statement,
    Vote,
    commitment_parts,
    references,
    sources_of,
)
from ..text.inflection import counted

_SET_IN_ADVANCE = TO_COME - {DateRole.REVOKED}
_KEPT = frozenset({*Record.model_fields, "types", "status", "replaced_by", "dates"} - {"note"})
"""Fields of an announcement that do not say what it announces."""
_WITHOUT_DAY = "What has no day of its own counts from its announcement, and an inexact day from the last possible one."
_OF_TODAY = (
    "Summaries, descriptions, notes and ranks are of today, and may speak of later events. Independent sources are"
    " counted as of today, whenever they were published."
)
_NO_SUMMARY = "The summary was written later and is left out."


class Past(NamedTuple):
    """A corpus without what came after a day, and the assertions that are left out, by the id of their record."""

    day: date
    corpus: Corpus
    later: Mapping[str, Sequence[Assertion]]
    whole: Corpus

    def shown(self, id: str) -> Model:
        """The thing with this id. The summary of an announcement is left out if anything of it came later."""
        thing = self.corpus.resolve(id)
        return thing.model_copy(update={"summary": None}) if self._has_hindsight(thing) else thing

    def notice(self, id: str) -> str:
        """What a card of the thing with this id leaves out, and what on it is not as of the day."""
        thing = self.whole.resolve(id)
        found = [each for record, given in self.later.items() for each in given if id == record or _is_about(each, id)]
        left_out = f"{counted(len(found), 'later assertion')} {'is' if len(found) == 1 else 'are'} left out"
        left_out = left_out if found else "no assertion is later"
        first = f"As of {self.day}"
        if isinstance(thing, Announcement) and made_on(thing) > self.day:
            first = f"{_not_announced(thing, self.day)} on {self.day}, as the day of the announcement is {_days(thing)}"
        if isinstance(thing, Source) and thing.published and _is_later(thing.published, self.day):
            may_be = may_have_happened(thing.published, self.day)
            first = f"{'Perhaps not' if may_be else 'Not'} published yet on {self.day}, but on {thing.published}"
        summary = f" {_NO_SUMMARY}" if self._has_hindsight(thing) else ""
        return f"{first}: {left_out}.{summary} {_WITHOUT_DAY} {_OF_TODAY}"

    def _has_hindsight(self, thing: Model) -> bool:
        """Whether it has a summary, which was written when later things were known."""
        return isinstance(thing, Announcement) and bool(thing.summary and self.later.get(thing.id))


def as_of(corpus: Corpus, day: date) -> Past:
    """The corpus as of a day. Every announcement keeps its own day.

    Of one that was not made yet, only that is left, and what has an earlier day of its own.
    """
    later: dict[str, list[Assertion]] = defaultdict(list)
    entries = tuple(
        Entry(path, _before(record, corpus, day, later[record.id]) if isinstance(record, Announcement) else record)
        for path, record in corpus.entries
    )
    return Past(day, Corpus(entries, corpus.complete, corpus.unread), later, corpus)


def _before(announcement: Announcement, corpus: Corpus, day: date, later: list[Assertion]) -> Announcement:
    """The announcement with what belongs to the day or an earlier one; the rest is added to ``later``."""
    changed: dict[str, Any] = {}
    if made_on(announcement) > day:
        fields = {name: field for name, field in Announcement.model_fields.items() if name not in _KEPT}
        changed = {name: field.default for name, field in fields.items() if not _assertions(announcement, name)}
        changed |= {name: getattr(announcement, name) for name in ("sources", "actors", "instruments", "occasions")}
        changed["title"] = {"en": _not_announced(announcement, day)}
    for name in Announcement.model_fields:
        if given := _assertions(announcement, name):
            stays = _stay(given, announcement, corpus, day)
            later += [each for each, is_kept in zip(given, stays, strict=True) if not is_kept]
            kept = (each for each, is_kept in zip(given, stays, strict=True) if is_kept)
            changed[name] = tuple(_without_later(each, day, later) for each in kept)
    return announcement.model_copy(update=changed)


def _assertions(announcement: Announcement, field: str) -> tuple[Assertion, ...]:
    given = getattr(announcement, field)
    return given if isinstance(given, tuple) and given and isinstance(given[0], Assertion) else ()


def _stay(given: Sequence[Assertion], announcement: Announcement, corpus: Corpus, day: date) -> list[bool]:
    """Which assertions of a list do not come later, or compete for one event with those that do not."""
    made = made_on(announcement)
    came = [_day(each, announcement, corpus, made) <= day for each in given]
    matters = {each.matter for each, is_past in zip(given, came, strict=True) if is_past and not each.is_deprecated}
    ahead = {each.matter for each in given if not each.is_deprecated} - matters
    main = {id(each) for each in makings(announcement)}
    stays = []
    for each, is_past, is_disputed in zip(given, came, disputed(given), strict=True):
        if isinstance(each, Date):
            is_past = id(each) in main or each.matter in matters or (is_past and each.matter not in ahead)
        elif isinstance(each, Measure):
            is_past = is_past or (is_disputed and each.matter in matters)
        stays.append(is_past)
    return stays


def _without_later(assertion: Assertion, day: date, later: list[Assertion]) -> Assertion:
    """A measure without the properties that hold only later; any other assertion as it is."""
    if not isinstance(assertion, Measure):
        return assertion
    kept: list[Assertion] = []
    for each in assertion.attributes:
        is_stated = _is_fact(each if each.modality else assertion)
        (later if is_stated and _is_later(each.as_of, day) else kept).append(each)
    return assertion.model_copy(update={"attributes": tuple(kept)})


def _day(assertion: Assertion, announcement: Announcement, corpus: Corpus, made: date) -> date:
    """The day from which an assertion could be made, in an announcement that was made on the day ``made``."""
    found = _own_day(assertion, announcement, corpus, made)
    return max(found, _begin(assertion.as_of, found)) if _is_fact(assertion) else found


def _own_day(assertion: Assertion, announcement: Announcement, corpus: Corpus, made: date) -> date:
    match assertion:
        case Date():
            is_known_before = assertion.role in _SET_IN_ADVANCE or not is_fact(assertion)
            return min(made, _begin(assertion.value, made)) if is_known_before else _begin(assertion.value, made)
        case Measure():
            when = dating(assertion, announcement)
            return _begin(when.certain, made) if is_fact(assertion) and when.basis is not Basis.ANNOUNCEMENT else made
        case Statement() | Outcome() | Vote() if assertion.date:
            return _begin(assertion.date, made)
        case Role() | Quantity() | Statement() if assertion.occasion in corpus.occasions:
            return max(made, _begin(occasion_dating(corpus.occasions[assertion.occasion]).certain, made))
        case Relation() if assertion.target in corpus.announcements:
            return max(made, made_on(corpus.announcements[assertion.target]))
    return made


def _not_announced(announcement: Announcement, day: date) -> str:
    may_be = any(may_have_happened(each.value, day) for each in makings(announcement))
    return "Perhaps not announced yet" if may_be else "Not announced yet"


def _days(announcement: Announcement) -> str:
    """All days on which it was made, in words."""
    dates = makings(announcement)
    days = tuple(each.value for each in dates)
    return day_words(Dating(days, Basis.ANNOUNCEMENT, tuple(dates), any(disputed(dates))))


def _begin(value: EdtfDate | None, otherwise: date) -> date:
    return certain_day(value) or otherwise


def _is_later(value: EdtfDate | None, day: date) -> bool:
    return _begin(value, day) > day


def _is_fact(assertion: Assertion) -> bool:
    return getattr(assertion, "modality", None) in (None, Modality.ASSERTED)


def _is_about(assertion: Assertion, id: str) -> bool:
    """Whether the card of the thing with this id has a place for the assertion, which is in another record."""
    if isinstance(assertion, Outcome) and commitment_parts(assertion.commitment)[0] == id:
        return True
    named = {*(each.id for each in references(assertion)), *sources_of(assertion.evidence)}
    return id in named
