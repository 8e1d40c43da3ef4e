"""A new tracker: a folder with a dataset record, the schemas, and the settings of editors, git and CI."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from ..errors import CommuniqueError, reason
from ..files.atomic_write import WriteError, create_file
from ..files.paths import from_here
from ..models import SCHEMA_VERSION
from ..reading.record_files import corpus_root
from ..schemas import publication
from ..text.json_text import on_one_line

_FOLDER = "tracker_files"
PLACES = {
    "dataset.yaml": "records/dataset.yaml",
    "settings.json": ".vscode/settings.json",
    "records.yml": ".github/workflows/records.yml",
    "announcement.yml": ".github/ISSUE_TEMPLATE/announcement.yml",
    "communique.toml": "communique.toml",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
}
"""The files of this package that make a tracker, and where each goes."""

KEPT = frozenset({".gitattributes", ".gitignore"})
"""Files that many repositories have already; those are kept, and what they lack is given back."""


class TrackerError(CommuniqueError):
    """No tracker can begin in the folder; nothing was written."""


class About(NamedTuple):
    """What the dataset record says."""

    title: str
    creator: str
    licence: str
    today: date


class Begun(NamedTuple):
    """The names of the files that were written, and what to add by hand to files that were there."""

    written: tuple[str, ...]
    lacking: Mapping[str, tuple[str, ...]]


def begin(folder: Path, about: About) -> Begun:
    """Write the files of a new tracker into a folder, which is made if it is missing.

    Raises:
        TrackerError: a file is there already, the folder belongs to a corpus, or a file cannot be written. No file is
            left then.
    """
    if (corpus := corpus_root(folder)) or (corpus := corpus_root(folder / "records")):
        raise TrackerError(f"{from_here(corpus)} already has a dataset record; nothing was written")
    contents = _contents(about)
    present = {name for name in contents if (folder / name).is_symlink() or (folder / name).exists()}
    if taken := sorted(present - KEPT):
        more = f" and {len(taken) - 1} more" if len(taken) > 1 else ""
        raise TrackerError(f"{folder / taken[0]}{more} already exists; nothing was written")
    lacking = {name: lines for name in sorted(present) if (lines := _lacking(folder / name, contents[name]))}
    new = {folder / name: content for name, content in contents.items() if name not in present}
    _write(new)
    return Begun(tuple(name for name in contents if name not in present), lacking)


def _contents(about: About) -> dict[str, bytes]:
    """Every file by its path below the folder."""
    made = {place: _filled(name, about) for name, place in PLACES.items()}
    return made | {f"schemas/{SCHEMA_VERSION}/{name}": content for name, content in publication.files().items()}


def dataset(about: About) -> bytes:
    """The text of the dataset record."""
    return _filled("dataset.yaml", about)


def _filled(name: str, about: About) -> bytes:
    text = (files(__package__) / _FOLDER / name).read_text(encoding="utf-8")
    texts = {each: on_one_line(getattr(about, each)) for each in ("title", "creator", "licence")}
    values = {"version": SCHEMA_VERSION, "today": about.today.isoformat(), **texts}
    return re.sub(r"<<(\w+)>>", lambda match: values[match[1]], text).encode()


def _lacking(path: Path, content: bytes) -> tuple[str, ...]:
    """The lines that a file should have and has not."""
    try:
        present = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        raise TrackerError(f"cannot read {path}: {reason(error)}; nothing was written") from error
    return tuple(line for line in content.decode().splitlines() if line[:1] != "#" and line not in present)


def _write(contents: Mapping[Path, bytes]) -> None:
    """Write all files, or leave neither files nor folders."""
    done: list[Path] = []
    folders: list[Path] = []
    try:
        for path, content in contents.items():
            folders += _made(path.parent)
            create_file(path, content)
            done.append(path)
    except BaseException as error:
        for path in done:
            path.unlink(missing_ok=True)
        for folder in reversed(folders):
            with suppress(OSError):  # somebody else has put a file into it
                folder.rmdir()
        if isinstance(error, OSError):
            raise TrackerError(f"cannot write {error.filename}: {reason(error)}; nothing was written") from error
        if isinstance(error, WriteError):
            raise TrackerError(f"{error}; nothing was written") from error
        raise


def _made(folder: Path) -> list[Path]:
    """Make a folder and those above it; those that are new, the outermost first."""
    new = [each for each in (folder, *folder.parents) if not each.exists()][::-1]
    for each in new:
        each.mkdir()
    return new
