"""The cache of a project: a folder with one snapshot for each identity."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from ..files.atomic_write import WriteError, create_file
from ..files.paths import is_missing
from .mac import Part, mac
from .pruning import SUFFIX, mark_used, prune
from .secret import find_secret
from .snapshot import Snapshot
from .snapshot_writer import Delete, Put, write_snapshot

FOLDER = ".communique_cache"

_MARKS = {
    ".gitignore": b"*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# A cache of communique; see https://bford.info/cachedir/\n",
}
"""So that git and backups leave the folder out."""


class Cache(NamedTuple):
    """The folder of a project's cache. It knows nothing of what is stored; an identity is any text."""

    folder: Path
    secret: bytes

    @classmethod
    def of(cls, project: Path) -> Self | None:
        """The cache in this folder, created if it does not exist; None if there cannot be one.

        A symlink in its place is not followed.
        """
        secret = find_secret(project)
        if secret is None:
            return None
        folder = project / FOLDER
        with suppress(OSError, ValueError):
            folder.mkdir(exist_ok=True)
            if not folder.is_symlink():
                _mark(folder)
                return cls(folder, secret)
        return None

    def open(self, identity: str) -> Snapshot | None:
        """The snapshot for this identity; None if there is none that can be believed."""
        path = self._path(identity)
        snapshot = Snapshot.open(path, identity, self.secret)
        if snapshot:
            mark_used(path)
        return snapshot

    def write(self, identity: str, put: Put, *, delete: Delete | None = None, base: Snapshot | None = None) -> bool:
        """Write the snapshot for this identity, as ``write_snapshot`` does, and delete those that nobody uses.

        Returns:
            Whether it was written.
        """
        path = self._path(identity)
        if not write_snapshot(path, identity, self.secret, put, delete=delete, base=base):
            return False
        prune(self.folder, newest=path)
        return True

    def now(self) -> int:
        """The time in nanoseconds since 1970, by the slower of our clock and the one that gives files their times.

        They may differ on a network drive.
        """
        ours = time.time_ns()
        try:
            os.utime(self.folder)
            return min(ours, self.folder.stat().st_mtime_ns)
        except OSError:
            return ours

    def _path(self, identity: str) -> Path:
        """A name of its own for each secret too, so that two users do not replace each other's files."""
        return self.folder / (mac(self.secret, Part.NAME, identity.encode("utf-8", "surrogatepass")) + SUFFIX)


def _mark(folder: Path) -> None:
    for name, content in _MARKS.items():
        if is_missing(folder / name):
            with suppress(FileExistsError, WriteError):
                create_file(folder / name, content)
