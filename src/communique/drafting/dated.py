"""The days of an announcement: which day of the text is which, and what to do if weekday and day do not match."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ..codelists import DateRole, Rank
from ..corpus.date_order import is_surely_before
from ..lazy import lazy_pattern
from ..models.edtf import EdtfDate
from ..validation.rules.dates.source_published_before_event import PAST
from .article import Article, Words
from .belonging import Own, scope
from .dateline import Dateline
from .days import Day, days, of_weekday, on_weekdays, today, without_year
from .firmness import doubt_of
from .measures import BY_A_PART
from .mentions import Mentions
from .parts import LEAD
from .proposal import Proposal, Proposals

_BY = lazy_pattern(r"(?i)\b(?:by|until|before|no later than|not later than|deadline of|deadline is)(?: the)? $")
_WORDS: tuple[tuple[DateRole, str], ...] = (
    (
        DateRole.ENTRY_INTO_FORCE,
        r"(?:enter(?:s|ed)?|c[ao]mes?|entry) into force|t[ao]kes? effect|is effective|effective date|生效|施行",
    ),
    (DateRole.APPLIES_FROM, r"\bappl(?:y|ies|ied) (?:from|as of|as from)\b"),
    (DateRole.DEADLINE, r"\bdeadline\b|\bapplications? (?:close|are due)\b"),
    (
        DateRole.SCHEDULED,
        r"\b(?:will (?:be held|hold|host|begin|start|take place|meet|convene|open)|scheduled|to be held)\b"
        r"|将于",
    ),
    (DateRole.SIGNED, r"\bsign(?:ed|s|ing)\b|签署"),
    (DateRole.ADOPTED, r"\b(?:adopt(?:ed|s)|approved|passed)\b|通过"),
    (DateRole.PUBLISHED, r"\b(?:publish(?:ed|es)|(?:is|are) publishing|released?|issued)\b|发布"),
    (DateRole.HELD, r"\b(?:held|took place|convened|met|meeting (?:in|at))\b|举行|召开|开幕"),
    (
        DateRole.ANNOUNCED,
        r"\b(?:announc(?:ed|es|ing)|unveil(?:ed|s)|pledged|proposed|said|speaking|outlined|warned|urged|launched)\b"
        r"|宣布|表示|提出|倡议",
    ),
)
_PATTERNS = tuple((role, lazy_pattern(f"(?i:{words})")) for role, words in _WORDS)
_NOT = lazy_pattern(r"\b(?:instead of|rather than|and not|not on|not)(?: on)? $")
_BESIDE = lazy_pattern(r"\b(?:after|following|prior to|ahead of)(?: the)? $")
_EARLIER = lazy_pattern(r"\b(?:had|having)(?: (?:\w+ly|already|also|first|once|been))* $")
_ORDER = lazy_pattern(
    r"^(?:(?:Executive Order|Decree)(?: No\.?)? ?[0-9/-]* of |Done (?:at|in) [^.;]{2,60}?,? (?:on )?)$"
)
_OF_DOCUMENT = lazy_pattern(
    r"^(?:(?:Executive Order|Decree)\b.* of |(?:Resolution|Decision|Declaration)\b.*\badopted\b|Done (?:at|in) )"
)
_ANNOUNCES = lazy_pattern(r"\b(?:announc(?:ed|es|ing)|unveil(?:ed|s)|launched)\b|宣布")
_MOVES = lazy_pattern(r"\b(?:postpon|delay|mov|push|defer|extend|shift|put)\w*\b.*\bfrom $")
_IN_FORCE_THEN = lazy_pattern(r"起?(?:正式)?(?:施行|生效|实施)")
_MAIN = frozenset({DateRole.ANNOUNCED, DateRole.PUBLISHED, DateRole.SIGNED, DateRole.ADOPTED, DateRole.HELD})
_CLOSE_BY = timedelta(days=1)
_AHEAD = frozenset({DateRole.DEADLINE, DateRole.SCHEDULED, DateRole.APPLIES_FROM})
_LONG_AGO = timedelta(days=31)
_BEHIND = 1_000
_NOTHING = "what happened on it is not clear"
_FIRST_SENTENCES = 5
"""Sentences in which a day that is past can be the one of the announcement, without more words."""


def dates(
    article: Article, mentions: Mentions, dateline: Dateline, proposals: Proposals, own: Own
) -> Iterator[Proposal]:
    """The dates, the first one first; none that has happened after the article was published."""
    published = EdtfDate(dateline.published) if dateline.published else None
    for each in _Reading(article, mentions, dateline, proposals, own).dates():
        value = EdtfDate(each.fields["value"])
        if published and each.fields["role"] in PAST and is_surely_before(published, value):
            proposals.not_taken.append(f"date {value}: {each.fields['role']} after the text was published")
        else:
            yield each


class _Reading:
    """Reads the sentences of an article in their order; ``anchor`` is the day of which they tell, once it is known."""

    def __init__(
        self, article: Article, mentions: Mentions, dateline: Dateline, proposals: Proposals, own: Own
    ) -> None:
        self._article, self._mentions, self._dateline = article, mentions, dateline
        self._proposals, self._own = proposals, own
        self._published = EdtfDate(dateline.published).earliest if dateline.published else None
        self._anchor = self._published
        lines = (article.title, *article.captions, *article.head)
        self._above = [each for each in lines if each and _OF_DOCUMENT.search(each.text)]

    def dates(self) -> Iterator[Proposal]:
        """The dates, as far as it is clear what was on them."""
        for number, sentence in [*((0, each) for each in self._above), *enumerate(self._article.sentences)]:
            for day in self._named(sentence, number):
                self._proposals.seen.append(day.with_weekday)
                yield from self._dated(sentence, number, day)

    def _named(self, sentence: Words, number: int) -> list[Day]:
        """The days that a sentence names, those without a year or a day by the one of publication."""
        named = list(days(sentence))
        published = self._published
        if published is None or sentence in self._above:
            return named
        partial = list(without_year(sentence, published)) or list(on_weekdays(sentence, published))
        partial = partial or (list(today(sentence, published)) if number < LEAD else [])
        return named + [each for each in partial if not any(_are_in(each, other) for other in named)]

    def _dated(self, sentence: Words, number: int, day: Day) -> Iterator[Proposal]:
        role, place = _role(sentence, day)
        doubts = [found for part in (day.with_weekday, place) if (found := doubt_of(sentence, part))]
        doubted = min(doubts, key=lambda each: each.is_planned, default=None)
        if doubted and not doubted.is_planned:
            self._leave(day, f"“{doubted.words}”: not stated as done")
            return
        role = DateRole.SCHEDULED if role in PAST and doubted else role
        if role is DateRole.ANNOUNCED and number >= LEAD and not _ANNOUNCES.search(sentence.text):
            role = None
        if self._anchor is None and sentence in (*self._above, *self._article.sentences[:LEAD]):
            self._anchor = EdtfDate(day.value).earliest
        if fields := self._fields(sentence, number, day, role, place):
            is_by_page = day.is_partial and self._dateline.words
            evidence = (sentence, self._dateline.words) if is_by_page and self._dateline.words else (sentence,)
            yield from _competing(fields, day, evidence, self._dateline)
        else:
            self._leave(day, "which day it is, or of what, is not clear" if role else _NOTHING)

    def _fields(self, sentence: Words, number: int, day: Day, role: DateRole | None, place: Words) -> dict[str, Any]:
        """The role and the scope of a day; empty if they are not clear, or if it is one of something else."""
        is_above = sentence in self._above
        of = {} if is_above else scope(sentence, self._mentions, self._own, day.with_weekday, place)
        if role is None or of is None:
            return {}
        in_lead = number < _FIRST_SENTENCES
        if not of and not is_above and _is_background(role, day, self._anchor, in_lead=in_lead):
            return {}
        if day.is_partial and self._published and not _is_on_its_side(role, day, self._published):
            return {}
        return {"role": str(role), "scope": of} if of else {"role": str(role)}

    def _leave(self, day: Day, why: str) -> None:
        self._proposals.not_taken.append(f"date {day.with_weekday.text}: {why}")


def _competing(fields: dict[str, Any], day: Day, evidence: tuple[Words, ...], dateline: Dateline) -> Iterator[Proposal]:
    """The date; if its weekday is another one, the day of that weekday as well, as a competing value."""
    if not (day.is_contradicted and day.date and day.weekday is not None):
        yield Proposal("dates", {**fields, "value": day.value, "as_stated": day.with_weekday.text}, evidence)
        return
    other = of_weekday(day.date, day.weekday)
    wrong = f"{day.words.text} was a {day_name[day.date.weekday()]}, not a {day_name[day.weekday]}."
    if dateline.words and dateline.published.startswith(other.isoformat()):
        note = f"{wrong} The page is dated {other.isoformat()}, which was one."
        yield Proposal(
            "dates",
            {**fields, "value": other.isoformat(), "rank": str(Rank.PREFERRED), "note": note},
            (*evidence, dateline.words),
        )
        stated = {"as_stated": day.with_weekday.text, "rank": str(Rank.DEPRECATED), "note": wrong}
        yield Proposal("dates", {**fields, "value": day.value, **stated}, evidence)
        return
    weekday = day.with_weekday.text.replace(day.words.text, "").strip(" ,(（)）")
    by_name = {"value": other.isoformat(), "as_stated": weekday, "note": f"By the weekday: {wrong}"}
    yield Proposal("dates", {**fields, "value": day.value, "as_stated": day.words.text, "note": wrong}, evidence)
    yield Proposal("dates", {**fields, **by_name}, evidence)


def _is_moved(before: str, after: str) -> bool:
    """Whether a day is the one from which something is put off to a later day."""
    return _MOVES.search(before) is not None and after.startswith(" to ")


def _are_in(day: Day, other: Day) -> bool:
    """Whether the words of a day are a part of those of another one."""
    return day.words.start < other.with_weekday.end and other.with_weekday.start < day.words.end


def _role(sentence: Words, day: Day) -> tuple[DateRole | None, Words]:
    """What happened on the day: by the nearest words that say so; those before it come first. Then the words."""
    none, start, end = day.words, day.with_weekday.start - sentence.start, day.with_weekday.end - sentence.start
    is_beside = _NOT.search(sentence.text[:start]) or _BESIDE.search(sentence.text[:start])
    if is_beside or _is_moved(sentence.text[:start], sentence.text[end:]):
        return None, none
    if _BY.search(sentence.text[:start]):
        return DateRole.DEADLINE, none
    if _ORDER.search(sentence.text[:start]):
        return DateRole.SIGNED, none
    if _IN_FORCE_THEN.match(sentence.text, end):
        return DateRole.ENTRY_INTO_FORCE, none
    near: list[tuple[int, int, DateRole, Words]] = []
    for number, (role, pattern) in enumerate(_PATTERNS):
        for match in pattern.finditer(sentence.text):
            is_before = match.end() <= start
            said = sentence.text[: match.start()]
            if is_before and role in _MAIN and (_EARLIER.search(said) or BY_A_PART.search(said)):
                return None, none
            far = start - match.end() if is_before else _BEHIND + match.start() - end
            near.append((far, number, role, sentence.part(*match.span())))
    return min(near)[2:] if near else (None, none)


def _is_on_its_side(role: DateRole, day: Day, published: date) -> bool:
    """Whether what is ahead is after the day of publication, and what happened is not."""
    first, last = EdtfDate(day.value).earliest, EdtfDate(day.value).latest
    if first is None or last is None:
        return False
    return last > published if role in _AHEAD else first <= published or role is DateRole.ENTRY_INTO_FORCE


def _is_background(role: DateRole, day: Day, anchor: date | None, *, in_lead: bool) -> bool:
    """Whether it was long before the article, or may have been, as it is not known when that was written.

    What only a later sentence dates is another event, unless it was on the day of the announcement or the next one.
    """
    last = EdtfDate(day.value).latest
    if anchor is None:
        return role not in _AHEAD
    if role in _MAIN and not in_lead and last is not None and abs(last - anchor) > _CLOSE_BY:
        return True
    return last is not None and last < anchor - _LONG_AGO
