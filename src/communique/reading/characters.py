"""Characters that do not show, or that show as something else than they are."""

from __future__ import annotations

import re
import unicodedata

# Line and paragraph separators break lines for some programs only; controls, tags and bidirectional overrides hide or
# reorder text (CVE-2021-42574); zero-width characters make two texts look the same.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f]"
    # Joiners are a part of Persian, Indic scripts and emoji, and have no place between Latin letters.
    "|(?<=[\x00-\x7f])[\u200c\u200d](?=[\x00-\x7f]|$)"
)
STAND_IN = "\ufffd"


def unsafe(text: str) -> re.Match[str] | None:
    """The first character in the text that should not be in a record."""
    return _UNSAFE.search(text)


def all_unsafe(text: str) -> list[re.Match[str]]:
    """Every character in the text that should not be in a record."""
    return list(_UNSAFE.finditer(text))


def without_unsafe(text: str) -> str:
    """The text with a visible character in the place of each unsafe one, so that every place keeps its number."""
    return _UNSAFE.sub(STAND_IN, text)


def name(character: str) -> str:
    """What to call a character that cannot be shown.

    >>> name("\\u202e")
    'U+202E RIGHT-TO-LEFT OVERRIDE'
    """
    said = unicodedata.name(character, "") or ("control character" if ord(character) < 0xA0 else "")
    return f"U+{ord(character):04X} {said}".strip()
