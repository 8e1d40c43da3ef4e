from __future__ import annotations

import re
from collections.abc import Iterator

from ....codelists import RecordStatus
from ....corpus.corpus import Entry, Record
from ....diagnostics.finding import Severity
from ....lexicon.placeholders import TO_BE_FILLED_IN
from ....models import Announcement, Source, walk
from ....models.field_texts import field_texts
from ....text.pointer import Pointer
from ...quoting import quote
from ...rule import Context, RecordRule, Violation
from ...structure.help.template import slot_words

# The whole text, or a note with the task after it. "XXX" may be the number thirty, of an edition.
_LATER = "added|done|written|filled in|completed|determined|confirmed|announced"
_NOTE_TO_ONESELF = re.compile(
    rf"[\W_]*(?:(?i:to[ -]?do|tbd|tba|tbc|fixme|n/a|placeholder|to be (?:{_LATER})|fill (?:this )?in|lorem ipsum.*)"
    r"|x{3,}|X{4,})[\W_]*|\W*(?:TODO|FIXME|TBD)\b\W*[:\])].*|[?？]+|[?.…_-]{3,}",
    re.DOTALL,
)
_LONGEST = 300  # code points; a longer text is not a placeholder
# Words of the source, which are not checked.
_QUOTED = frozenset({"as_stated", "published_as_stated", "quote", "extensions"})
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
        "dates:\n- {role: announced, value: '2025-07-26', evidence: [{source: report}]}\n"
        "roles:\n- {actor: cn, role: announcer, evidence: [{source: report}]}\n"
        "sources:\n- {id: report, type: news, access: full_text, title: A report}\n"
        "actors:\n- {id: cn, type: country, country: CN, name: {en: China}}\n"
    )
    good = "status: draft\ntitle: {en: TODO}\ndates:\n- {role: announced, value: '20XX', evidence: [{source: a}]}\n" + (
        "sources:\n- {id: a, type: news, access: excerpt}\n"
    )

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        record = entry.record
        if isinstance(record, Announcement) and record.status is not RecordStatus.REVIEWED:
            return
        severity = None if isinstance(record, Announcement) else Severity.WARNING
        for pointer, text in _placeholders(record):
            message = f"placeholder {quote(text)}" if text else "source has no title, publisher or url"
            help = (
                "replace it with the actual text, or delete the field" if text else "add its title, publisher and url"
            )
            yield Violation(pointer, message, help, severity=severity)


def _placeholders(record: Record) -> Iterator[tuple[Pointer, str]]:
    """Every placeholder; an empty text for a source that has only the id from the template."""
    for pointer, model in walk(record):
        if isinstance(model, Source) and model.id == f"{record.id}-source" and _is_bare(model):
            yield (*pointer, "id"), ""
    for pointer, name, text in field_texts(record):
        if name not in _QUOTED and _holds_a_place(text):
            yield pointer, text


def _holds_a_place(text: str) -> bool:
    if text in TO_BE_FILLED_IN or text in slot_words():
        return True
    return len(text) <= _LONGEST and _NOTE_TO_ONESELF.fullmatch(text) is not None


def _is_bare(source: Source) -> bool:
    return not any(getattr(source, name) for name in _WHERE)
