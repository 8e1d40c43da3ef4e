"""The file that a fixer works on, the fix that it proposes, and the check of the result."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from ..diagnostics.finding import Finding
from ..lazy import lazy_pattern
from ..reading import Document, read_bytes
from ..reading.tokens import SCALAR, Token, Tokens, tokens
from ..text.characters import REMOVABLE, STAND_IN
from ..text.edits import Edit
from ..text.lines import Lines, Position
from ..text.pointer import follow, json_pointer

Same = Callable[[str], str]
"""Maps two texts that differ only in what a fix may change to the same text."""


@dataclass(frozen=True)
class File:
    """A file as it was checked. ``text`` is its text after a byte order mark; positions count from there."""

    content: bytes
    document: Document

    @classmethod
    def read(cls, content: bytes, path: str) -> File:
        """The file from its bytes."""
        return cls(content, read_bytes(content, path))

    @cached_property
    def text(self) -> str:
        """The original text; the text of the document has other characters instead of invisible ones."""
        return self.content.decode("utf-8").removeprefix("\ufeff")

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of the file."""
        return tokens(self.document)

    @property
    def lines(self) -> Lines:
        """The text by lines."""
        return self.document.lines

    @property
    def path(self) -> str:
        """Its name."""
        return self.document.path

    @property
    def is_whole(self) -> bool:
        """Whether the file was read completely."""
        codes = {finding.name for finding in self.document.findings}
        return self.document.complete and "several-documents" not in codes

    def index(self, finding: Finding) -> int:
        """The position of the finding, counted from the beginning of the text."""
        return self.document.index(Position(finding.line, finding.column))

    def scalar(self, finding: Finding) -> tuple[int, Token] | None:
        """The scalar at the position of the finding, with its number, if it can be replaced."""
        number = self.tokens.scalar_at(self.index(finding))
        if number is None or not self.tokens.all[number].bare:
            return None
        return number, self.tokens.all[number]

    def is_about(self, finding: Finding, scalar: Token) -> bool:
        """Whether the scalar is the node at the pointer of the finding; a mapping begins at its first key."""
        if scalar.is_key:
            return finding.pointer.endswith(json_pointer((scalar.value,)))
        value = follow(self.document.data, finding.pointer)
        return isinstance(value, str) and bool(value == scalar.value)


class Fix(NamedTuple):
    """A change of the file, and the expected new texts of scalars, by their numbers.

    Everything else must be unchanged. Texts that the edits touch are compared after ``same``.
    """

    edits: tuple[Edit, ...]
    texts: tuple[tuple[int, str], ...] = ()
    same: Same | None = None


nfc: Same = partial(unicodedata.normalize, "NFC")
# Reading replaces each invisible character with a placeholder.
_REMOVABLE = lazy_pattern(f"[{REMOVABLE}{STAND_IN}]")


def without_removable(text: str) -> str:
    """The text without characters that a fix may remove."""
    return _REMOVABLE.sub("", text)


def holds(before: File, after: File, fixes: Sequence[Fix]) -> bool:
    """Whether the file was changed only as the fixes declare, and has no new reading findings."""
    if not _reads_no_worse(before.document, after.document):
        return False
    old, new = before.tokens.all, after.tokens.all
    if len(old) != len(new) if before.is_whole else len(old) > len(new):
        return False
    promised = {number: text for fix in fixes for number, text in fix.texts}
    same = _allowances(before, fixes)
    return all(
        _agree(one, other, promised.get(number), same.get(number, ()))
        for number, (one, other) in enumerate(zip(old, new, strict=False))
    ) and _comments_agree(before, after, [fix.same for fix in fixes if fix.same])


def _reads_no_worse(before: Document, after: Document) -> bool:
    """Whether there are no new reading findings; a file that could not be read completely may get new ones."""
    if not before.complete:
        return True
    known = [finding.code for finding in before.findings]
    return after.complete and all(
        known.count(code) >= count for code, count in _counts([finding.code for finding in after.findings]).items()
    )


def _counts(codes: Sequence[str]) -> dict[str, int]:
    return {code: codes.count(code) for code in set(codes)}


def _allowances(before: File, fixes: Sequence[Fix]) -> dict[int, tuple[Same, ...]]:
    found: dict[int, tuple[Same, ...]] = {}
    for fix in fixes:
        for edit in fix.edits if fix.same else ():
            for number in before.tokens.within(edit.start, edit.end):
                if fix.same and fix.same not in found.get(number, ()):
                    found[number] = (*found.get(number, ()), fix.same)
    return found


def _agree(old: Token, new: Token, promised: str | None, same: Sequence[Same]) -> bool:
    if (old.kind, old.is_key) != (new.kind, new.is_key):
        return False
    if old.kind != SCALAR:
        return bool(old.value == new.value)
    wanted = old.value if promised is None else promised
    if isinstance(wanted, str) and isinstance(new.value, str):
        return _folded(wanted, same) == _folded(new.value, same)
    return repr(wanted) == repr(new.value)  # in which 1, 1.0 and true differ


def _folded(text: str, same: Sequence[Same]) -> str:
    for fold in same:
        text = fold(text)
    return text


def _comments_agree(before: File, after: File, same: Sequence[Same]) -> bool:
    """Whether the comments are the same, apart from trailing spaces."""
    folds = tuple(dict.fromkeys(same))
    old, new = ([_folded(comment.rstrip(), folds) for comment in each.tokens.comments] for each in (before, after))
    return old == new if before.is_whole else old == new[: len(old)]
