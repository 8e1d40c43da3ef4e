"""The corpus: typed records and their definitions, independent of the file format."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from .. import models
from ..models import REFERABLE_KINDS, Reference
from ..text.inflection import plural
from ..text.pointer import json_pointer
from .provenance import Sources
from .unknown_id import UnknownIdError, suggestion

if TYPE_CHECKING:
    from datetime import date

    from ..models import Actor, Announcement, Dataset, Entity, Instrument, Model, Occasion, Registry, Source
    from .corroboration import Corroboration
    from .history import State, Step
    from .ledger import Calendar, LedgerEntry
    from .search.query import Found

Record: TypeAlias = "Announcement | Registry | Dataset"

R = TypeVar("R", "Announcement", "Registry", "Dataset")
E = TypeVar("E", bound="Entity")


class Entry(NamedTuple):
    """A record and the path of its file."""

    path: str
    record: Record


@dataclass(frozen=True, eq=False)
class Corpus:
    """Records that refer to each other, by kind and by id.

    Examples:
        >>> import communique
        >>> corpus = communique.load("tests/examples/0.3.0")
        >>> corpus.announcements["cn-waico-proposal-2025"].dates[0].value.earliest
        datetime.date(2025, 7, 26)

    ``complete`` is true if ``entries`` contains every record; those with errors are not in it. ``unread`` are the files
    that could not be read.
    """

    entries: tuple[Entry, ...]
    complete: bool = True
    unread: tuple[str, ...] = ()

    @classmethod
    def joined(cls, corpora: Sequence[Corpus]) -> Corpus:
        """One corpus with the entries of several."""
        return (
            corpora[0]
            if len(corpora) == 1
            else cls(
                tuple(entry for corpus in corpora for entry in corpus.entries),
                complete=all(corpus.complete for corpus in corpora),
                unread=tuple(path for corpus in corpora for path in corpus.unread),
            )
        )

    @cached_property
    def announcements(self) -> dict[str, Announcement]:
        """Announcements by id, in the order of their ids."""
        return self._records(models.Announcement)

    @cached_property
    def registries(self) -> dict[str, Registry]:
        """Registries by id."""
        return self._records(models.Registry)

    @cached_property
    def dataset(self) -> Dataset | None:
        """The dataset record, if there is one."""
        return next(iter(self._records(models.Dataset).values()), None)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id, wherever they are defined."""
        return self._entities("actors", models.Actor)

    @cached_property
    def instruments(self) -> dict[str, Instrument]:
        """Instruments by id, wherever they are defined."""
        return self._entities("instruments", models.Instrument)

    @cached_property
    def occasions(self) -> dict[str, Occasion]:
        """Occasions by id, wherever they are defined."""
        return self._entities("occasions", models.Occasion)

    @cached_property
    def sources(self) -> Sources[Source]:
        """Sources by id, wherever they are defined."""
        return Sources(self._entities("sources", models.Source))

    @cached_property
    def referable(self) -> dict[str, Mapping[str, Announcement | Entity]]:
        """Everything that a reference may refer to, by kind and id."""
        return {kind: getattr(self, plural(kind)) for kind in REFERABLE_KINDS}

    @property
    def roots(self) -> dict[str, Mapping[str, Model]]:
        """Everything with its own table row: by the name of its table, and by id in the order of the ids."""
        things: dict[str, Mapping[str, Model]] = {plural(kind): found for kind, found in self.referable.items()}
        datasets = {self.dataset.id: self.dataset} if self.dataset else {}
        return {**things, "registries": self.registries, "datasets": datasets}

    @property
    def calendar(self) -> Calendar:
        """The days of announcements and occasions, from which due days are counted."""
        from .ledger import Calendar

        return Calendar(self.announcements, self.occasions)

    @property
    def ids(self) -> list[str]:
        """Every id that has a card."""
        return [id for things in self.referable.values() for id in things]

    def resolve(self, reference: str | Reference) -> Record | Entity:
        """The record or the definition with this id, such as the value of a field that is a reference.

        Raises:
            UnknownIdError: nothing has the id; the message suggests a similar one. It is a `KeyError`.

        Examples:
            >>> import communique
            >>> corpus = communique.load("tests/examples/0.3.0")
            >>> role = corpus.announcements["cn-waico-proposal-2025"].roles[0]
            >>> role.actor, corpus.resolve(role.actor).name["en"]
            ('cn', 'China')
            >>> corpus.resolve("li-qing")
            Traceback (most recent call last):
            communique.corpus.unknown_id.UnknownIdError: nothing has the id li-qing; did you mean li-qiang?
        """
        id = reference.id if isinstance(reference, Reference) else reference
        for things in (*self.referable.values(), self.registries):
            if thing := things.get(id):
                return thing
        if self.dataset and self.dataset.id == id:
            return self.dataset
        raise UnknownIdError(id, suggestion(id, self))

    def find(self, words: str, kind: str | Collection[str] | None = None) -> list[Found]:
        """Everything that matches all of the words, as ``communique find`` lists it: the best match first.

        ``kind`` is one kind of thing, such as ``"actor"``, or several; the default is all kinds. The search covers
        ids, former ids, names, titles, publishers, web addresses, identifiers and countries.

        Raises:
            ValueError: there is no such kind.

        Examples:
            >>> import communique
            >>> corpus = communique.load("tests/examples/0.3.0")
            >>> [found.id for found in corpus.find("foreign ministry china")]
            ['cn-mfa']
            >>> print(corpus.find("li qiang", kind="actor")[0].line)
            li-qiang  actor  CN  Li Qiang
        """
        from .search.query import look_up

        kinds = (kind,) if isinstance(kind, str) else tuple(kind or ())
        if unknown := [each for each in kinds if each not in REFERABLE_KINDS]:
            raise ValueError(f"{unknown[0]} is not a kind of thing; the kinds are {', '.join(REFERABLE_KINDS)}")
        return look_up(words, self, kinds)

    def history(self, id: str) -> list[Step]:
        """The steps of the instrument with this id, from all announcements, sorted by date.

        Measures that are deprecated, denied or hypothetical are left out, and so are retired records.

        Raises:
            UnknownIdError: nothing has the id.
            ValueError: the id is not that of an instrument.

        Examples:
            >>> import communique
            >>> corpus = communique.load("tests/examples/0.3.0")
            >>> [(str(step.date), step.measure.action.value) for step in corpus.history("example-bill")]
            [('2026-03-02', 'introduce')]
        """
        from .history import instrument_history

        return instrument_history(self._instrument(id), self.announcements.values())

    def states(self, id: str) -> list[State]:
        """The stages of the instrument with this id, each with the day on which it begins, sorted by day.

        They follow from what was done to it, and from the days on which its records say that it takes or loses effect.
        `State.firmness` says whether a record confirms it, or the day was only set in advance, or it is only a plan.
        `State.since` is the first day on which it is certain. A state that only an announcement dates begins on that
        day or before: ``../2025-07-26``.

        Raises:
            UnknownIdError: nothing has the id.
            ValueError: the id is not that of an instrument.

        Examples:
            >>> import communique
            >>> corpus = communique.load("tests/examples/0.3.0")
            >>> [(state.begins, state.stage.value, state.firmness.value) for state in corpus.states("example-bill")]
            [('2026-03-02', 'under_deliberation', 'confirmed')]
        """
        from .history import states, turns

        return states(turns(self._instrument(id), self.announcements.values()))

    def state(self, id: str, on: date) -> list[State]:
        """The stages of the instrument with this id on a day: none before the first, several if they are in dispute.

        Raises:
            UnknownIdError: nothing has the id.
            ValueError: the id is not that of an instrument.

        Examples:
            >>> import communique, datetime
            >>> corpus = communique.load("tests/examples/0.3.0")
            >>> [state.stage.value for state in corpus.state("example-bill", datetime.date(2026, 7, 5))]
            ['under_deliberation']
        """
        return [each for each in self.states(id) if each.holds(on)]

    def ledger(self, on: date) -> list[LedgerEntry]:
        """Every commitment that was made up to a day, with its due day, its outcomes and its status on that day.

        Entries are sorted by due day; those without one come last.

        Examples:
            >>> import communique
            >>> from datetime import date
            >>> corpus = communique.load("tests/examples/0.3.0")
            >>> entry = corpus.ledger(on=date(2026, 7, 5))[1]
            >>> entry.commitment.id, str(entry.due), str(entry.status)
            ('translation', '2026-03-16', 'ended')
        """
        from .ledger import ledger

        return ledger(self.announcements.values(), self.calendar, on)

    def corroboration(self, id: str) -> dict[str, Corroboration]:
        """For every assertion of the record or definition with this id, how many sources support and contradict it.

        The keys are JSON Pointers. Each number has two ends: of most pages nobody knows what they go back to.

        Raises:
            UnknownIdError: nothing has the id.

        Examples:
            >>> import communique
            >>> corpus = communique.load("tests/examples/0.3.0")
            >>> day = corpus.corroboration("cn-waico-proposal-2025")["/dates/0"]
            >>> str(day.supporting), day.supporting.at_least, day.supporting.at_most
            ('1 to 3', 1, 3)
            >>> sorted(day.supporting.sources)
            ['pandaily-waico', 'pukmedia-waico-proposal', 'wam-waico']
        """
        from .corroboration import corroborations

        return {json_pointer(pointer): found for pointer, _, found in corroborations(self.resolve(id), self.sources)}

    def _instrument(self, id: str) -> str:
        if not isinstance(thing := self.resolve(id), models.Instrument):
            raise ValueError(f"{id} is not an instrument; its kind is {type(thing).__name__.lower()}")
        return id

    def _records(self, kind: type[R]) -> dict[str, R]:
        found = {entry.record.id: entry.record for entry in self.entries if isinstance(entry.record, kind)}
        return dict(sorted(found.items()))

    def _entities(self, name: str, kind: type[E]) -> dict[str, E]:
        found: dict[str, E] = {}
        for entry in self.entries:
            for entity in getattr(entry.record, name, ()):
                assert isinstance(entity, kind)
                found.setdefault(entity.id, entity)
        return dict(sorted(found.items()))

    def __repr__(self) -> str:
        from . import summary

        return summary.one_line(self)

    def _repr_html_(self) -> str:
        from . import summary

        return summary.as_html(self)
