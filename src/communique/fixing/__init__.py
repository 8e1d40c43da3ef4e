"""Applies safe fixes: edits of a file that change only a certain span.

Each fix declares what it changes. The file is read again afterwards, and a fix that changed anything else is withdrawn.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..diagnostics.finding import Finding
from ..text.edits import apply_to_file
from .diff import Difference, difference
from .fix import File, Fix, holds
from .fixers import FIXERS, NEED_NO_WHOLE, NEED_NO_WORD, replace_word

__all__ = ["FIXERS", "Difference", "File", "Fix", "Outcome", "difference", "fixable", "fixed", "repaired", "suggested"]

_MOST_READINGS = 40  # of one file, to find the fixes that have to be withdrawn


class Outcome(NamedTuple):
    """The new content of the file, and the numbers of fixes that were made and withdrawn."""

    content: bytes
    made: int = 0
    withdrawn: int = 0


def fixable(finding: Finding) -> bool:
    """Whether there may be a safe fix for the finding."""
    return finding.name in FIXERS and (finding.name in NEED_NO_WORD or bool(finding.replacement))


def fixed(content: bytes, findings: Iterable[Finding], path: str) -> bytes:
    """The content of the file with these findings fixed, if possible; unchanged if none can be fixed."""
    return repaired(content, findings, path).content


def repaired(content: bytes, findings: Iterable[Finding], path: str) -> Outcome:
    """The same, with the numbers of fixes that were made and withdrawn.

    ``content`` must be the content in which the findings were made.
    """
    wanted = [finding for finding in findings if fixable(finding)]
    if not wanted or not (file := File.read(content, path)).document.text:
        return Outcome(content)
    proposed = _apart([each for finding in wanted for each in _proposed(file, finding)])
    clashing = _clashing(proposed)
    trials = _Trials(file)
    kept = trials.keep([each.fix for each in proposed if each not in clashing])
    return Outcome(trials.content, kept, len(proposed) - kept)


def suggested(content: bytes, finding: Finding) -> bytes:
    """The content with the replacement that the finding names, whether or not it is certainly meant: a person decides.

    It is unchanged if there is no replacement, or if that would change anything else.
    """
    file = File.read(content, finding.path)
    trials = _Trials(file)
    if finding.replacement and file.is_whole:
        trials.keep([*replace_word(file, finding)])
    return trials.content


class _Proposed(NamedTuple):
    """A fix, and the key that it adds to an object, if it adds one."""

    fix: Fix
    key: tuple[str, str] | None


def _proposed(file: File, finding: Finding) -> Iterator[_Proposed]:
    if file.is_whole or finding.name in NEED_NO_WHOLE:
        for fix in FIXERS[finding.name](file, finding):
            is_key = any(file.tokens.all[number].is_key for number, _ in fix.texts)
            holder = finding.pointer.rpartition("/")[0]
            yield _Proposed(fix, (holder, fix.texts[0][1]) if is_key else None)


def _apart(proposed: Sequence[_Proposed]) -> list[_Proposed]:
    """Without fixes that overlap an earlier one; they are made in a later run."""
    kept: list[_Proposed] = []
    taken: list[tuple[int, int]] = []
    for each in sorted(proposed, key=lambda each: not each.fix.texts):
        spans = [(edit.start, edit.end) for edit in each.fix.edits]
        if not any(_overlaps(span, taken) for span in spans):
            kept.append(each)
            for span in spans:
                insort(taken, span)
    return kept


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the span touches one of the taken spans, which are sorted."""
    place = bisect_left(taken, span)
    before, behind = taken[:place][-1:], taken[place : place + 1]
    return any(end > span[0] for _, end in before) or any(start < span[1] for start, _ in behind)


def _clashing(proposed: Sequence[_Proposed]) -> list[_Proposed]:
    """Fixes that would add the same key to an object twice; which one is right is not known."""
    counts = Counter(each.key for each in proposed if each.key)
    return [each for each in proposed if each.key and counts[each.key] > 1]


class _Trials:
    """Makes fixes and checks the result; leaves out as few fixes as possible if the result is wrong."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._kept: list[Fix] = []
        self._left = _MOST_READINGS
        self.content = file.content

    def keep(self, fixes: Sequence[Fix]) -> int:
        """Make as many of the fixes as possible; returns their number."""
        if not fixes or not self._left:
            return 0
        if self._holds(fixes):
            return len(fixes)
        if len(fixes) == 1:
            return 0
        half = len(fixes) // 2
        return self.keep(fixes[:half]) + self.keep(fixes[half:])

    def _holds(self, fixes: Sequence[Fix]) -> bool:
        self._left -= 1
        every = [*self._kept, *fixes]
        content = apply_to_file(self._file.content, [edit for fix in every for edit in fix.edits])
        if not holds(self._file, File.read(content, self._file.path), every):
            return False
        self._kept, self.content = every, content
        return True
