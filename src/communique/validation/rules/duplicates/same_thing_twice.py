from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ....diagnostics.finding import Severity
from ...rule import CorpusRule, Place, Violation
from ...summaries import corpus_order
from ._things import IDENTIFIER, MARKS, NAME, Thing, are_two, sort_of, thing

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
        "actors:\n- {id: cn-mfa, type: government_body, country: CN, name: {zh: 外交部, en: Foreign Ministry}}\n"
        "- {id: china-mfa, type: government_body, country: CN, name: {zh: 外交部, en: The Foreign Ministry}}\n"
    )
    good = (
        "actors:\n- id: cn-mfa\n  former_ids: [china-mfa]\n  type: government_body\n  country: CN\n"
        "  name: {zh: 外交部, en: Foreign Ministry}\n"
    )

    aspects = (MARKS,)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        keys = [key for key, _ in own.of(MARKS)]
        shared = {*context.repeated(MARKS, keys)}
        if len(set(keys)) < len(keys):
            shared.update(key for key, count in Counter(keys).items() if count > 1)
        suspects = [mark.thing for key, mark in own.of(MARKS) if key in shared] if shared else []
        for number in dict.fromkeys(suspects):
            here, marked = _Located(own, number), context.once(_Marked)
            if found := marked.twin(here) or marked.later_twin(here):
                yield from _violation(here, *found, marked)


class _Located(NamedTuple):
    """A definition in a file, by its place among the definitions of the file."""

    summary: Summary
    number: int

    @property
    def place(self) -> tuple[str, int]:
        """What is the same whenever the summary is read."""
        return self.summary.path, self.number


_Twin = tuple[_Located, str]
"""A definition, and the key of the mark that two have in common."""


class _Marked:
    """The things with each mark, and the first twin of each thing, so that both are found only once.

    What shows that two things are two is not among the facts: the few records with a shared mark are read again.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._marked, self._things, self._twins = context.answers(), context.answers(), context.answers()

    def with_mark(self, key: str) -> list[_Located]:
        """The things with the mark, in the order of the corpus."""
        if key not in self._marked:
            with self._marked.found() as add:
                add(key, [_Located(summary, mark.thing) for summary, mark in self._context.at(MARKS, key)])
        things: list[_Located] = self._marked[key]
        return things

    def thing(self, located: _Located) -> Thing | None:
        """The thing itself; None if its record has errors by now."""
        if located.place not in self._things:
            with self._things.found() as add:
                record = self._context.record(located.summary.path)
                add(located.place, thing(record, located.number) if record else None)
        found: Thing | None = self._things[located.place]
        return found

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
        for key in _marks(here):
            things = self.with_mark(key)
            place = next(index for index, each in enumerate(things) if each.place == here.place)
            if place < _ENOUGH:  # of more, none is the twin of another
                later |= {each.place: each for each in things[place + 1 :] if each.summary.path != here.summary.path}
        for other in sorted(later.values(), key=lambda each: (corpus_order(each.summary), each.number)):
            found = self.twin(other)
            if found and found[0].place == here.place:
                return other, found[1]
        return None

    def _first(self, here: _Located) -> _Twin | None:
        for key in _marks(here):
            for other in self.with_mark(key)[:_ENOUGH]:
                if other.place == here.place:
                    break
                if self._are_one(here, other, key):
                    return other, key
        return None

    def _are_one(self, here: _Located, there: _Located, key: str) -> bool:
        one, other = self.thing(here), self.thing(there)
        return one is not None and other is not None and _are_one(one, other, sort_of(key))


def _marks(here: _Located) -> list[str]:
    """The keys of the marks of the thing."""
    return [key for key, mark in here.summary.of(MARKS) if mark.thing == here.number]


def _violation(here: _Located, there: _Located, key: str, marked: _Marked) -> Iterator[Violation]:
    one, other = marked.thing(here), marked.thing(there)
    if one and other:
        kind = one.kind
        message = f"{one.id} may be the same {kind} as {other.id}: both have {_shared(one, other, key)}"
        # Both files get a finding, and the same one is advised to delete its definition: never a registry.
        kept, goes = sorted(((here, one), (there, other)), key=_rank)
        help = (
            f"refer to {kept[1].id} instead of {goes[1].id} and delete {'this' if goes[0] is here else 'its'} "
            f"definition; only an id that was published before goes into former_ids{_also(kind)}"
        )
        yield Violation(one.pointer, message, help, Place(there.summary.path, other.pointer))


def _rank(known: tuple[_Located, Thing]) -> tuple[object, ...]:
    summary = known[0].summary
    return summary.kind != "registry", summary.id, summary.path, known[1].pointer


def _also(kind: str) -> str:
    return "; if one is a copy, add derived_from with the id of the original" if kind == "source" else ""


def _shared(one: Thing, other: Thing, key: str) -> str:
    mine, theirs = one.text_of(key), other.text_of(key)
    own = f"{sort_of(key)} {mine}"
    return own if mine == theirs else f"{own}, there spelled {theirs}"


def _are_one(one: Thing, other: Thing, sort: str) -> bool:
    """Whether two things that share a mark have no difference that shows that they are two."""
    if one.id == other.id or other.id in one.links or one.id in other.links:
        return False
    if sort == NAME:
        return not are_two(one, other)
    if one.kind == "source" and sort == IDENTIFIER:
        # Copies and translations of one document share its identifier.
        return not (
            one.is_derived or other.is_derived or (one.language and other.language and one.language != other.language)
        )
    return True
