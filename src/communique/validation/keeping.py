"""Keeps what a run found out for the next run, in the cache."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import ExitStack, suppress
from functools import partial
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

from ..caching.block import in_order
from ..caching.freshness import lasting_signature
from ..caching.snapshot_writer import InOrder
from . import registry
from .file_check import FileExamined
from .judgements import Judgements, add_judgements
from .kept import Kept, Row

if TYPE_CHECKING:
    from ..caching.cache import Cache
    from ..caching.snapshot_writer import Entries
    from .summary import Summary


def keep(
    cache: Cache,
    identity: str,
    kept: Kept | None,
    fresh: Mapping[str, FileExamined],
    gone: Set[str],
    judgements: Judgements | None,
    now: int,
) -> bool:
    """Write what holds now: what was kept, without the files in ``gone``, and the files that were examined afresh.

    Files are known by their names. A file with an internal error is not kept, so that it is examined again.
    ``judgements`` are those of a run over all files. ``now`` is the time at which the run began, in nanoseconds.

    Returns:
        Whether it was written.
    """
    sure = {name: each for name, each in fresh.items() if each.digest and not each.examined.internal_errors}
    known = kept.names if kept else set[str]()
    deleted = {*gone, *(fresh.keys() - sure.keys())} & known
    replaced = deleted | (sure.keys() & known)
    about: dict[str, Any] = {"unloaded": _unloaded(kept, sure, replaced)}
    rows = _rows(kept, sure, now)
    digests = {name: each.digest for name, each in sure.items()}
    put: dict[str, Entries] = {"file": rows, "digest": digests, "corpus": about}
    delete: dict[str, Iterable[str]] = dict.fromkeys(("file", "digest", "examined"), deleted)
    if judgements and len(sure) == len(fresh):
        about["judged"] = add_judgements(judgements, kept, rows, deleted, put, delete)
    elif fresh or gone:
        delete["corpus"] = ("judged",)
    try:
        keys = _KeysOnDisk()
    except OSError:
        return False
    # This is written before the indexes, and notes their keys.
    put["examined"] = InOrder(partial(_examined, sure, keys))
    put |= {f"index {name}": InOrder(partial(_index, name, kept, keys, replaced)) for name in keys.aspects}
    with keys, suppress(OSError):
        return cache.write(identity, put, delete=delete, base=kept.snapshot if kept else None)
    return False


def _rows(kept: Kept | None, sure: Mapping[str, FileExamined], now: int) -> dict[str, Row]:
    rows = {name: _row(each, now) for name, each in sure.items()}
    for name, status in kept.resigned.items() if kept else ():
        if kept and name not in rows:
            rows[name] = kept.row(name)._replace(signature=lasting_signature(status, now))
    return rows


def _row(each: FileExamined, now: int) -> Row:
    assert each.status
    return Row(lasting_signature(each.status, now), each.examined.id)


def _unloaded(kept: Kept | None, fresh: Mapping[str, FileExamined], replaced: Set[str]) -> dict[str, bool | None]:
    found = {name: state for name, state in kept.unloaded.items() if name not in replaced} if kept else {}
    for name, each in fresh.items():
        summary = each.examined.summary
        if summary is None or not summary.is_loaded:
            found[name] = summary.is_unread if summary else None
    return found


def _examined(fresh: Mapping[str, FileExamined], keys: _KeysOnDisk) -> Iterator[tuple[str, Any]]:
    """What was found in each file; its summary, which may be packed, is unpacked once, also for its keys."""
    for name in in_order(fresh):
        examined = fresh[name].examined
        if examined.summary:
            keys.note(name, examined.summary)
        yield name, examined.as_json()


def _index(aspect: str, kept: Kept | None, keys: _KeysOnDisk, replaced: Set[str]) -> Iterable[tuple[str, list[str]]]:
    """The keys of an aspect whose files have changed, each with the names of all files that have it now."""
    rows: dict[str, list[str]] = {}
    for name in replaced if kept else ():
        for key in _keys(kept.summary(name), aspect) if kept else ():
            if key not in rows:
                rows[key] = [each for each in kept.with_key(aspect, key) if each not in replaced] if kept else []
    for name, key in keys.of(aspect):
        if key not in rows:
            rows[key] = kept.with_key(aspect, key) if kept else []
        rows[key].append(name)
    return ((key, rows[key]) for key in in_order(rows))


class _KeysOnDisk:
    """The keys of the aspects with an index, each with the name of its file: too many to hold all of them."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._files = {
            name: self._open.enter_context(TemporaryFile("w+", encoding="ascii"))  # noqa: SIM115  the stack closes it
            for name in registry.indexed_aspects()
        }

    @property
    def aspects(self) -> Iterable[str]:
        """The names of the aspects with an index."""
        return self._files.keys()

    def note(self, name: str, summary: Summary) -> None:
        """Add the keys of a file."""
        for aspect, file in self._files.items():
            if keys := _keys(summary, aspect):
                file.write(json.dumps([name, *keys]) + "\n")

    def of(self, aspect: str) -> Iterator[tuple[str, str]]:
        """The name of a file and a key, for each key of the aspect."""
        file = self._files[aspect]
        file.seek(0)
        for line in file:
            name, *keys = json.loads(line)
            yield from ((name, key) for key in keys)

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None:
        self._open.close()


def _keys(summary: Summary | None, aspect: str) -> dict[str, None]:
    return dict.fromkeys(summary.keys(aspect)) if summary else {}
