"""The export of one version of the data, as it is compared with that of another."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from ..errors import CommuniqueError, reason
from ..exporting import Inventory, Things, WatchThings, pieces
from ..files.export_manifest import MANIFEST, manifest
from ..files.file_tree import write_pieces, write_tree
from ..files.temporary_folder import temporary_folder
from ..models import SCHEMA_VERSION
from ..reading.limits import MAX_BYTES
from .earlier_schema import converted

Json = dict[str, Any]

NEEDED = ("csv", "jsonl", "metadata")
"""The formats without which a later version cannot be compared with an edition."""

_DATASETS = "datasets"
_LONGEST_LINE = 10 * MAX_BYTES  # what a record leaves out is written out
_UNREADABLE = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What `zipfile` raises for a file that is damaged, encrypted or packed in an unknown way."""


class ReleaseError(CommuniqueError):
    """There is no release; nothing was written. The message says why, and what to do."""


class Edition:
    """An export in ``folder``, which may be in a zip file. ``name`` stands for it in messages.

    ``has_own_columns`` is false if an earlier version was exported just now: its columns are those of this program.
    """

    def __init__(self, folder: Traversable, name: str, *, has_own_columns: bool = True) -> None:
        self.folder, self.name, self.has_own_columns = folder, name, has_own_columns

    @cached_property
    def dataset(self) -> Json:
        """The dataset record.

        Raises:
            ReleaseError: there is none, or several.
        """
        found = list(self._read(_DATASETS))
        if len(found) != 1:
            raise ReleaseError(f"{self.name} has {len(found) or 'no'} dataset records; a release has exactly one")
        return found[0]

    @property
    def version(self) -> str:
        """The version of the data."""
        return str(self.dataset.get("version"))

    @property
    def last_revision(self) -> Json:
        """The last revision of the dataset record; empty if it has none."""
        revisions = self.dataset.get("revisions")
        return dict(revisions[-1]) if isinstance(revisions, list) and revisions else {}

    @property
    def schema_version(self) -> str:
        """The version of the schema in which everything was exported."""
        return str(self.dataset.get("schema_version"))

    def things(self, table: str) -> Iterator[Json]:
        """Everything with a row in this table, in the newest schema version, in the order of the ids.

        Raises:
            ReleaseError: the file is missing or damaged.
        """
        before, is_current = "", self.schema_version == SCHEMA_VERSION
        for thing in self._read(table):
            if thing["id"] <= before:
                raise ReleaseError(f"{self.name}: {_path(table)} is not in the order of the ids, as exports are")
            before = thing["id"]
            yield thing if is_current else self._converted(table, thing)

    def content(self, path: str) -> bytes | None:
        """A whole file of the export; None if there is none."""
        file = self.folder / path
        try:
            return file.read_bytes() if file.is_file() else None
        except OSError as error:
            raise ReleaseError(f"cannot read {path} in {self.name}: {reason(error)}") from error
        except _UNREADABLE as error:
            raise ReleaseError(f"cannot read {path} in {self.name}: {error}") from error

    def _converted(self, table: str, thing: Json) -> Json:
        try:
            return converted(table, thing, self.schema_version)
        except ValueError as error:
            raise ReleaseError(f"{self.name}: {_path(table)}: {thing['id']} {error}") from error

    def _read(self, table: str) -> Iterator[Json]:
        for number, line in enumerate(self._lines(table), start=1):
            try:
                thing = json.loads(line)
            except (ValueError, RecursionError):
                thing = None
            if not isinstance(thing, dict) or not isinstance(thing.get("id"), str):
                raise ReleaseError(f"{self.name}: {_path(table)}:{number}: expected a JSON object with an id")
            yield thing

    def _lines(self, table: str) -> Iterator[bytes]:
        file = self.folder / _path(table)
        if not file.is_file():
            raise ReleaseError(
                f"{self.name} has no file {_path(table)}; give the folder or the zip file of an earlier release, or "
                "the folder of its records"
            )
        try:
            with file.open("rb") as lines:
                while line := lines.readline(_LONGEST_LINE):
                    yield line
        except OSError as error:
            raise ReleaseError(f"cannot read {_path(table)} in {self.name}: {reason(error)}") from error
        except _UNREADABLE as error:
            raise ReleaseError(f"cannot read {_path(table)} in {self.name}: {error}") from error


def _path(table: str) -> str:
    return f"jsonl/{table}.jsonl"


class Staged(Edition):
    """An edition that was exported to the folder of temporary files, at ``path``, and what it has."""

    def __init__(self, path: Path, name: str, inventory: Inventory, *, has_own_columns: bool) -> None:
        super().__init__(path, name, has_own_columns=has_own_columns)
        self.path, self.inventory = path, inventory


@contextmanager
def staged(
    records: Things,
    formats: Iterable[str],
    name: str,
    *,
    has_own_columns: bool = True,
    watch: WatchThings | None = None,
) -> Iterator[Staged]:
    """The edition of records, which is removed afterwards.

    Raises:
        ExportError: a format cannot be written.
        ReleaseError: there is no room for it.
    """
    with working_folder() as folder:
        with written_there():
            written = write_pieces(folder, pieces(records, formats, inventory := Inventory(), watch=watch))
            write_tree(folder, {MANIFEST: manifest(written, inventory.facts)})
        yield Staged(folder, name, inventory, has_own_columns=has_own_columns)


@contextmanager
def working_folder() -> Iterator[Path]:
    """A temporary folder, which is removed afterwards.

    Raises:
        ReleaseError: it cannot be made.
    """
    with ExitStack() as stack:
        with written_there():
            folder = stack.enter_context(temporary_folder())
        yield folder


@contextmanager
def written_there() -> Iterator[None]:
    """Turns the refusal of the system to write a temporary file into an error that says so."""
    try:
        yield
    except OSError as error:
        raise ReleaseError(f"cannot write to the folder of temporary files: {reason(error)}") from error
