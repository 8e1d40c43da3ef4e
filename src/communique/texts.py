"""Source texts: how they are made uniform, digested and found.

Evidence points into a text that is mostly not ours to publish. Whoever holds the text can check the evidence, whatever
the file is called and however its lines are broken: what counts is the normalised form.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

# The 25 characters with the Unicode property White_Space (PropList.txt, the same since Unicode 6.3). Written out,
# because str.isspace() and \s also take the separators U+001C to U+001F.
WHITE_SPACE = (
    "\u0009\u000a\u000b\u000c\u000d\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_RUN = re.compile(f"[{WHITE_SPACE}]+")

MAX_TEXT_BYTES = 20_000_000


def normalise(text: str) -> str:
    """Unicode NFC; every run of White_Space made one space; trimmed.

    >>> normalise("  one\\n two\\u00a0three ")
    'one two three'
    """
    return _RUN.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")


def digest(text: str) -> str:
    """The SHA-256 of the text's UTF-8 form, as evidence writes it."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()


class Texts:
    """Normalised texts, found by their digest or by the name of their file."""

    def __init__(self, texts: Iterable[str] = (), named: Mapping[str, str] | None = None) -> None:
        self._by_name = {name: normalise(text) for name, text in (named or {}).items()}
        self._by_digest = {digest(text): text for text in [*map(normalise, texts), *self._by_name.values()]}

    @classmethod
    def from_folder(cls, folder: Path) -> Texts:
        """All texts in a folder and below it. What is not UTF-8, or is far too large to be an article, is passed by."""
        return cls(named=dict(_contents(folder)))

    def find(self, digest: str) -> str | None:
        """The normalised text with this digest, or None."""
        return self._by_digest.get(digest)

    def named(self, name: str) -> str | None:
        """The normalised text of the file with this name, its suffix left out, or None."""
        return self._by_name.get(name)

    def __len__(self) -> int:
        return len(self._by_digest)


def _contents(folder: Path) -> Iterator[tuple[str, str]]:
    """Each file's name without its suffix, and what it holds; a name that is taken gets its place in the folder."""
    taken: set[str] = set()
    for path in sorted(folder.rglob("*")):
        try:
            if path.is_file() and path.stat().st_size <= MAX_TEXT_BYTES:
                name = path.stem if path.stem not in taken else path.relative_to(folder).as_posix()
                taken.add(name)
                yield name, path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
