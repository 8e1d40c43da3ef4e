"""Where a finding is, in words that hold on every machine."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..findings import Finding


def relative(path: str) -> str:
    """The path from the current folder, with slashes; as it is, if it does not lie below that folder."""
    near = os.path.relpath(path) if path != "<stdin>" else path
    return Path(path if Path(near).parts[:1] == ("..",) else near).as_posix()


def fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a name that stays when lines move: made from file, rule and JSON Pointer.

    Of several with all of these equal, each gets its number.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = (relative(finding.path), finding.code, finding.pointer)
        seen[key] += 1
        said = "\0".join([*key, str(seen[key])])
        yield finding, hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()
