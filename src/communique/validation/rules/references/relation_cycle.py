from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ....codelists import RelationType
from ....corpus.corpus import Corpus, Entry
from ....corpus.cycles import components, shortest_cycle
from ....models import ENTITY_FIELDS, Announcement
from ....text.pointer import Pointer
from ...rule import Context, RecordRule, Violation

# Relations that hold in one direction only. Two laws may amend each other, two announcements cannot.
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
_MOST = 8  # ids shown of a longer cycle


class RelationCycle(RecordRule):
    """Reported once in each file with a step of the cycle, at its last step; any step may be the wrong one."""

    code = "CQ308"
    name = "relation-cycle"
    reason = (
        "If one thing is part of another, derives from it or replaces it, the reverse cannot be true, not even through "
        "other things."
    )
    fix = "Find out which step has the wrong direction, and reverse it or delete it."
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
        for step, cycle in context.once(_cycles).get(entry.path, ()):
            message = f"circular relation {step.kind}: {' -> '.join(cycle)}"
            yield Violation(
                step.pointer, message, "one of these steps has the wrong direction: reverse it or delete it"
            )


class _Step(NamedTuple):
    kind: str
    start: str
    target: str
    path: str
    pointer: Pointer


def _cycles(corpus: Corpus) -> dict[str, list[tuple[_Step, list[str]]]]:
    """By path, the step at which a cycle is reported, and the ids of the cycle."""
    steps: dict[str, list[_Step]] = defaultdict(list)
    for entry in corpus.entries:
        for step in _steps(entry):
            if step.start != step.target:  # reported as a self-reference
                steps[step.kind].append(step)
    found: dict[str, list[tuple[_Step, list[str]]]] = defaultdict(list)
    for each in steps.values():
        for step, cycle in _reported(each):
            found[step.path].append((step, cycle))
    return found


def _reported(steps: list[_Step]) -> Iterator[tuple[_Step, list[str]]]:
    """For the steps of one kind: the last step of each file in each cycle, and the ids of the cycle from there."""
    graph: dict[str, dict[str, None]] = defaultdict(dict)
    for step in steps:
        graph[step.start][step.target] = None
    component_of = {node: component for component in components(graph) for node in component}
    last: dict[tuple[frozenset[str], str], _Step] = {}
    for step in steps:
        component = component_of.get(step.start)
        if component and step.target in component:
            last[component, step.path] = step
    # A cycle is searched once for all its steps, or a long one would take quadratic time.
    known: dict[tuple[str, str], tuple[list[str], int]] = {}
    for (component, _), step in last.items():
        if (step.start, step.target) not in known:
            cycle = shortest_cycle(step.start, graph, component, step.target)[:-1]
            for index, node in enumerate(cycle):
                known.setdefault((node, cycle[(index + 1) % len(cycle)]), (cycle, index))
        yield step, _names(*known[step.start, step.target])


def _names(cycle: list[str], index: int) -> list[str]:
    """The nodes of a cycle, from one of them back to it; not all of a long cycle."""
    some = len(cycle) if len(cycle) < _MOST else _MOST - 1
    names = [cycle[(index + offset) % len(cycle)] for offset in range(some)]
    return [*names, *(["..."] if some < len(cycle) else []), cycle[index]]


def _steps(entry: Entry) -> Iterator[_Step]:
    record = entry.record
    if isinstance(record, Announcement):
        if record.replaced_by:
            yield _Step("replaced_by", record.id, record.replaced_by, entry.path, ("replaced_by",))
        # Relations of a retired record do not count.
        for index, relation in enumerate(() if record.is_retired else record.relations):
            if relation.type in _TYPES and relation.holds and not relation.subject:
                yield _Step(relation.type, record.id, relation.target, entry.path, ("relations", index, "target"))
    for name in ENTITY_FIELDS:
        for index, entity in enumerate(getattr(record, name, ())):
            for field in _FIELDS:
                if target := getattr(entity, field, None):
                    yield _Step(field, entity.id, target, entry.path, (name, index, field))
