"""The secret that makes a cache believable: it is the user's, and lies outside every project.

Whoever sends a project, with a cache in it, does not know the secret, so nothing in that cache is believed.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from ..files.atomic_write import PRIVATE, WriteError, create_file, replace_private
from ..files.paths import work_trees
from ..files.regular_file import open_regular

VARIABLE = "COMMUNIQUE_CACHE_SECRET"
"""The environment variable that holds a secret for machines that keep caches, but not the home of their user."""
LEAST_CHARACTERS = 32
"""A shorter secret in the variable could be guessed."""

_BYTES = 32
_FILE = Path("communique", "secret")


def find_secret(project: Path) -> bytes | None:
    """The secret, which is created when it is needed first. None if there is no place for it outside the project."""
    given = os.environ.get(VARIABLE)
    if given:
        return _derived(given)
    folder = _user_cache()
    if folder is None:
        return None
    path = folder / _FILE
    try:
        return None if _came_with(project, path) else _read(path) or _create(path)
    except (OSError, ValueError, RuntimeError):
        return None


def _came_with(project: Path, path: Path) -> bool:
    """Whether the path is in the project or in its git work tree: the folder for caches can be set to be there."""
    here = project.resolve()
    return any(path.resolve().is_relative_to(each) for each in (here, *work_trees(here)[:1]))


def _derived(given: str) -> bytes | None:
    if len(given) < LEAST_CHARACTERS:
        return None
    return hashlib.blake2b(given.encode("utf-8", "surrogateescape"), digest_size=_BYTES).digest()


def _user_cache() -> Path | None:
    """The folder for what programs keep for the user; None if the system does not name one."""
    home = os.path.expanduser("~")  # noqa: PTH111  Path.home raises if there is none
    if sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or "")
    elif sys.platform == "darwin":
        folder = Path(home, "Library", "Caches")
    else:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or "")
        folder = folder if folder.is_absolute() else Path(home, ".cache")
    return folder if folder.is_absolute() else None


def _read(path: Path) -> bytes | None:
    """The secret in the file; None if there is none, or somebody else could know it."""
    try:
        with os.fdopen(open_regular(path, follow=False), "rb") as file:
            is_private = os.name != "posix" or not stat.S_IMODE(os.fstat(file.fileno()).st_mode) & ~PRIVATE
            content = file.read(_BYTES + 1)
    except OSError:
        return None
    return content if is_private and len(content) == _BYTES else None


def _create(path: Path) -> bytes | None:
    """Create the file, in the place of one that is no secret. If another run was faster, its secret is the one."""
    fresh = os.urandom(_BYTES)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(WriteError):
        try:
            create_file(path, fresh, mode=PRIVATE)
        except FileExistsError:
            if _read(path) is None:
                replace_private(path, lambda file: file.write(fresh))
    return _read(path)
