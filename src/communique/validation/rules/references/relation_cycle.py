from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import RelationType
from ....corpus.cycles import components, shortest_cycle
from ....text.pointer import Pointer
from ...aspect import Aspect
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ....corpus.corpus import Record
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary

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
_FIELDS = {
    "actors": ("part_of",),
    "instruments": ("part_of",),
    "occasions": ("part_of", "series"),
}
_MOST = 8  # ids shown of a longer cycle


class _Leads(NamedTuple):
    """A step of a relation: where it leads, and where it is. Its key is the kind of the relation and its start."""

    target: str
    pointer: Pointer


def _leads(subject: Subject) -> Iterator[tuple[str, _Leads]]:
    for kind, start, target, pointer in _steps(subject):
        if start != target:  # reported as a self-reference
            yield f"{kind} {start}", _Leads(target, pointer)


def _steps(subject: Subject) -> Iterator[tuple[str, str, str, Pointer]]:
    record = subject.record
    if isinstance(record, models.Announcement):
        if record.replaced_by:
            yield "replaced_by", record.id, record.replaced_by, ("replaced_by",)
        # Relations of a retired record do not count.
        for index, relation in enumerate(() if record.is_retired else record.relations):
            if relation.type in _TYPES and relation.holds and not relation.subject:
                yield relation.type, record.id, relation.target, ("relations", index, "target")
    yield from _links(record)


def _links(record: Record) -> Iterator[tuple[str, str, str, Pointer]]:
    """The steps from definitions to others."""
    for name, fields in _FIELDS.items():
        for index, entity in enumerate(getattr(record, name, ())):
            for field in fields:
                if target := getattr(entity, field):
                    yield field, entity.id, target, (name, index, field)
    for index, source in enumerate(getattr(record, "sources", ())):
        for place, each in enumerate(source.derived_from):
            yield "derived_from", source.id, each.source, ("sources", index, "derived_from", place, "source")


_LEADS = Aspect("leads", _Leads, _leads, needs=("relations", "replaced_by", "part_of", "series", "derived_from"))


class RelationCycle(CorpusRule):
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
    aspects = (_LEADS,)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        if not context.once(_Paths).lead_back(own):
            return
        for step, cycle in context.once(_cycles).get(own.path, ()):
            message = f"circular relation {step.kind}: {' -> '.join(cycle)}"
            yield Violation(
                step.pointer, message, "one of these steps has the wrong direction: reverse it or delete it"
            )


class _Paths:
    """Whether steps lead back to where they began. Each step of the corpus is followed at most once."""

    def __init__(self, context: Context) -> None:
        self._context, self._circular = context, context.answers()

    def lead_back(self, own: Summary) -> bool:
        """Whether a step of the record may be in a cycle."""
        with_key = self._context.with_key
        for start, step in own.of(_LEADS):
            onward = f"{start.partition(' ')[0]} {step.target}"
            if with_key(_LEADS, onward) and self._is_circular(start):
                return True
        return False

    def _is_circular(self, start: str) -> bool:
        if start not in self._circular:
            with self._circular.found() as add:
                graph = self._ahead(start)
                # In a tree no node has two ways to it.
                some = components(graph) if sum(map(len, graph.values())) >= len(graph) else []
                circular = frozenset[str]().union(*some)
                for node in graph:
                    add(node, node in circular)
        found: bool = self._circular[start]
        return found

    def _ahead(self, start: str) -> dict[str, list[str]]:
        """The steps that lead on from a node, as far as they were not followed before."""
        kind = start.partition(" ")[0]
        graph: dict[str, list[str]] = {}
        ahead = [start]
        while ahead:
            node = ahead.pop()
            if node not in graph:
                following = [f"{kind} {step.target}" for _, step in self._context.at(_LEADS, node)]
                graph[node] = [each for each in following if self._circular.get(each) is None]
                ahead.extend(graph[node])
        return graph


class _Step(NamedTuple):
    kind: str
    start: str
    target: str
    path: str
    pointer: Pointer


def _cycles(context: Context) -> dict[str, list[tuple[_Step, list[str]]]]:
    """By path, the step at which a cycle is reported, and the ids of the cycle."""
    steps: dict[str, list[_Step]] = defaultdict(list)
    for summary in context.every(_LEADS):
        for key, (target, pointer) in summary.of(_LEADS):
            kind, _, start = key.partition(" ")
            steps[kind].append(_Step(kind, start, target, summary.path, pointer))
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
