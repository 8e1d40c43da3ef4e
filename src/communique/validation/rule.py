"""What a rule over typed records is, and one over a project's settings."""

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
    """What a rule found: where in the record, what, and how to mend it.

    ``related`` is a definition to name by file and line. ``severity`` stands in for the rule's own. ``replacement`` is
    the word that is safe to put in the place of the one that stands there. ``is_key`` tells that the one that stands
    there is the key, not the value. ``advice`` are the changes that the help names.
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
    """What a rule may look at beside the record. ``has_texts`` tells that a folder of source texts was given."""

    corpus: Corpus
    texts: Texts
    today: date = field(default_factory=date.today)
    has_texts: bool = False
    _known: dict[Callable[[Corpus], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, find: Callable[[Corpus], T]) -> T:
        """What the function finds in the corpus; it is looked for only once, however many records there are."""
        if find not in self._known:
            self._known[find] = find(self.corpus)
        found: T = self._known[find]
        return found


class RecordRule(Rule, ABC):
    """A rule over one record, seen in its corpus.

    ``looks_beyond`` tells that other records of the corpus have a say, so that nothing is certain while some of them
    cannot be read.
    """

    stage = Stage.RECORDS
    looks_beyond: ClassVar[bool] = False

    @abstractmethod
    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        """Everything in the record that breaks the rule.

        What it finds must not depend on which files were asked for: only on the record, the corpus and the texts.
        """

    def is_conclusive(self, entry: Entry, context: Context) -> bool:
        """Whether all is there that the rule needs; if not, finding nothing in the record means nothing."""
        return context.corpus.complete or not self.looks_beyond


class SettingsRule(Rule):
    """A rule over a project's own settings, which `suppressions` checks."""

    stage = Stage.SETTINGS
