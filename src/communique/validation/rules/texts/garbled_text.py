from __future__ import annotations

import re
from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....diagnostics.finding import Severity
from ....models.field_texts import field_texts
from ...rule import Context, RecordRule, Violation

_REPLACEMENT = "\ufffd"
# In Portuguese, a word in capitals may end in Ã before a mark.
# What the bytes of one letter in UTF-8 look like if each is taken for a letter of Windows-1252. Quotation marks and
# dashes may follow a letter in any text, so they count only where several of these stand together.
_SIGNS = "\u0080-\u009f\u00a1-\u00ba\u00bc-\u00bf€ƒ†‡ˆ‰ŠŒŽ•˜™šœžŸ"
_LETTERS = "\u0080-\u009f\u00a1-\u00af€ƒ†‡ˆ‰ŠŒŽ•˜™šœžŸ"  # without what may follow Å, the unit of length
_ANY = _SIGNS + "\u00a0»‚„‘’“”–—…‹›"
_GARBLED = re.compile(
    rf"(?<![A-ZÀ-Þ][A-ZÀ-Þ])(?:Ã[{_SIGNS}]|Ä[{_LETTERS}°±]|Å[{_LETTERS}]|Â[\u00a1-\u00ba\u00bc-\u00bf])"
    rf"|ï»¿|â€[{_ANY}]|(?:[ÐÑ][{_ANY}]){{2,}}|(?:[ãäåæçèéìí][{_ANY}]{{2}}){{2,}}"
)
# A passage of a source has to be the very letters that its text has.
_COPIED = frozenset({"quote", "extensions"})


class GarbledText(RecordRule):
    code = "CQ511"
    name = "garbled-text"
    severity = Severity.WARNING
    reason = (
        "A text that was read in another encoding than it was written in has signs for its letters: Ã© was é. Nobody "
        "finds it by its words, and U+FFFD stands where a letter is lost."
    )
    fix = (
        "Copy the text again from its source, or write the letters that were meant. Only what no language writes is "
        "told; a quoted passage is as its source has it."
    )
    bad = "title: {en: An example, fr: MinistÃ¨re}\n"
    good = "title: {en: An example, fr: Ministère}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, name, text in field_texts(entry.record):
            if name not in _COPIED and (message := _garbled(text)):
                help = "copy the text again from its source, or put in the letters that were meant"
                yield Violation(pointer, message, help)


def _garbled(text: str) -> str:
    if _REPLACEMENT in text:
        return "the text holds U+FFFD, which stands for a letter that was lost"
    match = _GARBLED.search(text)
    if not match:
        return ""
    meant = _read_again(match[0])
    return (
        f"{match[0]} seems to stand for {meant}"
        if meant
        else f"{match[0]} seems to be left of letters in another encoding"
    )


def _read_again(text: str) -> str:
    """What the letters are if their bytes in Windows-1252 are UTF-8; nothing if they are not."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
