"""Waits for changes of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..errors import CommuniqueError, reason
from .paths import place

Changed = frozenset[Path]

_LOOK_EVERY = 1_000  # milliseconds, for what the system does not report


class WatchError(CommuniqueError):
    """Files cannot be watched; the message says why."""


def file_changes(folders: Sequence[Path], files: Sequence[Path] = ()) -> Iterator[Changed]:
    """Yield the paths that changed, again and again, each set a moment after the last change.

    ``folders`` are watched with all below them, but hidden files and folders. A path has changed if it was created,
    written, renamed or deleted. ``files`` are single files, which need not exist. The first set comes after a second at
    most, and may be empty: something may have changed before it was watched.

    Raises:
        WatchError: the package watchfiles is not installed, or the system refuses.
    """
    try:
        import watchfiles  # noqa: F401  # here, because it is an extra
    except ImportError as error:
        raise WatchError("--watch needs the package watchfiles: pip install 'communique[watch]'") from error
    return _changes(list(_outermost(folders)), files)


def _outermost(folders: Iterable[Path]) -> Iterator[Path]:
    """The folders without those inside others."""
    places = {place(folder) for folder in folders}
    yield from sorted(folder for folder in places if places.isdisjoint(folder.parents))


def _changes(tops: Sequence[Path], files: Sequence[Path]) -> Iterator[Changed]:
    while True:
        try:
            yield from _until_replaced(tops, files)
        except OSError as error:
            raise WatchError(f"cannot watch for changes: {reason(error)}") from error


def _until_replaced(tops: Sequence[Path], files: Sequence[Path]) -> Iterator[Changed]:
    """The changes, until there is another folder in the place of one, of which the system would report nothing."""
    from watchfiles import Change, watch

    folders, single = _identities(tops), _states(files)
    is_first, is_replaced = True, False
    for found in watch(*tops, watch_filter=None, yield_on_timeout=True, rust_timeout=_LOOK_EVERY):
        before, single = single, _states(files)
        changed = {Path(path) for _, path in found if not _is_hidden(Path(path), tops)}
        changed |= {path for path, state in single.items() if before[path] != state}
        if changed or is_first:
            yield frozenset(changed)
        now, is_first = _identities(tops), False
        deleted = {Path(path) for change, path in found if change is Change.deleted}
        is_replaced = is_replaced or now != folders or not deleted.isdisjoint(tops)
        if is_replaced and None not in now:
            return


def _is_hidden(path: Path, tops: Iterable[Path]) -> bool:
    usual = {part for top in tops for part in top.parts}
    return any(part.startswith(".") and part not in usual for part in path.parts)


def _identities(folders: Sequence[Path]) -> list[tuple[int, int] | None]:
    states = _states(folders)
    return [state and state[:2] for state in states.values()]


def _states(paths: Iterable[Path]) -> dict[Path, tuple[int, int, int, int, int] | None]:
    """What the system says of each path: device, inode, size and times; None if it is not there."""
    found: dict[Path, tuple[int, int, int, int, int] | None] = {}
    for path in paths:
        try:
            status = path.stat()
            found[path] = status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
        except OSError:
            found[path] = None
    return found
