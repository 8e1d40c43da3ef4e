"""A baseline: findings that were there when a project began to check, so that only new ones count.

Keyed by record, JSON Pointer and code, never by line: a finding stays the same when lines move.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

from .checking import Report
from .findings import Finding

Key = tuple[str, str, str]


class BaselineError(ValueError):
    """The file is no baseline; the message says why."""


def key(finding: Finding, report: Report) -> Key:
    """What the finding is known by. A file without an id is known by its path."""
    record = report.ids.get(finding.path) or Path(os.path.relpath(finding.path)).as_posix()
    return record, finding.pointer, finding.code


def read(path: Path) -> Counter[Key]:
    """How often each finding stands in the baseline.

    Raises:
        BaselineError: the file cannot be read, or is no baseline.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["findings"]
        return Counter((str(each["record"]), str(each["pointer"]), str(each["code"])) for each in entries)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BaselineError(f"{path} is no baseline that can be read: {error}") from error


def write(report: Report, path: Path) -> int:
    """Write what was found as a baseline, whole; gives the number of findings."""
    keys = sorted(key(finding, report) for finding in report.findings)
    entries = [dict(zip(("record", "pointer", "code"), each, strict=True)) for each in keys]
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(json.dumps({"findings": entries}, indent=2) + "\n", encoding="utf-8")
    fresh.replace(path)
    return len(entries)


def subtract(report: Report, known: Counter[Key]) -> tuple[list[Finding], int]:
    """The findings that are not in the baseline, and how many entries of it no longer occur."""
    left = Counter(known)
    fresh = [finding for finding in report.findings if not _take(left, key(finding, report))]
    return fresh, sum(left.values())


def _take(left: Counter[Key], wanted: Key) -> bool:
    if left[wanted] <= 0:
        return False
    left[wanted] -= 1
    return True
