"""Corrections of findings that an editor offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import yaml

from ..diagnostics.finding import Change, Finding
from ..fixing import fixable, repaired, suggested
from ..text.edits import Edit


class QuickFix(NamedTuple):
    """A correction. ``finding`` is what it resolves; None if it is for all of the file. A ``safe`` one has one answer.

    The edit counts code points of the text, with a byte order mark if there is one.
    """

    title: str
    edit: Edit
    finding: Finding | None
    safe: bool


def quick_fixes(content: bytes, findings: Sequence[Finding]) -> Iterator[QuickFix]:
    """What can be done about each of these findings, which were made in this content of the file."""
    for each in findings:
        if edit := _edit(content, repaired(content, [each], each.path).content):
            what = f"Replace with {each.replacement!r}" if each.replacement else "Correct this"
            yield QuickFix(f"{what} ({each.code})", edit, each, safe=True)
            continue
        for word in _words(each):
            if edit := _edit(content, suggested(content, replace(each, replacement=word))):
                yield QuickFix(f"Did you mean {word!r}? ({each.code})", edit, each, safe=False)


def fix_all(content: bytes, findings: Sequence[Finding]) -> QuickFix | None:
    """Every safe fix at once, as ``communique validate --fix`` makes them; None if there is none."""
    wanted = [each for each in findings if fixable(each)]
    edit = _edit(content, repaired(content, wanted, wanted[0].path).content) if wanted else None
    return QuickFix("Make all safe fixes of communique", edit, None, safe=True) if edit else None


def _words(finding: Finding) -> list[str]:
    """The words that the finding names to be put into its place, without those that a person has to complete."""
    found = [finding.replacement] if finding.replacement else []
    for change, text, at, _, slots, also_at in finding.advice:
        if change in (Change.VALUE, Change.KEY) and at is None and not slots and not also_at:
            word = yaml.safe_load(text)
            found += [word] if isinstance(word, str) else []
    return list(dict.fromkeys(found))


def _edit(before: bytes, after: bytes) -> Edit | None:
    """The one edit between the first and the last difference; None if there is none."""
    if before == after:
        return None
    old, new = before.decode("utf-8"), after.decode("utf-8")
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    return Edit(head, len(old) - tail, new[head : len(new) - tail])
