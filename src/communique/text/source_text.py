"""Source texts: normalization, digests and lookup.

Evidence points into a text that may usually not be published. With a copy of the text, the evidence can be checked.
The name of the file and its line breaks make no difference, because the text is normalised.
"""

from __future__ import annotations

import os
import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from ..codelists import TextNormalization
from ..errors import CommuniqueError, reason
from ..files.checksum import sha256
from ..files.regular_file import read_regular
from ..lazy import lazy_pattern
from .characters import MAX_MARKS, crowded_marks

# The 25 characters with the Unicode property White_Space (PropList.txt, the same since Unicode 6.3). Written out,
# because str.isspace() and \s also take the separators U+001C to U+001F.
WHITE_SPACE = (
    "\u0009\u000a\u000b\u000c\u000d\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
# All but a single space, which stays: most texts have far fewer of these.
_RUN = lazy_pattern(f" [{WHITE_SPACE}]+|[{WHITE_SPACE.replace(' ', '')}][{WHITE_SPACE}]*")

# Scripts without spaces between words, where a space is a line break: Han with its radicals and strokes, kana,
# Bopomofo, and their full-width or vertical signs. Whole blocks, so that a later Unicode version does not change a
# digest; without the marks that would join the letter before a removed space (U+302A to U+302F, U+3099, U+309A).
_EAST_ASIAN = (
    "\u2e80-\u2fdf\u3001-\u3029\u3030-\u303f\u3041-\u3098\u309b-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6\U00020000-\U0003ffff"
)
# Signs that Chinese and Japanese share with other scripts, and use without spaces: · — … “ ” ‘ ’.
_SHARED = "\u00b7\u2014\u2026\u201c\u201d\u2018\u2019"

_LINE_BREAK = lazy_pattern("\r\n?")

SINGLE_SPACE = TextNormalization.NFC_SINGLE_SPACE
CJK_UNSPACED = TextNormalization.NFC_CJK_UNSPACED

MAX_TEXT_BYTES = 20_000_000


class UnreadableTextError(CommuniqueError, ValueError):
    """The text of the file cannot be read; the message says why, without the name of the file."""


@cache
def _line_break() -> re.Pattern[str]:
    """Compiled when it is needed: only texts of sources are normalised."""
    return re.compile(f"(?<=[{_EAST_ASIAN}]) (?=[{_EAST_ASIAN}{_SHARED}])|(?<=[{_SHARED}]) (?=[{_EAST_ASIAN}])")


def normalise(text: str, normalization: TextNormalization = SINGLE_SPACE) -> str:
    """The text in Unicode NFC, trimmed, with one space for every run of White_Space.

    ``nfc_cjk_unspaced`` also removes the spaces between Chinese and Japanese characters.

    >>> normalise("  one\\n two\\u00a0three ")
    'one two three'
    >>> normalise("各国\\n代表 at 10", CJK_UNSPACED)
    '各国代表 at 10'
    """
    uniform = _RUN.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
    return unspaced(uniform) if normalization is CJK_UNSPACED else uniform


def unspaced(text: str) -> str:
    """The text without single spaces between Chinese and Japanese characters."""
    return _line_break().sub("", text)


def normalization_for(text: str) -> TextNormalization:
    """The normalization for a text: nfc_single_space if the other one makes no difference."""
    return CJK_UNSPACED if _line_break().search(normalise(text)) else SINGLE_SPACE


def digest(text: str) -> str:
    """The SHA-256 of the text's UTF-8 form, as evidence writes it."""
    return "sha256:" + sha256(text.encode("utf-8"))


def read_text(path: Path) -> str:
    """The text of a file, in UTF-8, with LF for every line break of Windows and old Macs.

    Raises:
        UnreadableTextError: it cannot be opened, is too large, or has another encoding.
    """
    try:
        content = read_regular(path, MAX_TEXT_BYTES)
    except OSError as error:
        raise UnreadableTextError(f"it cannot be opened: {reason(error)}") from error
    if len(content) > MAX_TEXT_BYTES:
        raise UnreadableTextError(f"it is larger than {MAX_TEXT_BYTES:,} bytes")
    with suppress(UnicodeDecodeError):
        if b"\0" not in content:
            return _bounded(_LINE_BREAK.sub("\n", content.decode("utf-8-sig")))
    raise UnreadableTextError(f"it is {_encoding(content)}")


def _bounded(text: str) -> str:
    """The text, if it can be normalised in reasonable time."""
    if (index := crowded_marks(text)) is not None:
        raise UnreadableTextError(
            f"more than {MAX_MARKS} combining marks follow each other from character {index + 1} on"
        )
    return text


def _encoding(content: bytes) -> str:
    """The probable encoding of a text that is not UTF-8."""
    if content.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        return "in UTF-32, not UTF-8"
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or content.count(0) > len(content) // 4:
        return "in UTF-16, not UTF-8"
    for encoding, name in (("gb18030", "GB18030"), ("shift_jis", "Shift JIS"), ("big5", "Big5")):
        guess = content.decode(encoding, "replace")
        if 2 * len(re.findall(f"[{_EAST_ASIAN}]", guess)) > len(guess) and "\ufffd" not in guess:
            return f"not UTF-8; it seems to be {name}"
    return "not UTF-8"


class Texts:
    """Normalised texts, found by their digest or by their file names.

    ``named`` are the contents of files by the id of the source in the file name, the best one first. ``unreadable`` are
    the reasons why files cannot be read, by the same id.
    """

    def __init__(
        self,
        texts: Iterable[str] = (),
        named: Mapping[str, Iterable[str]] | None = None,
        unreadable: Mapping[str, str] | None = None,
    ) -> None:
        self._named = {name: list(contents) for name, contents in (named or {}).items()}
        self.unreadable = dict(unreadable or {})
        self._normalised: dict[tuple[str, TextNormalization], list[str]] = {}
        self._by_digest: dict[str, str] = {}
        for text in [*texts, *(text for contents in self._named.values() for text in contents)]:
            # Under either normalization: a text in which it makes no difference has the same digest under both.
            for form in {normalise(text), normalise(text, CJK_UNSPACED)}:
                self._by_digest[digest(form)] = form

    @classmethod
    def from_folder(cls, folder: Path) -> Texts:
        """All texts in a folder and below it."""
        named: dict[str, list[str]] = defaultdict(list)
        unreadable: dict[str, str] = {}
        for path in _files(folder):
            try:
                text = read_text(path)
                named[path.stem].append(text)
            except UnreadableTextError as error:
                unreadable.setdefault(path.stem, f"{path} cannot be read: {error}")
        return cls(named=named, unreadable=unreadable)

    def find(self, digest: str) -> str | None:
        """The normalised text with this digest, or None."""
        return self._by_digest.get(digest)

    def of(self, id: str, digest: str | None, normalization: TextNormalization = SINGLE_SPACE) -> list[str]:
        """The possible texts of a source: the one with its digest, or else those of the files named after its id."""
        known = self.find(digest) if digest is not None else None
        return [known] if known is not None else self.named(id, normalization)

    def named(self, name: str, normalization: TextNormalization = SINGLE_SPACE) -> list[str]:
        """The normalised text of every file with this name, without its suffix; plain text files first."""
        # Cached, because every rule about passages calls this for every passage.
        if (name, normalization) not in self._normalised:
            texts = self._named.get(name, ())
            self._normalised[name, normalization] = [normalise(text, normalization) for text in texts]
        return self._normalised[name, normalization]


def _files(folder: Path) -> Iterator[Path]:
    """Every file, plain text first, because a saved page may differ from its text."""
    found = [Path(place, name) for place, _, names in os.walk(folder) for name in names]
    yield from sorted(found, key=lambda path: (path.suffix.lower() != ".txt", path))
