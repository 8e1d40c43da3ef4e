from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
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
            here = _Located(own, thing)
            if found := _twin(here, context) or _later_twin(here, context):
                yield _violation(here, *found)


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
    def rank(self) -> tuple[object, ...]:
        """Both files get a finding, and the same one is advised to delete its definition: never a registry."""
        return self.summary.kind != "registry", self.summary.id, self.summary.path, self.thing.pointer


def _is_shared(key: str, context: Context) -> bool:
    found = context.at(MARKS, key)
    return next(found, None) is not None and next(found, None) is not None


def _with_mark(key: str, context: Context) -> Iterator[tuple[_Located, Mark]]:
    """The things with the mark, in the order of the corpus."""
    for summary, mark in context.at(MARKS, key):
        yield _Located(summary, mark.thing), mark


def _twin(here: _Located, context: Context) -> tuple[_Located, str] | None:
    """The first thing defined before this one that is the same, and what they share, as it is written here."""
    found = _first(here, context)
    return (found[0], _shared(found[1], found[2])) if found else None


def _later_twin(here: _Located, context: Context) -> tuple[_Located, str] | None:
    """The first thing in a later file whose twin is this one."""
    later: dict[_Located, None] = {}
    for key, _ in here.marks:
        before = True
        for other, _ in _with_mark(key, context):
            if not before and other.summary is not here.summary:
                later[other] = None
            before = before and other != here
    for other in sorted(later, key=lambda each: (corpus_order(each.summary), each.number)):
        found = _first(other, context)
        if found and found[0] == here:
            return other, _shared(found[2], found[1])
    return None


def _first(here: _Located, context: Context) -> tuple[_Located, Mark, Mark] | None:
    for key, mark in here.marks:
        for other, was in islice(_with_mark(key, context), _ENOUGH):
            if other == here:
                break
            if _are_one(here, other, mark.sort):
                return other, mark, was
    return None


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
