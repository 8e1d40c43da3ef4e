"""Writes records that were read back as files of YAML, all of them or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..authoring.template import place
from ..editing.value_text import Writing, entry, key_text
from ..errors import reason
from ..files.atomic_write import WriteError
from ..files.file_tree import write_tree
from ..files.portable_names import refused_by_windows
from ..models import is_id
from ..reading.record_files import DATASET_NAMES
from .gathering import ImportedRecord
from .reader import ImportFailedError

_REGISTRIES = Path("registry")
_YAML = Writing()


def write_records(records: Sequence[ImportedRecord], to: Path) -> list[str]:
    """Write each record to a file of its own below a folder, which is new or empty; returns their paths in it.

    Raises:
        ImportFailedError: a record has no id that can be the name of a file, or two have the same.
        WriteError: the folder is not empty, or cannot be written. Nothing was written.
    """
    if to.is_symlink() or (to.exists() and (not to.is_dir() or any(to.iterdir()))):
        raise WriteError(f"{to} is not empty; choose an empty or new folder")
    files = dict[str, bytes]()
    for record in records:
        path = _path(record).as_posix()
        if path in files:
            raise ImportFailedError(f"two records belong in {path}")
        files[path] = record_text(record.data).encode("utf-8")
    _write(files, to)
    return sorted(files)


def record_text(data: dict[str, Any]) -> str:
    """A record as YAML.

    >>> print(record_text({"kind": "registry", "id": "no", "sources": [{"id": "gazette", "type": "official"}]}))
    kind: registry
    id: 'no'
    <BLANKLINE>
    sources:
    - {id: gazette, type: official}
    <BLANKLINE>
    """
    return "\n".join([*_lines(data), ""])


def _lines(data: dict[str, Any]) -> Iterator[str]:
    """The lines of a record; what takes several is apart from the rest."""
    was_long = False
    for number, (key, value) in enumerate(data.items()):
        is_list = isinstance(value, list) and any(isinstance(each, dict) for each in value)
        lines = entry(key_text(key, _YAML, flow=False), value, 0, _YAML, brackets=False if is_list else None)
        is_long = len(lines) > 1
        if number and (is_long or was_long):
            yield ""
        yield from lines
        was_long = is_long


def _path(record: ImportedRecord) -> Path:
    """The path of a record in its folder: of an announcement below its year, as for a new one."""
    if not is_id(record.id) or refused_by_windows(record.id):
        raise ImportFailedError(f"the {record.kind} {record.id!r} has no id that can be the name of a file")
    match record.kind:
        case "dataset":
            return Path(DATASET_NAMES[0])
        case "registry":
            return _REGISTRIES / f"{record.id}.yaml"
    return place(record.id, None, Path())


def _write(files: dict[str, bytes], to: Path) -> None:
    """Write all files beside the folder, and then move them into its place."""
    target = Path(os.path.abspath(to))  # noqa: PTH100 (symlinks are not resolved)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name[:100]}.", dir=target.parent))
        try:
            write_tree(fresh, files)
            fresh.chmod(0o777 & ~_mask())
            if target.exists():
                target.rmdir()  # fails if a file was put there since
            fresh.rename(target)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise WriteError(f"cannot write {to}: {reason(error)}; nothing was written") from error


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
