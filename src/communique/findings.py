"""What is said about a record, and the rules in whose name it is said."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, ClassVar

FIRST_OF_RECORDS = "CQ3"
"""With this begin the codes of rules about records; an error before them means that a file cannot be read as one."""


class Severity(StrEnum):
    """How bad it is: an error fails the run, a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, and where.

    ``line`` and ``column`` count from 1, columns in code points. ``pointer`` is a JSON Pointer (RFC 6901) to the node.
    ``help`` says how to mend it, or is empty. ``replacement`` is the word that is safe to put in the place of the one
    that stands there, if there is one.
    """

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    line: int
    column: int
    pointer: str
    help: str = ""
    replacement: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The finding as plain data, in a fixed order of keys."""
        plain = {**asdict(self), "severity": self.severity.value}
        del plain["replacement"]
        return plain


class Rule:
    """A kind of finding. Its examples are run by the tests.

    ``bad`` and ``good`` hold the top-level fields of an announcement that matter, in YAML; or, if ``whole`` is true,
    all that stands in the file. ``texts`` are source texts that the example needs, by the names of their files.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    reason: ClassVar[str]
    fix: ClassVar[str]
    bad: ClassVar[str | bytes]
    good: ClassVar[str | bytes]
    whole: ClassVar[bool] = False
    suffix: ClassVar[str] = ".yaml"
    texts: ClassVar[tuple[tuple[str, str], ...]] = ()
