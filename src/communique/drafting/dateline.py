"""What the lines around an article say of it: when it was published, where, by whom, and whom it credits."""

from __future__ import annotations

from typing import NamedTuple

from ..codelists import CreditRole
from ..lazy import lazy_pattern
from ..text.characters import unsafe
from .article import Article, Words
from .days import Day, days

_TIME = lazy_pattern(
    r"(?<![\d:])(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?: ?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
)
_SAYS_PUBLISHED = lazy_pattern(
    r"(?i)(?:^|[.|·] ?)(?:first )?(?:published|posted|issued|released|dated|发布时间)\b[^.|]{0,12}$"
)
_SAYS_FIRST = lazy_pattern(r"(?i)(?:first )?(?:published|posted)\b")
_OF_SOMETHING = lazy_pattern(
    r"(?i)\b(?:of|since|from|by|before|after|until|to|between|and|than|through|in|for|at|following)(?: the)? $"
)
_FARTHEST_DAY = 80
_NOT_PUBLISHED = lazy_pattern(
    r"(?i)\b(?:updated|modified|edited|retrieved|accessed|copyright|adopted|signed|approved|held|done)\b|©|"
    r"embargo|not for publication|deadline|effective"
)
_AGENCIES = (
    "Reuters|AP|AFP|Xinhua|EPA|EFE|dpa|TASS|ANSA|Kyodo|Yonhap|PTI|ANI|Bloomberg|Getty Images|Anadolu|"
    "Associated Press|Agence France-Presse|新华社|中新社"
)
_AT_END = lazy_pattern(rf"(?:[\s(/|]|^)(?P<name>{_AGENCIES})\)?$")
_CREDIT = lazy_pattern(
    r"(?:^|[\[(|]\s*)(?P<what>Photo(?:graph)?|Image|Picture|Translat(?:ion|ed))(?: credit)?(?: by)?\s*[:/]?\s+"
    r"(?P<name>[A-Z][^\])|;]{1,60}?)(?:[\])|;]|$)"
)
_BEFORE_SOURCES = ("told", "tells", "reported by", "according to", "citing", "quoted by")
_NAMED = lazy_pattern(rf"\b(?:{'|'.join(_BEFORE_SOURCES)}) (?:the )?(?P<name>{_AGENCIES})\b")
_HAN_AGENCY = lazy_pattern(r"(?P<name>新华社|中新社)[^。]{0,16}电")
_EDITING = lazy_pattern(r"\b[Ee]diting by (?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})")
_DATELINE = lazy_pattern(
    rf"^(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’' -]+[A-ZÀ-ÖØ-Þ])(?:, [A-Z][\w.’ ]{{2,30}}?)?"
    r"(?:,? (?:[A-Z][a-z]+\.? [0-9]{1,2}|[0-9]{1,2} [A-Z][a-z]+)(?:,? (?P<year>(?:19|20)[0-9]{2}))?)?,? ?"
    rf"(?:\((?P<agency>{_AGENCIES})\)|/[\w ]{{2,30}}/)? ?(?:--|[—–-]) ?(?=[“\"'‘]?[A-Z])"
)
_AUTHOR = lazy_pattern(r"^By (?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})$")
_LONGEST_LINE = 300
_NOON = 12


class Dateline(NamedTuple):
    """When the article was published, in EDTF and in its own words; its place, its authors, whom it credits."""

    published: str = ""
    as_stated: str = ""
    words: Words | None = None
    place: Words | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[tuple[CreditRole, str], ...] = ()
    opening: Words | None = None
    """The dateline at the beginning of the first sentence, with the place and the agency."""


def read_dateline(article: Article) -> Dateline:
    """What the lines before, between and after the sentences say."""
    short = [each for each in article.head if len(each.text) <= _LONGEST_LINE]
    short += [each for each in article.captions if _SAYS_FIRST.match(each.text) and len(each.text) <= _LONGEST_LINE]
    day, line = next(((day, line) for line in short for day in days(line) if _is_published(line, day)), (None, None))
    first = article.sentences[0] if article.sentences else None
    opening = _DATELINE.match(first.text) if first else None
    place = first.part(*opening.span("place")) if first and opening else None
    start = first.part(0, opening.end()) if first and opening else None
    if not day and start and opening and opening["year"]:
        day, line = next(((day, start) for day in days(start)), (None, None))
    credits = dict.fromkeys(
        _credits([each for each in article.lines if unsafe(each.text) is None and len(each.text) <= _LONGEST_LINE])
    )
    if opening and opening["agency"]:
        credits[CreditRole.AGENCY, opening["agency"]] = None
    authors = tuple(match["name"] for each in short if (match := _AUTHOR.match(each.text)))
    if not day or not line:
        return Dateline(place=place, authors=authors, credits=tuple(credits), opening=start)
    published, stated = _with_time(day, line)
    return Dateline(published, stated.text, stated, place, authors, tuple(credits), start)


def named_sources(article: Article) -> list[str]:
    """What the sentences say of agencies from which the text may be, for the curator."""
    found = dict.fromkeys(match["name"] for each in article.sentences for match in _NAMED.finditer(each.text))
    return [f"{name} is named as a source; if the text derives from it, add derived_from" for name in found]


def _is_published(line: Words, day: Day) -> bool:
    """Whether the day in a line of the page is the one of publication: nothing says that something else was on it."""
    before = line.text[: day.with_weekday.start - line.start]
    if _SAYS_PUBLISHED.search(before):
        return True
    is_of_other = _NOT_PUBLISHED.search(line.text) or _OF_SOMETHING.search(before)
    return not is_of_other and len(before) <= _FARTHEST_DAY


def _with_time(day: Day, line: Words) -> tuple[str, Words]:
    """The day with the time that is in the same line, and the stretch that has both."""
    match = _TIME.search(line.text)
    if not match:
        return day.value, day.with_weekday
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    start, end = day.with_weekday.start - line.start, day.with_weekday.end - line.start
    stretch = line.part(min(start, match.start()), max(end, match.end()))
    is_time = hour < 24 and day.date is not None
    return (f"{day.value}T{hour:02}:{match['minute']}:00" if is_time else day.value), stretch


def _credits(lines: list[Words]) -> list[tuple[CreditRole, str]]:
    found: list[tuple[CreditRole, str]] = []
    for line in lines:
        if match := _HAN_AGENCY.match(line.text):
            found.append((CreditRole.AGENCY, match["name"]))
        if match := _EDITING.search(line.text):
            found.append((CreditRole.EDITING, match["name"]))
        if match := _CREDIT.search(line.text):
            role = CreditRole.TRANSLATION if match["what"].startswith("Trans") else CreditRole.PHOTO
            found.append((role, match["name"].strip()))
        elif (match := _AT_END.search(line.text)) and match.start() > 0:
            found.append((CreditRole.PHOTO, match["name"]))
    return found
