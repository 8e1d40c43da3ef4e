"""Records as they were in a revision of their git repository."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

from .edition import ReleaseError, working_folder, written_there

_PREFIX = "git:"


def revision_in(since: str) -> str | None:
    """The revision that an earlier version is named by; None if it is named by a path.

    >>> revision_in("git:v0.2.0"), revision_in("release")
    ('v0.2.0', None)
    """
    return since.removeprefix(_PREFIX) if since.startswith(_PREFIX) else None


@contextmanager
def checked_out(revision: str, paths: Sequence[Path]) -> Iterator[Path]:
    """A temporary folder with what the only folder of ``paths`` had in this revision.

    Raises:
        ReleaseError: there is no such revision, or not one folder.
    """
    if len(paths) != 1 or not paths[0].is_dir():
        raise ReleaseError(f"{_PREFIX}{revision} needs one folder of records, of which an earlier revision is read")
    with working_folder() as folder:
        with written_there(), ZipFile(io.BytesIO(_archive(revision, paths[0]))) as zip_file:
            zip_file.extractall(folder)
        yield folder


def _archive(revision: str, folder: Path) -> bytes:
    if not revision or revision.startswith("-"):  # git would take it for an option
        raise ReleaseError(f"{revision or _PREFIX} is not a revision")
    command = ["git", "-C", str(folder), "archive", "--format=zip", revision]
    try:
        return subprocess.run(command, check=True, capture_output=True).stdout
    except FileNotFoundError as error:
        raise ReleaseError(f"{_PREFIX}{revision} needs the program git") from error
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ReleaseError(f"cannot read {_PREFIX}{revision}: {why[-1] if why else 'git failed'}") from error
