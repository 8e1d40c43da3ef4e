"""What a rule over typed records is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..corpus import Corpus, Definition, Entry
from ..findings import Rule, Severity
from ..pointer import Pointer
from ..texts import Texts


class Issue(NamedTuple):
    """What a rule found: where in the record, what, and how to mend it.

    ``related`` is a definition to name by file and line. ``severity`` stands in for the rule's own.
    """

    pointer: Pointer
    message: str
    help: str = ""
    related: Definition | None = None
    severity: Severity | None = None


@dataclass(frozen=True)
class Context:
    """What a rule may look at beside the record."""

    corpus: Corpus
    texts: Texts


class RecordRule(Rule, ABC):
    """A rule over one record, seen in its corpus."""

    @abstractmethod
    def check(self, entry: Entry, context: Context) -> Iterator[Issue]:
        """Everything in the record that breaks the rule."""
