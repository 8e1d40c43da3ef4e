"""The files that an import makes: all of them or none, and never over a file that is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..adding.insertion import InsertionError
from ..adding.newer_schema import in_a_version_that_takes_it
from ..authoring.confirmation import marked
from ..authoring.new_ids import free
from ..authoring.template import place
from ..editing import EditError, RecordText
from ..errors import reason
from ..files.atomic_write import WriteError, create_file, replace_files
from ..files.portable_names import refused_by_windows
from ..files.regular_file import read_regular
from ..importing.record_files import record_text
from ..models import SCHEMA_VERSION, Registry
from ..reading.limits import MAX_BYTES
from .taking import Taken

Contents = dict[Path, tuple[bytes, bytes]]
"""By its path, the content of a file before, empty if it is new, and after."""


def contents_of(taken: Taken, to: Path) -> Contents:
    """The contents of the files of what was taken in, below a folder.

    Raises:
        InsertionError: the registry of the sources cannot be edited.
        WriteError: a file of a draft is there already, or cannot have its name.
    """
    found: Contents = {}
    for each in taken.announcements:
        path = to / place(str(each["id"]), None, Path())
        if refused_by_windows(str(each["id"])) or path.exists() or path.is_symlink():
            raise WriteError(f"cannot write {path}: it is there already, or is no name for a file")
        found[path] = (b"", _with_marks(record_text(each)).encode("utf-8"))
    if taken.sources:
        path = _registry_path(taken, to)
        found[path] = _registry(taken, path)
    return {**found, **taken.changed}


def _with_marks(text: str) -> str:
    """A draft with the mark on each item that a person has to look at."""
    begin = ("title:", "types:", "- ")
    return "".join(f"{marked(line) if line.startswith(begin) else line}\n" for line in text.splitlines())


def _registry_path(taken: Taken, to: Path) -> Path:
    """The registry that an earlier run has made in the folder, or a new one whose id is free."""
    name = f"{taken.layout.namespace}-sources"
    there = sorted(path for path in to.glob(f"{name}*.yaml") if path.is_file())
    return there[0] if there else to / f"{free(name, taken.ids)}.yaml"


def _registry(taken: Taken, path: Path) -> tuple[bytes, bytes]:
    if not path.exists():
        namespace = taken.layout.namespace
        data: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": path.stem}
        data |= {"title": {"en": f"Sources from {taken.layout.title}"}, "sources": [*taken.sources]}
        if taken.kept:
            data["extensions"] = {namespace: dict(taken.kept)}
        return b"", record_text(data).encode("utf-8")
    try:
        before = read_regular(path, MAX_BYTES)
        return before, in_a_version_that_takes_it(before, str(path), lambda content: _extended(content, taken, path))
    except OSError as error:
        raise InsertionError(f"cannot read {path}: {reason(error)}") from error
    except EditError as error:
        raise InsertionError(f"{path}: {error}") from error


def _extended(content: bytes, taken: Taken, path: Path) -> bytes:
    """The content of the registry with the new sources, and with what of them no field takes."""
    file, namespace = RecordText(content, str(path)), taken.layout.namespace
    if not isinstance(file.data, dict) or file.data.get("kind") != "registry":
        raise InsertionError(f"{path} is no registry")
    _put(file, ("sources",), [*taken.sources])
    if taken.kept:
        _put(file, ("extensions", namespace), {**file.data.get("extensions", {}).get(namespace, {}), **taken.kept})
    return file.content()


def _put(file: RecordText, pointer: tuple[str, ...], value: Any) -> None:
    """Add items to a list, or put an object in the place of another one."""
    data, order = file.data, [*Registry.model_fields]
    if pointer[0] not in data:
        inner = value if len(pointer) == 1 else {pointer[1]: value}
        file.insert(pointer[:1], inner, order)
    elif isinstance(value, list):
        file.extend(pointer, value)
    elif pointer[-1] in data[pointer[0]]:
        file.replace(pointer, value)
    else:
        file.insert(pointer, value)


def write(contents: Contents, report: tuple[Path, bytes]) -> None:
    """Write all files, and the report; what is new is removed again if one cannot be written.

    Raises:
        WriteError: a file cannot be written. Nothing was changed.
    """
    new = {path: after for path, (before, after) in contents.items() if not before}
    made: list[Path] = []
    try:
        for path, after in new.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            create_file(path, after)
            made.append(path)
        changed = {path: each for path, each in contents.items() if each[0]}
        where, text = report
        if where.exists():
            changed[where] = (where.read_bytes(), text)
        else:
            where.parent.mkdir(parents=True, exist_ok=True)
            create_file(where, text)
            made.append(where)
        replace_files(changed)
    except (OSError, WriteError) as error:
        for path in made:
            path.unlink(missing_ok=True)
        why = f"cannot write {error.filename}: {reason(error)}" if isinstance(error, OSError) else str(error)
        raise WriteError(why) from error


def report_path(taken: Taken, to: Path, file: str, given: str) -> Path:
    """Where the report belongs: at the given path, or beside the records.

    Raises:
        WriteError: another file is there.
    """
    path = Path(given) if given else to / f"{Path(file).name or taken.layout.name}.import.txt"
    try:
        is_other = path.exists() and not read_regular(path, MAX_BYTES).startswith(b"Import of ")
    except OSError as error:
        raise WriteError(f"cannot read {path}: {reason(error)}") from error
    if is_other:
        raise WriteError(f"{path} is no report of an import; name another file with --report")
    return path
