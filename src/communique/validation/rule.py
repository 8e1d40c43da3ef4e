"""Rules over typed records and over settings, and the violations that they yield.

A rule over one record sees the typed record. A rule over the corpus sees the summary of a record, and the facts of
all others by aspect and key; it never sees another record as a whole, so that a corpus of any size can be judged.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from ..diagnostics.finding import Advice, Severity
from ..diagnostics.rule import Rule, Stage
from ..text.pointer import Pointer

if TYPE_CHECKING:
    from .aspect import Aspect
    from .context import Context
    from .subject import Subject
    from .summary import Summary


class Place(NamedTuple):
    """A node of a file."""

    path: str
    pointer: Pointer


class Violation(NamedTuple):
    """A finding of a rule: its pointer in the record, the message and the help.

    ``related`` is a node whose file and line are added to the message. ``severity`` overrides that of the rule.
    ``replacement`` is a safe replacement for the value, or for the key if ``is_key``. ``advice`` are the changes that
    the help names.
    """

    pointer: Pointer
    message: str
    help: str = ""
    related: Place | None = None
    severity: Severity | None = None
    replacement: str = ""
    is_key: bool = False
    advice: tuple[Advice, ...] = ()


class RecordRule(Rule, ABC):
    """A rule over one record by itself.

    ``needs`` are keys, texts or codes: a record without any of them cannot break the rule, and is not asked. If there
    are none, every record is.
    """

    stage = Stage.RECORDS
    needs: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def check(self, subject: Subject) -> Iterator[Violation]:
        """Everything in the record that breaks the rule.

        The result must depend only on the record, its schema version and the name of its file: it is kept as long as
        these stay the same.
        """


class CorpusRule(Rule, ABC):
    """A rule over one record in its corpus, or over what the world outside says of it: texts of sources, the day.

    ``aspects`` are all that the rule looks at. ``looks_beyond`` is false if the rule uses no facts of other records, so
    that its result is certain even if some of them cannot be read.
    """

    stage = Stage.RECORDS
    aspects: ClassVar[tuple[Aspect[Any], ...]]
    looks_beyond: ClassVar[bool] = True

    @abstractmethod
    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        """Everything in the record that breaks the rule.

        The result must depend only on the facts, the texts and the day, not on which files were requested.
        """

    def is_conclusive(self, own: Summary, context: Context) -> bool:
        """Whether the rule has all the information it needs, if every record is loaded or it looks at no other.

        If not, the absence of findings means nothing.
        """
        return True


class SettingsRule(Rule):
    """A rule over the settings of a project, which `suppressions` checks."""

    stage = Stage.SETTINGS
