from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....diagnostics.finding import Severity
from ....lazy import lazy_pattern
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject

_REPLACEMENT = "\ufffd"
# In Portuguese, a word in capital letters may end in Ã before a punctuation mark.
# The bytes of one letter in UTF-8, each read as a letter of Windows-1252. Quotation marks and dashes may follow a
# letter in any text, so they count only in a sequence of several.
_SIGNS = "\u0080-\u009f\u00a1-\u00ba\u00bc-\u00bf€ƒ†‡ˆ‰ŠŒŽ•˜™šœžŸ"
_LETTERS = "\u0080-\u009f\u00a1-\u00af€ƒ†‡ˆ‰ŠŒŽ•˜™šœžŸ"  # without what may follow Å, the unit of length
_ANY = _SIGNS + "\u00a0»‚„‘’“”–—…‹›"
GARBLED = lazy_pattern(
    rf"(?<![A-ZÀ-Þ][A-ZÀ-Þ])(?:Ã[{_SIGNS}]|Ä[{_LETTERS}°±]|Å[{_LETTERS}]|Â[\u00a1-\u00ba\u00bc-\u00bf])"
    rf"|ï»¿|â€[{_ANY}]|(?:[ÐÑ][{_ANY}]){{2,}}|(?:[ãäåæçèéìí][{_ANY}]{{2}}){{2,}}"
)
# Two letters that begin every garbled sequence: to look for them first is many times faster.
SUSPICIOUS = lazy_pattern("[ÂÃÄÅÐÑâãäåæçèéìíï][^\\x00-\\x7f]")
# A quotation must have exactly the letters of its source.
_COPIED = frozenset({"quote", "extensions"})


class GarbledText(RecordRule):
    code = "CQ511"
    name = "garbled-text"
    severity = Severity.WARNING
    reason = (
        "A text that was read with the wrong encoding has other characters instead of its letters: Ã© was é. A search "
        "does not find it, and U+FFFD replaces letters that are lost."
    )
    fix = (
        "Copy the text again from its source, or write the correct letters. Only sequences that occur in no language "
        "are reported; quotations are not checked."
    )
    bad = "title: {en: An example, fr: MinistÃ¨re}\n"
    good = "title: {en: An example, fr: Ministère}\n"

    def check(self, subject: Subject) -> Iterator[Violation]:
        if not any(_garbled(text) for text in subject.words if not text.isascii()):
            return
        for pointer, field, place, text in subject.texts:
            if text.isascii() or field in _COPIED:
                continue
            if message := _garbled(text):
                help = "copy the text again from its source, or correct the letters"
                yield Violation((*pointer, field, *place), message, help)


def _garbled(text: str) -> str:
    if _REPLACEMENT in text:
        return "the text contains U+FFFD, the replacement for a lost character"
    match = SUSPICIOUS.search(text) and GARBLED.search(text)
    if not match:
        return ""
    meant = _read_again(match[0])
    return (
        f"{match[0]} is probably {meant}, read with the wrong encoding"
        if meant
        else f"{match[0]} is probably text that was read with the wrong encoding"
    )


def _read_again(text: str) -> str:
    """The letters if their bytes in Windows-1252 are UTF-8; empty if they are not."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
