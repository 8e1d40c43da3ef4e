"""What a rule over the corpus may use besides the summary of a record."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from .aspect import Aspect
from .look_ups import NotedSummaries
from .summary import Summary

if TYPE_CHECKING:
    from ..corpus.corpus import Record
    from ..text.source_text import Texts
    from .look_ups import Notes

F = TypeVar("F", bound=tuple[Any, ...])
T = TypeVar("T")


class Summaries(Protocol):
    """The summaries of a corpus, in its order: what defines for others comes first, then by path."""

    def __iter__(self) -> Iterator[Summary]: ...

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        """The summaries with a fact of a shared aspect that has this key."""

    def repeated(self, aspect: Aspect[Any], keys: Iterable[str]) -> list[str]:
        """Those of the keys that facts of several files have."""

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
    few rules that have more to say of what they found; None if the file has errors by now. Whatever is asked is written
    down in ``notes``, if there are any.
    """

    def __init__(
        self,
        summaries: Summaries,
        texts: Texts,
        today: date,
        record: Callable[[str], Record | None],
        *,
        has_texts: bool = False,
        notes: Notes | None = None,
    ) -> None:
        self._noted = NotedSummaries(summaries, notes) if notes else None
        self._summaries = self._noted or summaries
        self.record = notes.content(record) if notes else record
        self.texts, self.today, self.has_texts = texts, today, has_texts
        self._answers = Answers[Any](notes)

    def every(self, *aspects: Aspect[Any]) -> Iterator[Summary]:
        """Every summary of the corpus, for its facts of these aspects.

        This takes time: only for what was found already. Who asks is judged again when such a fact changes anywhere.
        """
        return self._noted.every(aspects) if self._noted else iter(self._summaries)

    def at(self, aspect: Aspect[F], key: str) -> Iterator[tuple[Summary, F]]:
        """The facts with this key in all of the corpus, each with the summary that has it, in the corpus's order."""
        for summary in self._summaries.with_key(aspect, key):
            for fact in summary.at(aspect, key):
                yield summary, fact

    def first(self, aspect: Aspect[F], key: str, near: Summary | None = None) -> F | None:
        """The first fact with this key; None if there is none. It is found fastest if it is in the summary ``near``."""
        mine = near.at(aspect, key) if near else ()
        if mine and not self.repeated(aspect, (key,)):
            return mine[0]
        return next((fact for _, fact in self.at(aspect, key)), None)

    def has(self, aspect: Aspect[Any], key: str) -> bool:
        """Whether there is a fact with this key."""
        return bool(self.with_key(aspect, key))

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        """The summaries with a fact of a shared aspect that has this key, in the corpus's order."""
        return self._summaries.with_key(aspect, key)

    def repeated(self, aspect: Aspect[Any], keys: Iterable[str]) -> list[str]:
        """Those of the keys that facts of several files have."""
        return self._summaries.repeated(aspect, keys)

    @property
    def is_complete(self) -> bool:
        """Whether every record of the corpus is loaded."""
        return self._summaries.is_complete

    def may_define(self, id: str) -> bool:
        """Whether a file that is not loaded may define the id."""
        from .aspects import POSSIBLE_ID

        return bool(self._summaries.unread) or self.has(POSSIBLE_ID, id)

    def once(self, find: Callable[..., T], *given: Hashable) -> T:
        """What the function gives for the context and these values; it is called only once, whoever asks how often."""
        answers, asked = self._answers, (find, *given)
        if asked not in answers:
            with answers.found() as add:
                add(asked, find(self, *given))
        found: T = answers[asked]
        return found

    def forget(self) -> None:
        """Forget all answers. Many know the context, too: as long as it has them, nothing frees the facts."""
        self._answers = Answers(self._answers.notes)

    def answers(self) -> Answers[Any]:
        """A place for answers to one question about many things, several of which are found at once."""
        return Answers(self._answers.notes)


class Answers(Generic[T]):
    """Answers by what was asked. Whoever gets one has looked up all that it was found by, and that is noted."""

    def __init__(self, notes: Notes | None) -> None:
        self.notes = notes
        self._known: dict[Hashable, tuple[T, Iterable[str]]] = {}

    def __contains__(self, asked: Hashable) -> bool:
        return asked in self._known

    def __getitem__(self, asked: Hashable) -> T:
        answer, look_ups = self._known[asked]
        if self.notes:
            self.notes.repeat(look_ups)
        return answer

    def get(self, asked: Hashable) -> T | None:
        """The answer; None if it was not found yet."""
        return self[asked] if asked in self._known else None

    @contextmanager
    def found(self) -> Iterator[Callable[[Hashable, T], None]]:
        """Within this, answers are found; it gives the function that adds each."""
        if self.notes is None:
            yield lambda asked, answer: self._add(asked, answer, ())
            return
        with self.notes.apart() as look_ups:
            yield lambda asked, answer: self._add(asked, answer, look_ups)

    def _add(self, asked: Hashable, answer: T, look_ups: Iterable[str]) -> None:
        self._known[asked] = answer, look_ups


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
