from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import RecordStatus
from ....diagnostics.finding import Severity
from ....lazy import lazy_pattern
from ....lexicon.placeholders import SLOTS, TO_BE_FILLED_IN, UNKNOWN_DAY
from ...quoting import quote
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Source
    from ...subject import Subject

# The whole text, or a note with the task after it. "XXX" may be the number thirty, of an edition.
_LATER = "added|done|written|filled in|completed|determined|confirmed|announced"
_WORDS_ALONE = rf"(?i:to[ -]?do|tbd|tba|tbc|fixme|n/a|placeholder|to be (?:{_LATER})|fill (?:this )?in)|x{{3,}}|X{{4,}}"
_NOTE_TO_ONESELF = lazy_pattern(
    rf"[\W_]*(?:{_WORDS_ALONE}|(?i:lorem ipsum).*)[\W_]*"
    r"|\W*(?:TODO|FIXME|TBD)\b\W*[:\])].*|[?？]+|[?.…_-]{3,}",
    re.DOTALL,
)
# What every line has that begins so: to look for it in all lines at once is many times faster.
_SUSPICIOUS = lazy_pattern(
    r"\n(?![A-EG-KMOQ-SU-WYZa-eg-kmoq-su-wyz0-9])(?:[^\w\n]|_)*"
    rf"(?:(?:{_WORDS_ALONE})(?![^\W_])|(?i:lorem ipsum)|TODO|FIXME|TBD|[?？]|[?.…_-]{{3}})"
)
_LONGEST = 300  # code points; a longer text is not a placeholder
_WORDS = TO_BE_FILLED_IN | SLOTS
_FIRST = frozenset("TtFfNnPpLlXx")  # letters with which a note to oneself begins
# Letters and digits of ASCII with which no placeholder begins.
_HARMLESS = frozenset(filter(str.isalnum, map(chr, range(128)))) - _FIRST - {word[0] for word in _WORDS}
# Words of the source, and codes of countries: BY is Belarus, and another rule knows them.
_OTHER = frozenset({"as_stated", "published_as_stated", "quote", "extensions", "country"})
_WHERE = ("title", "publisher", "authors", "url", "archived_url", "identifiers", "description", "note", "text")


class PlaceholderLeft(RecordRule):
    code = "CQ508"
    name = "placeholder-left"
    reason = "A reviewed record with a placeholder from a template or a writer is not finished, and misleads readers."
    fix = (
        "Replace the placeholder, delete the field, or add it to `unknown` with the reason; until then use the status "
        "`draft`, which is not checked. In a registry, which has no status, it is a warning."
    )
    bad = (
        "status: reviewed\ntitle: {en: TODO}\ntypes: [speech]\n"
        "dates:\n- {role: announced, value: '2025-07-26', evidence: [report]}\n"
        "roles:\n- {actor: cn, role: announcer, evidence: [report]}\n"
        "sources:\n- {id: report, type: news, access: full_text, title: A report}\n"
        "actors:\n- {id: cn, type: country, country: CN, name: {en: China}}\n"
    )
    good = "status: draft\ntitle: {en: TODO}\ndates:\n- {role: announced, value: '20XX', evidence: [a]}\n" + (
        "sources:\n- {id: a, type: news, access: excerpt}\n"
    )

    def check(self, subject: Subject) -> Iterator[Violation]:
        record = subject.record
        if isinstance(record, models.Announcement) and record.status is not RecordStatus.REVIEWED:
            return
        severity = None if isinstance(record, models.Announcement) else Severity.WARNING
        if (template := f"{record.id}-source") in subject.words:
            for pointer, source in subject.of(models.Source):
                if source.id == template and _is_bare(source):
                    message, help = "source has no title, publisher or url", "add its title, publisher and url"
                    yield Violation((*pointer, "id"), message, help, severity=severity)
        if _WORDS.isdisjoint(subject.words) and not _SUSPICIOUS.search(subject.lines):
            return
        for pointer, field, place, text in subject.texts:
            if text[0] not in _HARMLESS and _holds_a_place(text) and field not in _OTHER:
                wanted = "date" if text == UNKNOWN_DAY else "text"
                help = f"replace it with the actual {wanted}, or delete the field"
                yield Violation((*pointer, field, *place), f"placeholder {quote(text)}", help, severity=severity)


def _holds_a_place(text: str) -> bool:
    if text in _WORDS:
        return True
    first = text[0]
    if (first.isalnum() and first not in _FIRST) or len(text) > _LONGEST:
        return False
    return _NOTE_TO_ONESELF.fullmatch(text) is not None


def _is_bare(source: Source) -> bool:
    return not any(getattr(source, name) for name in _WHERE)
