from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ....codelists import RelationType
from ....corpus.corpus import Corpus, Entry
from ....corpus.graph import knots, way_round
from ....models import ENTITY_FIELDS, Announcement
from ....text.pointer import Pointer
from ...rule import Context, RecordRule, Violation

# What can hold in one direction only. Two laws may well amend each other, two announcements cannot.
_TYPES = frozenset(
    {
        RelationType.SUPERSEDES,
        RelationType.AMENDS,
        RelationType.REPEALS,
        RelationType.IMPLEMENTS,
        RelationType.BASED_ON,
        RelationType.PART_OF,
        RelationType.FULFILS,
    }
)
_FIELDS = ("part_of", "series", "derived_from")
_MOST = 8  # names of a longer way would not be read


class RelationCycle(RecordRule):
    """Told once in each file that has a step of the cycle, at its last one: any of the steps may be the wrong one."""

    code = "CQ308"
    name = "relation-cycle"
    reason = (
        "What is a part of something, derives from it or takes its place cannot be all of that the other way round."
    )
    fix = "Look up which of the steps is the wrong way round, and turn it or take it out."
    bad = (
        "occasions:\n- {id: opening, name: {en: Opening}, part_of: waic-2025}\n"
        "- {id: waic-2025, name: {en: World AI Conference 2025}, part_of: opening}\n"
    )
    good = (
        "occasions:\n- {id: opening, name: {en: Opening}, part_of: waic-2025}\n"
        "- {id: waic-2025, name: {en: World AI Conference 2025}}\n"
    )
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for step, way in context.once(_cycles).get(entry.path, ()):
            message = f"{step.kind} leads back to where it began: {' -> '.join(way)}"
            yield Violation(step.pointer, message, "one of these steps is the wrong way round: turn it, or take it out")


class _Step(NamedTuple):
    kind: str
    start: str
    target: str
    path: str
    pointer: Pointer


def _cycles(corpus: Corpus) -> dict[str, list[tuple[_Step, list[str]]]]:
    """By path, the step at which a cycle is told, and the names on the way round."""
    steps: dict[str, list[_Step]] = defaultdict(list)
    for entry in corpus.entries:
        for step in _steps(entry):
            if step.start != step.target:  # that is told as a self-reference
                steps[step.kind].append(step)
    found: dict[str, list[tuple[_Step, list[str]]]] = defaultdict(list)
    for each in steps.values():
        for step, way in _reported(each):
            found[step.path].append((step, way))
    return found


def _reported(steps: list[_Step]) -> Iterator[tuple[_Step, list[str]]]:
    """Of the steps of one kind, the last that each file has in each knot, and the names on the way round from there."""
    graph: dict[str, dict[str, None]] = defaultdict(dict)
    for step in steps:
        graph[step.start][step.target] = None
    component_of = {node: component for component in knots(graph) for node in component}
    last: dict[tuple[frozenset[str], str], _Step] = {}
    for step in steps:
        component = component_of.get(step.start)
        if component and step.target in component:
            last[component, step.path] = step
    # One way round is found once for all that have a part in it, or a long cycle would cost the square of its length.
    known: dict[tuple[str, str], tuple[list[str], int]] = {}
    for (component, _), step in last.items():
        if (step.start, step.target) not in known:
            cycle = way_round(step.start, graph, component, step.target)[:-1]
            for index, node in enumerate(cycle):
                known.setdefault((node, cycle[(index + 1) % len(cycle)]), (cycle, index))
        yield step, _names(*known[step.start, step.target])


def _names(cycle: list[str], index: int) -> list[str]:
    """The nodes of a ring, from one of them back to it; not all, if they are many."""
    some = len(cycle) if len(cycle) < _MOST else _MOST - 1
    names = [cycle[(index + offset) % len(cycle)] for offset in range(some)]
    return [*names, *(["..."] if some < len(cycle) else []), cycle[index]]


def _steps(entry: Entry) -> Iterator[_Step]:
    record = entry.record
    if isinstance(record, Announcement):
        if record.replaced_by:
            yield _Step("replaced_by", record.id, record.replaced_by, entry.path, ("replaced_by",))
        # What a retired record said of others no longer counts.
        for index, relation in enumerate(() if record.is_retired else record.relations):
            if relation.type in _TYPES and relation.holds and not relation.subject:
                yield _Step(relation.type, record.id, relation.target, entry.path, ("relations", index, "target"))
    for name in ENTITY_FIELDS:
        for index, entity in enumerate(getattr(record, name, ())):
            for field in _FIELDS:
                if target := getattr(entity, field, None):
                    yield _Step(field, entity.id, target, entry.path, (name, index, field))
