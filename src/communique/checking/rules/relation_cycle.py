from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...corpus import Corpus, Entry
from ...models import ENTITY_FIELDS, Announcement
from ...models.codelists import RelationType
from ...pointer import Pointer
from ..cycles import knots, way_round
from ..rule import Context, Issue, RecordRule

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

    def check(self, entry: Entry, context: Context) -> Iterator[Issue]:
        for pointer, kind, way in context.once(_cycles).get(entry.path, ()):
            names = way if len(way) <= _MOST else [*way[: _MOST - 1], "...", way[-1]]
            message = f"{kind} leads back to where it began: {' -> '.join(names)}"
            yield Issue(pointer, message, "one of these steps is the wrong way round: turn it, or take it out")


def _cycles(corpus: Corpus) -> dict[str, list[tuple[Pointer, str, list[str]]]]:
    """By path, the step with which a cycle begins, what kind of step it is, and the way round.

    Each is told at the last of its members, since files that are asked for come last.
    """
    graphs: dict[str, dict[str, dict[str, tuple[str, Pointer]]]] = defaultdict(lambda: defaultdict(dict))
    for entry in corpus.entries:
        for kind, start, target, pointer in _steps(entry):
            if start != target:  # that is told as a self-reference
                graphs[kind][start].setdefault(target, (entry.path, pointer))
    found: dict[str, list[tuple[Pointer, str, list[str]]]] = defaultdict(list)
    for kind, graph in graphs.items():
        order = {node: number for number, node in enumerate(graph)}
        for knot in knots(graph):
            way = way_round(max(knot, key=order.__getitem__), graph, knot)
            path, pointer = graph[way[0]][way[1]]
            found[path].append((pointer, kind, way))
    return found


def _steps(entry: Entry) -> Iterator[tuple[str, str, str, Pointer]]:
    record = entry.record
    if isinstance(record, Announcement):
        if record.replaced_by:
            yield "replaced_by", record.id, record.replaced_by, ("replaced_by",)
        # What a retired record said of others no longer counts.
        for index, relation in enumerate(() if record.is_retired else record.relations):
            if relation.type in _TYPES and relation.holds and not relation.subject:
                yield relation.type, record.id, relation.target, ("relations", index, "target")
    for name in ENTITY_FIELDS:
        for index, entity in enumerate(getattr(record, name, ())):
            for field in _FIELDS:
                if target := getattr(entity, field, None):
                    yield field, entity.id, target, (name, index, field)
