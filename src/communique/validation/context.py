"""What a rule over the corpus may use besides the summary of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from .aspect import Aspect
from .summary import Summary

if TYPE_CHECKING:
    from ..corpus.corpus import Record
    from ..text.source_text import Texts

F = TypeVar("F", bound=tuple[Any, ...])
T = TypeVar("T")


class Summaries(Protocol):
    """The summaries of a corpus, in its order: what defines for others comes first, then by path."""

    def __iter__(self) -> Iterator[Summary]: ...

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        """The summaries with a fact of a shared aspect that has this key."""

    @property
    def unread(self) -> tuple[str, ...]:
        """The paths of the files that may define any id."""

    @property
    def is_complete(self) -> bool:
        """Whether every record of the corpus is loaded."""

    @property
    def has_records(self) -> bool:
        """Whether any record of the corpus is loaded."""


class Context:
    """The facts of a corpus, the texts of its sources, and the day.

    ``has_texts`` is true if a folder of source texts was given. ``record`` gives the typed record of a file, for the
    few rules that have more to say of what they found; None if the file has errors by now.
    """

    def __init__(
        self,
        summaries: Summaries,
        texts: Texts,
        today: date,
        record: Callable[[str], Record | None],
        *,
        has_texts: bool = False,
    ) -> None:
        self._summaries = summaries
        self.texts, self.today, self.record, self.has_texts = texts, today, record, has_texts
        self.is_complete, self.has_records = summaries.is_complete, summaries.has_records
        self._known: dict[Callable[[Context], Any], Any] = {}

    def __iter__(self) -> Iterator[Summary]:
        """Every summary of the corpus. This takes time: only for what was found already."""
        return iter(self._summaries)

    def at(self, aspect: Aspect[F], key: str) -> Iterator[tuple[Summary, F]]:
        """The facts with this key in all of the corpus, each with the summary that has it, in the corpus's order."""
        for summary in self._summaries.with_key(aspect, key):
            for fact in summary.at(aspect, key):
                yield summary, fact

    def first(self, aspect: Aspect[F], key: str) -> F | None:
        """The first fact with this key; None if there is none."""
        return next((fact for _, fact in self.at(aspect, key)), None)

    def has(self, aspect: Aspect[Any], key: str) -> bool:
        """Whether there is a fact with this key."""
        return bool(self.with_key(aspect, key))

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        """The summaries with a fact of a shared aspect that has this key, in the corpus's order."""
        return self._summaries.with_key(aspect, key)

    def may_define(self, id: str) -> bool:
        """Whether a file that is not loaded may define the id."""
        from .aspects import POSSIBLE_ID

        return bool(self._summaries.unread) or self.has(POSSIBLE_ID, id)

    def once(self, find: Callable[[Context], T]) -> T:
        """The result of the function; it is computed only once, however many records there are."""
        if find not in self._known:
            self._known[find] = find(self)
        found: T = self._known[find]
        return found


class Lookup(Mapping[str, F]):
    """The first fact of an aspect by its key, as a mapping. It is not iterated."""

    def __init__(self, context: Context, aspect: Aspect[F]) -> None:
        self._context, self._aspect = context, aspect
        self._known: dict[str, F | None] = {}

    def __getitem__(self, key: str) -> F:
        if key not in self._known:
            self._known[key] = self._context.first(self._aspect, key)
        if (found := self._known[key]) is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        raise TypeError("facts are looked up by key")

    def __len__(self) -> int:
        raise TypeError("facts are looked up by key")
