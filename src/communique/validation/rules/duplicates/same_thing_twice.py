from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ....diagnostics.finding import Severity
from ...rule import CorpusRule, Place, Violation
from ...summaries import corpus_order
from ._things import IDENTIFIER, MARKS, NAME, THINGS, Mark, Thing, are_two

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary

# A mark that more things than this have in common is not compared.
_ENOUGH = 20


class SameThingTwice(CorpusRule):
    """Reported at the later definition within a file, and at both if they are in two files."""

    code = "CQ313"
    name = "same-thing-twice"
    severity = Severity.WARNING
    reason = "A thing with two ids is counted twice, and a source with two ids counts as two independent sources."
    fix = (
        "Keep one definition and refer to its id; add the other id to its `former_ids` only if it was published "
        "before. If they are two things, add to the definitions how they differ."
    )
    bad = (
        "actors:\n- {id: cn-mfa, type: government_body, country: CN, name: {en: Ministry of Foreign Affairs}}\n"
        "- {id: china-mfa, type: government_body, country: CN, name: {en: The Ministry of Foreign Affairs}}\n"
    )
    good = (
        "actors:\n- id: cn-mfa\n  former_ids: [china-mfa]\n  type: government_body\n  country: CN\n"
        "  name: {en: Ministry of Foreign Affairs}\n"
    )

    aspects = (THINGS, MARKS)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        suspects = {mark.thing: None for key, mark in own.of(MARKS) if _is_shared(key, context)}
        for thing in suspects:
            here, marked = _Located(own, thing), context.once(_Marked)
            if found := marked.twin(here) or marked.later_twin(here):
                other, mine, theirs = found
                yield _violation(here, other, _shared(mine, theirs))


class _Located(NamedTuple):
    """A definition in a file, by its place among the things of the file."""

    summary: Summary
    number: int

    @property
    def id(self) -> str:
        return self.summary.of(THINGS)[self.number][0]

    @property
    def thing(self) -> Thing:
        return self.summary.of(THINGS)[self.number][1]

    @property
    def marks(self) -> list[tuple[str, Mark]]:
        return [(key, mark) for key, mark in self.summary.of(MARKS) if mark.thing == self.number]

    @property
    def place(self) -> tuple[str, int]:
        """What is the same whenever the summary is read."""
        return self.summary.path, self.number

    @property
    def rank(self) -> tuple[object, ...]:
        """Both files get a finding, and the same one is advised to delete its definition: never a registry."""
        return self.summary.kind != "registry", self.summary.id, self.summary.path, self.thing.pointer


_Twin = tuple[_Located, Mark, Mark]
"""A definition, and the mark that two have in common, as it is written in each."""


class _Marked:
    """The things with each mark, and the first twin of each thing, so that both are found only once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._things, self._twins = context.answers(), context.answers()

    def with_mark(self, key: str) -> list[tuple[_Located, Mark]]:
        """The things with the mark, in the order of the corpus."""
        if key not in self._things:
            with self._things.found() as add:
                found = self._context.at(MARKS, key)
                add(key, [(_Located(summary, mark.thing), mark) for summary, mark in found])
        things: list[tuple[_Located, Mark]] = self._things[key]
        return things

    def twin(self, here: _Located) -> _Twin | None:
        """The first thing defined before this one that is the same."""
        if here.place not in self._twins:
            with self._twins.found() as add:
                add(here.place, self._first(here))
        twin: _Twin | None = self._twins[here.place]
        return twin

    def later_twin(self, here: _Located) -> _Twin | None:
        """The first thing in a later file whose twin is this one."""
        later: dict[tuple[str, int], _Located] = {}
        for key, _ in here.marks:
            things = [each for each, _ in self.with_mark(key)]
            place = next(index for index, each in enumerate(things) if each.place == here.place)
            if place < _ENOUGH:  # of more, none is the twin of another
                later |= {each.place: each for each in things[place + 1 :] if each.summary.path != here.summary.path}
        for other in sorted(later.values(), key=lambda each: (corpus_order(each.summary), each.number)):
            found = self.twin(other)
            if found and found[0].place == here.place:
                return other, found[2], found[1]
        return None

    def _first(self, here: _Located) -> _Twin | None:
        for key, mark in here.marks:
            for other, was in self.with_mark(key)[:_ENOUGH]:
                if other.place == here.place:
                    break
                if _are_one(here, other, mark.sort):
                    return other, mark, was
        return None


def _is_shared(key: str, context: Context) -> bool:
    found = context.at(MARKS, key)
    return next(found, None) is not None and next(found, None) is not None


def _violation(here: _Located, other: _Located, mark: str) -> Violation:
    kind = here.thing.kind
    message = f"{here.id} may be the same {kind} as {other.id}: both have {mark}"
    kept, goes = sorted((here, other), key=lambda each: each.rank)
    help = (
        f"refer to {kept.id} instead of {goes.id} and delete {'this' if goes is here else 'its'} "
        f"definition; only an id that was published before goes into former_ids{_also(kind)}"
    )
    return Violation(here.thing.pointer, message, help, Place(other.summary.path, other.thing.pointer))


def _also(kind: str) -> str:
    return "; if one is a copy, add derived_from with the id of the original" if kind == "source" else ""


def _shared(mine: Mark, theirs: Mark) -> str:
    own = f"{mine.sort} {mine.value}"
    return own if mine.value == theirs.value else f"{own}, there spelled {theirs.value}"


def _are_one(here: _Located, there: _Located, sort: str) -> bool:
    """Whether two things that share a mark have no difference that shows that they are two."""
    one, other = here.thing, there.thing
    if here.id == there.id or there.id in one.links or here.id in other.links:
        return False
    if sort == NAME:
        return not are_two(one, other)
    if one.kind == "source" and sort == IDENTIFIER:
        # Copies and translations of one document share its identifier.
        return not (
            one.derived_from
            or other.derived_from
            or (one.language and other.language and one.language != other.language)
        )
    return True
