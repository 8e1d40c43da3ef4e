"""Keeps what a run found out for the next run, in the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from ..caching.freshness import lasting_signature
from . import registry
from .file_check import FileExamined
from .kept import Kept

if TYPE_CHECKING:
    from ..caching.cache import Cache
    from ..caching.snapshot_writer import Entries
    from .summary import Summary


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
    replaced = deleted | ({each.examined.path for each in sure} & set(kept.paths) if kept else set())
    resigned = kept.resigned.items() if kept else ()
    signed = {path: [lasting_signature(status, now), kept.digest(path)] for path, status in resigned if kept}
    about: dict[str, Any] = {"unloaded": _unloaded(kept, sure, deleted)}
    if report and not unsure:
        about["report"] = {"key": report[0], "report": report[1]}
    put: dict[str, Entries] = {
        "file": {**signed, **{each.examined.path: _row(each, now) for each in sure}},
        "examined": _Made(lambda: ((each.examined.path, each.examined.as_json()) for each in sure)),
        "corpus": about,
    }
    for aspect in registry.aspects():
        if aspect.shared and not aspect.definitions:
            put[f"index {aspect.name}"] = _Made(partial(_index, aspect.name, kept, sure, replaced))
    delete = {"file": deleted, "examined": deleted}
    return cache.write(identity, put, delete=delete, base=kept.snapshot if kept else None)


class _Made:
    """Entries that are made when they are written: all at once would be large."""

    def __init__(self, make: Callable[[], Iterable[tuple[str, Any]]]) -> None:
        self._make = make

    def items(self) -> Iterable[tuple[str, Any]]:
        """The keys and their values."""
        return self._make()


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


def _index(
    aspect: str, kept: Kept | None, fresh: Sequence[FileExamined], replaced: set[str]
) -> Iterable[tuple[str, list[str]]]:
    """The keys of an aspect whose files have changed, each with the paths of all files that have it now."""
    rows: dict[str, list[str]] = {}
    old = (summary for path in replaced if kept and (summary := kept.summary(path)))
    for key in _keys(old, aspect) if kept else ():
        rows[key] = [path for path in kept.paths_with(aspect, key) if path not in replaced] if kept else []
    for each in fresh:
        for key in _keys([each.examined.summary] if each.examined.summary else [], aspect):
            if key not in rows:
                rows[key] = list(kept.paths_with(aspect, key)) if kept else []
            rows[key].append(each.examined.path)
    return rows.items()


def _keys(summaries: Iterable[Summary], aspect: str) -> dict[str, None]:
    return {key: None for summary in summaries for key, _ in summary.facts.get(aspect, ())}
