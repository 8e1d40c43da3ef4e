"""A baseline: findings that were there when a project began to check, so that only new ones count.

Keyed by record, JSON Pointer and code, never by line: a finding stays the same when lines move.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from ..diagnostics.finding import Finding
from ..diagnostics.report import Report
from ..errors import CommuniqueError
from ..files.atomic_write import replace_file
from ..files.regular_file import read_regular

MAX_BYTES = 100_000_000
_KEYS = ("record", "pointer", "code")


class BaselineError(CommuniqueError, ValueError):
    """The file is no baseline; the message says why."""


class Key(NamedTuple):
    """What a finding is known by: the record's id (of a file without one its path), the JSON Pointer, and the code."""

    record: str
    pointer: str
    code: str


class Written(NamedTuple):
    """How many findings were written, and how many of the old baseline were ``kept`` beside them."""

    found: int
    kept: int


def key(finding: Finding, report: Report) -> Key:
    """What the finding is known by."""
    return Key(report.name(finding.path), finding.pointer, finding.code)


def read(path: Path) -> Counter[Key]:
    """How often each finding stands in the baseline.

    Raises:
        BaselineError: the file cannot be read, or is no baseline.
    """
    try:
        return _entries(path, read_regular(path, MAX_BYTES))
    except OSError as error:
        raise BaselineError(_unreadable(path, error)) from error


def write(report: Report, path: Path) -> Written:
    """Write what was found as a baseline, whole.

    Entries of a baseline that is there already are kept if the report cannot tell whether they still hold: their record
    was not checked, or their rule could not be applied to it.

    Raises:
        BaselineError: the file that is there already is no baseline; it is as it was.
        communique.files.atomic_write.WriteError: it cannot be written; it is as it was.
    """
    found = [key(finding, report) for finding in report.findings]
    kept = [each for each in _old(path).elements() if not _is_settled(each, report)]
    entries = [each._asdict() for each in sorted([*found, *kept])]
    replace_file(path, (json.dumps({"findings": entries}, indent=2) + "\n").encode("utf-8"))
    return Written(len(found), len(kept))


def subtract(report: Report, known: Counter[Key]) -> tuple[list[Finding], int]:
    """The findings that are not in the baseline, and how many entries of it no longer occur."""
    left = Counter(known)
    fresh = [finding for finding in report.findings if not _take(left, key(finding, report))]
    return fresh, sum(number for each, number in left.items() if _is_settled(each, report))


def _old(path: Path) -> Counter[Key]:
    """What a new baseline is going to take the place of: nothing, if there is none or the file is empty."""
    try:
        content = read_regular(path, MAX_BYTES)
    except FileNotFoundError:
        return Counter()
    except OSError as error:
        raise BaselineError(_unreadable(path, error)) from error
    return _entries(path, content) if content else Counter()


def _unreadable(path: Path, error: OSError) -> str:
    return f"{path} is no baseline that can be read: {error.strerror or 'the system does not say why'}"


def _entries(path: Path, content: bytes) -> Counter[Key]:
    try:
        if len(content) > MAX_BYTES:
            raise BaselineError(f"it is larger than {MAX_BYTES:,} bytes")
        return Counter(_keys(_parsed(content)))
    except BaselineError as error:
        raise BaselineError(f"{path} is no baseline: {error}") from error


def _is_settled(entry: Key, report: Report) -> bool:
    """Whether the report would have the finding if it were there still."""
    return report.has_applied(entry.code, entry.record)


def _take(left: Counter[Key], wanted: Key) -> bool:
    if left[wanted] <= 0:
        return False
    left[wanted] -= 1
    return True


def _parsed(content: bytes) -> Any:
    """The JSON value, with nothing in it that JSON does not have."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BaselineError("it is not UTF-8") from error
    if not text.strip():
        raise BaselineError("it is empty")
    try:
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise BaselineError(f"it is not JSON, as line {error.lineno}, column {error.colno} shows") from error
    except RecursionError as error:
        raise BaselineError("it is nested too deep") from error
    except ValueError as error:
        raise BaselineError("it holds a number that is no number of JSON, or far too long") from error


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def _keys(data: Any) -> Iterable[Key]:
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise BaselineError("it has to be an object whose field findings is a list; --write-baseline writes one")
    if len(data) > 1:
        raise BaselineError(f"it has the unknown field {next(name for name in data if name != 'findings')}")
    for number, entry in enumerate(data["findings"], 1):
        if not isinstance(entry, dict) or set(entry) != set(_KEYS):
            raise BaselineError(f"finding {number} has to be an object with the fields {', '.join(_KEYS)} and no other")
        if wrong := [name for name in _KEYS if not isinstance(entry[name], str)]:
            raise BaselineError(f"{wrong[0]} of finding {number} has to be a text")
        yield Key(*(entry[name] for name in _KEYS))
