"""A baseline: findings that were there when a project began to check, so that only new ones count.

Its keys are record, JSON Pointer and code, not the line, so that a finding stays the same if lines move.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from ..diagnostics.finding import Finding
from ..diagnostics.known_findings import unknown
from ..diagnostics.report import AppliedRules, Report
from ..errors import CommuniqueError
from ..files.atomic_write import replace_file
from ..files.regular_file import read_regular
from ..text.json_text import file_content

MAX_BYTES = 100_000_000
_KEYS = ("record", "pointer", "code")


class BaselineError(CommuniqueError, ValueError):
    """The file is not a valid baseline; the message says why."""


class Key(NamedTuple):
    """The key of a finding: the id of the record (or the path of a file without one), the JSON Pointer, the code."""

    record: str
    pointer: str
    code: str


class Written(NamedTuple):
    """How many findings were written, and how many entries of the old baseline were ``kept``."""

    found: int
    kept: int


def key(finding: Finding, report: Report) -> Key:
    """The key of the finding."""
    return Key(report.name(finding.path), finding.pointer, finding.code)


def read(path: Path) -> Counter[Key]:
    """The number of entries of each key in the baseline.

    Raises:
        BaselineError: the file cannot be read, or is not a baseline.
    """
    try:
        return _entries(path, read_regular(path, MAX_BYTES))
    except OSError as error:
        raise BaselineError(_unreadable(path, error)) from error


def write(report: Report, path: Path) -> Written:
    """Write all findings as a baseline.

    Entries of an existing baseline are kept if the report cannot show whether they still occur: their record was not
    checked, or their rule could not be applied to it.

    Raises:
        BaselineError: the existing file is not a baseline; it is not changed.
        communique.files.atomic_write.WriteError: it cannot be written; an existing file is not changed.
    """
    found = [key(finding, report) for finding in report.findings]
    applied = AppliedRules(report)
    kept = [each for each in _old(path).elements() if not applied.has(each.code, each.record)]
    entries = [each._asdict() for each in sorted([*found, *kept])]
    replace_file(path, file_content({"findings": entries}, ascii_only=True))
    return Written(len(found), len(kept))


def subtract(report: Report, known: Counter[Key]) -> tuple[list[Finding], int]:
    """The findings that are not in the baseline, and how many of its entries no longer occur."""
    left = Counter(known)
    fresh = unknown(report.findings, left, lambda finding: key(finding, report))
    applied = AppliedRules(report)
    return fresh, sum(number for each, number in left.items() if applied.has(each.code, each.record))


def _old(path: Path) -> Counter[Key]:
    """The entries of the existing baseline; none if there is no file or it is empty."""
    try:
        content = read_regular(path, MAX_BYTES)
    except FileNotFoundError:
        return Counter()
    except OSError as error:
        raise BaselineError(_unreadable(path, error)) from error
    return _entries(path, content) if content else Counter()


def _unreadable(path: Path, error: OSError) -> str:
    return f"cannot read baseline {path}: {error.strerror or 'unknown reason'}"


def _entries(path: Path, content: bytes) -> Counter[Key]:
    try:
        if len(content) > MAX_BYTES:
            raise BaselineError(f"larger than {MAX_BYTES:,} bytes")
        return Counter(_keys(_parsed(content)))
    except BaselineError as error:
        raise BaselineError(f"cannot read baseline {path}: {error}") from error


def _parsed(content: bytes) -> Any:
    """The JSON value, without extensions such as NaN."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BaselineError("not UTF-8") from error
    if not text.strip():
        raise BaselineError("the file is empty")
    try:
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise BaselineError(f"invalid JSON on line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise BaselineError("nested too deeply") from error
    except ValueError as error:
        raise BaselineError("a number is not valid in JSON, or too long") from error


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def _keys(data: Any) -> Iterable[Key]:
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise BaselineError("expected an object with a list 'findings'; --write-baseline writes one")
    if len(data) > 1:
        raise BaselineError(f"unknown field {next(name for name in data if name != 'findings')!r}")
    for number, entry in enumerate(data["findings"], 1):
        if not isinstance(entry, dict) or set(entry) != set(_KEYS):
            raise BaselineError(f"finding {number} must be an object with exactly the fields {', '.join(_KEYS)}")
        if wrong := [name for name in _KEYS if not isinstance(entry[name], str)]:
            raise BaselineError(f"{wrong[0]} of finding {number} must be text")
        yield Key(*(entry[name] for name in _KEYS))
