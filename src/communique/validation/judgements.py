"""What a run over all files has found out by judging them, as far as it is kept for the next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ..diagnostics.report import NO_PASSAGES
from . import registry
from .look_ups import ALL, COMPLETE, UNREAD, of_all, of_content, of_facts, of_key

if TYPE_CHECKING:
    from ..caching.snapshot_writer import Entries
    from .aspect import Aspect
    from .kept import Kept, OverlaidSummaries, Row
    from .standing import Standing
    from .summary import Summary

Pair = tuple["Summary | None", "Summary | None"]
"""The summary of a file as it was, and as it is."""


class Judgements(NamedTuple):
    """The standings of the files that were judged now, by name, and by look-up the files for which it was made.

    ``key`` is what they depend on besides the files. ``changed`` are the look-ups that may have another answer than
    before; None if every file was judged.
    """

    key: str
    standings: Mapping[str, Standing]
    askers: Mapping[str, Sequence[str]]
    changed: Collection[str] | None


def changed_look_ups(files: Mapping[str, Pair], kept: Kept, summaries: OverlaidSummaries) -> set[str]:
    """The look-ups that may have another answer than before, because of the files that changed, came or went.

    Files are known by their names.
    """
    found = {look_up for name, pair in files.items() for look_up in _changes(name, *pair)}
    if summaries.is_complete != kept.is_complete:
        found.add(COMPLETE)
    if {*summaries.unread} != kept.unread:
        found.add(UNREAD)
    return found


def askers(look_ups: Collection[str], kept: Kept) -> set[str] | None:
    """The names of the files for which any of these look-ups was made; None if that are nearly all."""
    found = set[str]()
    for look_up in look_ups:
        names = kept.askers(look_up)
        if names is None:
            return None
        found.update(names)
    return found


def _changes(name: str, before: Summary | None, now: Summary | None) -> Iterator[str]:
    yield of_content(name)
    is_another = before is None or now is None or _outline(before) != _outline(now)
    for aspect in registry.aspects():
        was, found = _facts(before, aspect), _facts(now, aspect)
        if was == found and not is_another:
            continue
        yield from (ALL, of_all(aspect.name), of_facts(aspect.name, name))
        if aspect.shared:
            keys = {key for key, _ in (*was, *found)}
            yield from (of_key(aspect.index, key) for key in keys if is_another or _differs(key, was, found))


_MANY = 100
"""Of more files that made a look-up, if they are half of all, it is not noted which they are."""

_Facts = tuple[tuple[str, tuple[Any, ...]], ...]


def _facts(summary: Summary | None, aspect: Aspect[Any]) -> _Facts:
    return summary.of(aspect) if summary else ()


def _differs(key: str, one: _Facts, other: _Facts) -> bool:
    return [fact for its, fact in one if its == key] != [fact for its, fact in other if its == key]


def _outline(summary: Summary) -> tuple[object, ...]:
    return summary.kind, summary.id, summary.is_loaded, summary.is_unread


def add_judgements(
    judgements: Judgements,
    kept: Kept | None,
    rows: dict[str, Row],
    gone: Collection[str],
    put: dict[str, Entries],
    delete: dict[str, Iterable[str]],
) -> dict[str, Any]:
    """Add what is to be kept of the judgements to the rows of the files and to what is put and deleted otherwise.

    Returns:
        What is to be kept of all of them together.
    """
    is_whole = kept is None or judgements.changed is None
    extents = {} if kept is None or is_whole else {extent: number for number, extent in enumerate(kept.extents)}
    found: dict[str, list[Any]] = {}
    for name, each in judgements.standings.items():
        number = extents.setdefault(each.extent, len(extents))
        row = rows.get(name) or (kept.row(name) if kept else None)
        assert row
        rows[name] = row._replace(extent=number, passages=() if each.passages == NO_PASSAGES else each.passages)
        if each.findings:
            found[name] = [finding.as_json() for finding in each.findings]
    asked = _asked(judgements, kept, gone, most=max(_MANY, len(kept.names if kept else rows) // 2))
    put["found"] = found
    put["asked"] = {look_up: names for look_up, names in asked.items() if names}
    if kept:
        delete["found"] = kept.found_names if is_whole else {*judgements.standings, *gone}
        delete["asked"] = kept.look_ups if is_whole else asked.keys()
    return {"key": judgements.key, "extents": [[each.reach.value, each.codes] for each in extents]}


def _asked(
    judgements: Judgements, kept: Kept | None, gone: Collection[str], most: int
) -> dict[str, list[str] | Literal[True]]:
    """By look-up, for whom it was made: of those that were made now, and of those with another answer than before."""
    found: dict[str, list[str] | Literal[True]] = {}
    left = {*judgements.standings, *gone}
    for look_up in {*judgements.askers, *(judgements.changed or ())}:
        names = kept.noted_askers(look_up) if kept and judgements.changed is not None else []
        if names is not True:
            names = [*(name for name in names if name not in left), *judgements.askers.get(look_up, ())]
        found[look_up] = names if names is True or len(names) <= most else True
    return found
