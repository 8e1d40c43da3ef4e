"""Rules over typed records and over settings, and the violations that they yield."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, NamedTuple, TypeVar

from ..corpus.corpus import Corpus, Entry
from ..corpus.definitions import Definition
from ..diagnostics.finding import Advice, Severity
from ..diagnostics.rule import Rule, Stage
from ..text.pointer import Pointer
from ..text.source_text import Texts

T = TypeVar("T")


class Violation(NamedTuple):
    """A finding of a rule: its pointer in the record, the message and the help.

    ``related`` is a definition whose file and line are added to the message. ``severity`` overrides that of the rule.
    ``replacement`` is a safe replacement for the value, or for the key if ``is_key``. ``advice`` are the changes that
    the help names.
    """

    pointer: Pointer
    message: str
    help: str = ""
    related: Definition | None = None
    severity: Severity | None = None
    replacement: str = ""
    is_key: bool = False
    advice: tuple[Advice, ...] = ()


@dataclass(frozen=True)
class Context:
    """What a rule may use besides the record. ``has_texts`` is true if a folder of source texts was given."""

    corpus: Corpus
    texts: Texts
    today: date = field(default_factory=date.today)
    has_texts: bool = False
    _known: dict[Callable[[Corpus], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, find: Callable[[Corpus], T]) -> T:
        """The result of the function for the corpus; it is computed only once, however many records there are."""
        if find not in self._known:
            self._known[find] = find(self.corpus)
        found: T = self._known[find]
        return found


class RecordRule(Rule, ABC):
    """A rule over one record in its corpus.

    ``looks_beyond`` is true if the rule uses other records, so that its result is not certain if some of them cannot be
    read.
    """

    stage = Stage.RECORDS
    looks_beyond: ClassVar[bool] = False

    @abstractmethod
    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        """Everything in the record that breaks the rule.

        The result must depend only on the record, the corpus and the texts, not on which files were requested.
        """

    def is_conclusive(self, entry: Entry, context: Context) -> bool:
        """Whether the rule has all the information it needs; if not, the absence of findings means nothing."""
        return context.corpus.complete or not self.looks_beyond


class SettingsRule(Rule):
    """A rule over the settings of a project, which `suppressions` checks."""

    stage = Stage.SETTINGS
