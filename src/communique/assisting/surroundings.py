"""The corpus around the files that are open in an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..corpus.corpus import Corpus
from ..corpus.search.searchable import titled
from ..validation.aspects import DEFINED
from ..validation.discovery import Gathered
from ..validation.engine import typed_corpus
from ..validation.examination import Examined
from ..validation.file_check import File
from ..validation.summaries import KnownSummaries
from ..validation.summary import Summary


class Known(NamedTuple):
    """A thing that an id names, its kind, and what it is called; that is empty if its record has errors."""

    id: str
    kind: str
    name: str


@dataclass(frozen=True, eq=False)
class Resting:
    """The files of a corpus that are not ``open``, as they were when somebody last looked at the disk.

    ``examined`` is what was found in each, by its path from the current folder, and ``index`` has their facts.
    """

    files: Gathered
    open: tuple[File, ...]
    examined: Mapping[str, Examined]
    index: KnownSummaries

    @cached_property
    def corpus(self) -> Corpus:
        """Their typed records."""
        return typed_corpus(self.examined.values())

    @cached_property
    def known(self) -> Mapping[str, list[Known]]:
        """What they define, by kind, in the order of ids."""
        found: dict[str, list[Known]] = {}
        for each in sorted(_known(self.index, self.corpus)):
            found.setdefault(each.kind, []).append(each)
        return found

    @cached_property
    def internal_errors(self) -> tuple[str, ...]:
        """Defects that were found in them."""
        return tuple(error for each in self.examined.values() for error in each.internal_errors)


@dataclass(frozen=True, eq=False)
class Surroundings:
    """A corpus as it is in the editor: files that rest, and what was found in the open ones, by their paths."""

    resting: Resting
    open: Mapping[str, Examined]

    @cached_property
    def examined(self) -> Mapping[str, Examined]:
        """What was found in each file, by its path from the current folder."""
        return {**self.open, **self.resting.examined}

    @cached_property
    def corpus(self) -> Corpus:
        """The typed records, without those that have errors."""
        return typed_corpus(self.examined.values())

    def known_in(self, path: str) -> list[Known]:
        """What an open file defines; of one with errors as much as is known of it."""
        examined = self.open.get(path)
        if not (examined and examined.summary):
            return []
        return [*_known([examined.summary], typed_corpus([examined]))]

    def is_loaded(self, path: str) -> bool:
        """Whether an open file is a record without errors in its structure."""
        examined = self.open.get(path)
        return bool(examined and examined.reach.is_loaded)


def _known(summaries: Iterable[Summary], corpus: Corpus) -> Iterator[Known]:
    things = corpus.referable
    for summary in summaries:
        for id, each in summary.of(DEFINED):
            if not each.merged_into:
                thing = things.get(each.kind, {}).get(id)
                yield Known(id, each.kind, titled(thing) if thing else "")
