"""The changes of a file as a unified diff, for `git apply` and `patch -p1`, and safe to print."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from ..files.paths import place
from ..text.escaping import escape, letters

_CONTEXT = 3
_MARK = "\ufeff"
_NO_NEWLINE = "\\ No newline at end of file"

Opcode = tuple[str, int, int, int, int]


class Difference(NamedTuple):
    """A diff, and whether it can be applied.

    It cannot if a line contains unprintable characters. Then all lines begin with a number sign, so that programs that
    apply the diffs of several files skip this one.
    """

    text: str
    applicable: bool


def difference(before: bytes, after: bytes, path: str) -> Difference:
    """The changes as a unified diff, with the path from the current folder."""
    old, new = _lines(before), _lines(after)
    if not (hunks := list(_hunks(old, new))):
        return Difference("", applicable=True)
    changed = [f"--- {_name('a', path)}\n", f"+++ {_name('b', path)}\n", *hunks]
    first = {mark + lines[0] for lines in (old, new) if lines for mark in " +-"}
    shown = [_shown(line, is_first=line in first) for line in changed]
    if shown == changed:
        return Difference("".join(changed), applicable=True)
    return Difference("".join(f"# {line}" for line in shown), applicable=False)


def _lines(content: bytes) -> list[str]:
    """The lines with their ends; only LF ends a line, as in git."""
    *whole, rest = content.decode("utf-8").split("\n")
    return [f"{line}\n" for line in whole] + ([rest] if rest else [])


def _name(side: str, path: str) -> str:
    """The path as git writes it: in quotes, with escaped bytes, if it is unprintable or ambiguous."""
    name = f"{side}/{_from_here(path)}"
    shown = letters(name)
    if shown == list(name) and not {'"', "\\"} & set(name):
        return f"{name}\t" if " " in name else name
    return '"' + "".join(_quoted(letter, each) for letter, each in zip(name, shown, strict=True)) + '"'


def _quoted(letter: str, shown: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter == shown else "".join(f"\\{byte:03o}" for byte in os.fsencode(letter))


def _from_here(path: str) -> str:
    """The path from the current folder; of a file outside of it, from the root."""
    whole, here = place(Path(path)), Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole.relative_to(whole.anchor)).as_posix()


def _shown(line: str, *, is_first: bool) -> str:
    """The line as it can be printed. Tabs, a CR at its end, and a byte order mark at the start of the file are kept."""
    if is_first and line[1:2] == _MARK:
        return line[0] + _MARK + _shown(line[0] + line[2:], is_first=False)[1:]
    end = "\r\n" if line.endswith("\r\n") else "\n"
    return "\t".join(escape(part, 20 * len(part) + 1) for part in line.removesuffix(end).split("\t")) + end


def _hunks(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    for group in _groups(old, new):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for tag, old_start, old_end, new_start, new_end in group:
            if tag == "equal":
                yield from _marked(" ", old[old_start:old_end])
            else:
                yield from _marked("-", old[old_start:old_end])
                yield from _marked("+", new[new_start:new_end])


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n"
        if not line.endswith("\n"):
            yield f"{_NO_NEWLINE}\n"


def _range(start: int, end: int) -> str:
    length = end - start
    return f"{start + bool(length)}" if length == 1 else f"{start + bool(length)},{length}"


class _ByPairs(SequenceMatcher[str]):
    """Compares texts with the same number of lines pair by pair, in one pass."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, "", "")
        self._pairs = list(zip(old, new, strict=True))

    def get_opcodes(self) -> Any:
        opcodes: list[Opcode] = []
        for number, (one, other) in enumerate(self._pairs):
            tag = "equal" if one == other else "replace"
            start = opcodes.pop()[1] if opcodes and opcodes[-1][0] == tag else number
            opcodes.append((tag, start, number + 1, start, number + 1))
        return opcodes


def _groups(old: Sequence[str], new: Sequence[str]) -> Iterable[Sequence[Opcode]]:
    """The changes, each with the lines around it; changes with common lines are merged."""
    matcher = _ByPairs(old, new) if len(old) == len(new) else SequenceMatcher(None, old, new)
    return matcher.get_grouped_opcodes(_CONTEXT)
