"""Keeps what a run found out for the next run, in the cache."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..caching.freshness import lasting_signature
from . import registry
from .file_check import FileExamined
from .kept import Kept

if TYPE_CHECKING:
    from ..caching.cache import Cache
    from .summary import Summary

_Rows = dict[str, Any]


def keep(
    cache: Cache,
    identity: str,
    kept: Kept | None,
    fresh: Sequence[FileExamined],
    gone: Iterable[str],
    report: tuple[str, Mapping[str, Any]] | None,
    now: int,
) -> bool:
    """Write what holds now: what was kept, without the files in ``gone``, and the files that were examined afresh.

    A file with an internal error is not kept, so that it is examined again. ``report`` is the report of a run over all
    files, with its key. ``now`` is the time at which the run began, in nanoseconds.

    Returns:
        Whether it was written.
    """
    sure = [each for each in fresh if each.digest and not each.examined.internal_errors]
    unsure = {each.examined.path for each in fresh} - {each.examined.path for each in sure}
    deleted = {*gone, *unsure} & set(kept.paths) if kept else set[str]()
    put: dict[str, _Rows] = {
        "file": {each.examined.path: _row(each, now) for each in sure},
        "examined": {each.examined.path: each.examined.as_json() for each in sure},
    }
    if kept:
        resigned = {path: [lasting_signature(status, now), kept.digest(path)] for path, status in kept.resigned.items()}
        put["file"] = {**resigned, **put["file"]}
    put |= _index(kept, sure, deleted)
    put["corpus"] = {"unloaded": _unloaded(kept, sure, deleted)}
    if report and not unsure:
        put["corpus"]["report"] = {"key": report[0], "report": report[1]}
    delete = {"file": deleted, "examined": deleted}
    return cache.write(identity, put, delete=delete, base=kept.snapshot if kept else None)


def _row(each: FileExamined, now: int) -> list[Any]:
    assert each.status
    return [lasting_signature(each.status, now), each.digest]


def _unloaded(kept: Kept | None, fresh: Iterable[FileExamined], deleted: set[str]) -> dict[str, bool | None]:
    replaced = deleted | {each.examined.path for each in fresh}
    found = {path: state for path, state in kept.unloaded.items() if path not in replaced} if kept else {}
    for each in fresh:
        summary = each.examined.summary
        if summary is None or not summary.is_loaded:
            found[each.examined.path] = summary.is_unread if summary else None
    return found


def _index(kept: Kept | None, fresh: Sequence[FileExamined], deleted: set[str]) -> dict[str, _Rows]:
    """For each index, the keys whose files have changed, with all files that have them now."""
    put: dict[str, _Rows] = {}
    replaced = deleted | ({each.examined.path for each in fresh} & set(kept.paths) if kept else set())
    old = [summary for path in replaced if kept and (summary := kept.summary(path))]
    new = [each.examined.summary for each in fresh if each.examined.summary]
    for aspect in registry.aspects():
        if not aspect.shared or aspect.definitions:
            continue
        rows: _Rows = {}
        for key in _keys(old, aspect.name) if kept else ():
            rows[key] = [path for path in kept.paths_with(aspect.name, key) if path not in replaced] if kept else []
        for summary in new:
            for key in _keys([summary], aspect.name):
                if key not in rows:
                    rows[key] = list(kept.paths_with(aspect.name, key)) if kept else []
                rows[key].append(summary.path)
        put[f"index {aspect.name}"] = rows
    return put


def _keys(summaries: Iterable[Summary], aspect: str) -> dict[str, None]:
    return {key: None for summary in summaries for key, _ in summary.facts.get(aspect, ())}
