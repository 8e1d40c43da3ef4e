"""Inserts definitions into the text of a file: in the layout of those that are there, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from .. import models
from ..editing import EditError, RecordText
from ..errors import CommuniqueError, reason
from ..files.regular_file import read_regular
from ..reading.limits import MAX_BYTES
from ..text.inflection import plural
from .newer_schema import in_a_version_that_takes_it

_RECORDS: dict[str, type[models.Model]] = {"announcement": models.Announcement, "registry": models.Registry}


class InsertionError(CommuniqueError):
    """Definitions cannot be inserted into the file; the message says why."""


def inserted(path: Path, kind: str, definitions: Sequence[dict[str, Any]], new: bytes = b"") -> tuple[bytes, bytes]:
    """The content of a file before and after the definitions are added to its list of that kind.

    If ``new`` is given, the file does not exist: it begins with that content, and before it is empty.

    The file is brought to the newest schema version if the one that it names cannot express them.

    Raises:
        InsertionError: the file cannot be read, is no announcement or registry, or cannot be edited.
    """
    with of_file(path):
        before = b"" if new else read_regular(path, MAX_BYTES)
        edit = partial(_with_definitions, path=str(path), name=plural(kind), definitions=definitions)
        return before, in_a_version_that_takes_it(new or before, str(path), edit)


def _with_definitions(content: bytes, path: str, name: str, definitions: Sequence[dict[str, Any]]) -> bytes:
    file = RecordText(content, path)
    model = _RECORDS.get(file.data.get("kind", "")) if isinstance(file.data, dict) else None
    if model is None:
        raise InsertionError(f"{path} is no announcement and no registry, so it has no {name}")
    if name not in file.data:
        file.insert((name,), [*definitions], [*model.model_fields])
    elif not isinstance(file.data[name], list):
        raise InsertionError(f"{path}: {name} is no list")
    else:
        file.extend((name,), definitions)
    return file.content()


@contextmanager
def of_file(path: Path) -> Iterator[None]:
    """Report what prevents the reading or the editing of a file as an InsertionError."""
    try:
        yield
    except OSError as error:
        raise InsertionError(f"cannot read {path}: {reason(error)}") from error
    except EditError as error:
        raise InsertionError(f"{path}: {error}") from error
