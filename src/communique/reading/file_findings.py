"""The findings of one file, collected while it is read or checked."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePath

from ..diagnostics.finding import Advice, Finding, Severity
from ..diagnostics.rule import Rule
from ..text.lines import Position
from ..text.pointer import Pointer, json_pointer
from . import limits
from .rules import LimitExceeded


class FileFindings:
    """The findings about the file at ``path``, and the ``internal_errors``, which are defects of communique itself.

    It can start with earlier findings; the collection that is passed is not changed.
    """

    def __init__(self, path: str, findings: Iterable[Finding] = (), internal_errors: Iterable[str] = ()) -> None:
        self.path = path
        self.findings = list(findings)
        self.internal_errors = list(internal_errors)

    @contextmanager
    def guard(self, doing: str) -> Iterator[None]:
        """Turn an exception into an internal error of this file, so that other files are still checked."""
        try:
            yield
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{PurePath(place.filename).name}:{place.lineno}"
            self.internal_errors.append(f"{doing} {self.path}: {type(error).__name__} at {where}: {error}"[:500])

    def add(
        self,
        rule: type[Rule],
        message: str,
        at: Position,
        pointer: Pointer = (),
        help: str = "",
        replacement: str = "",
        severity: Severity | None = None,
        advice: tuple[Advice, ...] = (),
    ) -> None:
        """Add a finding, unless the file has so many already that more would not help."""
        if len(self.findings) < limits.MAX_FINDINGS:
            self.findings.append(self.finding(rule, message, at, pointer, help, severity, replacement, advice))
        elif not self.is_full:
            more = f"more than {limits.MAX_FINDINGS} findings in this file; the rest are not listed"
            self.findings.append(self.finding(LimitExceeded, more, at, help="fix some of them and check again"))

    def drop_warnings(self, pointer: Pointer) -> None:
        """Drop the warnings about a value that gets an error."""
        about = json_pointer(pointer)
        self.findings = [f for f in self.findings if f.severity is Severity.ERROR or f.pointer != about or not about]

    @property
    def is_full(self) -> bool:
        """Whether no more findings are added."""
        return len(self.findings) > limits.MAX_FINDINGS

    @property
    def has_errors(self) -> bool:
        """Whether there is a finding of severity error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def finding(
        self,
        rule: type[Rule],
        message: str,
        at: Position,
        pointer: Pointer = (),
        help: str = "",
        severity: Severity | None = None,
        replacement: str = "",
        advice: tuple[Advice, ...] = (),
    ) -> Finding:
        """A finding about this file."""
        where = json_pointer(pointer)
        severity = severity or rule.severity
        return Finding(rule.code, rule.name, severity, message, self.path, *at, where, help, replacement, advice)
