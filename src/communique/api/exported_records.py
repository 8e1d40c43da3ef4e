"""Records in an export, which are read back so that they can be checked like files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ..diagnostics.finding import Finding
from ..diagnostics.report import Report
from ..files.export_manifest import exported_files
from ..files.paths import is_folder, place, shown
from ..files.regular_file import read_regular
from ..models import is_id
from ..reading import Document, read_data
from ..reading.record_files import record_paths
from ..text.pointer import pointer_in
from ..text.source_text import Texts
from ..validation.engine import Checked, check_corpus

V = TypeVar("V")
_HEAD = 300
_OF_YAML = (".yaml", ".yml", "")


def is_export(path: Path) -> bool:
    """Whether a path is an export, or a file or folder in one: then it holds no record files.

    A folder of records with an export in it is none.
    """
    if is_folder(path):
        written = {file for folder in (place(path), *place(path).parents) for file in exported_files(folder)}
        if any(place(Path(file)) not in written for file in record_paths(path)):
            return False
    elif path.suffix.lower() in _OF_YAML or (path.suffix.lower() == ".json" and not _has_lists(path)):
        return False
    from .. import importing

    return importing.reader_of(path) is not None


def _has_lists(path: Path) -> bool:
    """Whether a JSON file may be that of an export: it begins with the dataset record."""
    try:
        return b'"dataset"' in read_regular(path, _HEAD)
    except OSError:
        return False


class ExportedRecords:
    """The records of an export as documents, each with a path of its own, and their places in the export."""

    def __init__(self, path: Path) -> None:
        """Read the export.

        Raises:
            communique.importing.ImportFailedError: it cannot be read.
        """
        from .. import importing

        self._imported = importing.read(path)
        names = (each.id if is_id(each.id) else str(number) for number, each in enumerate(self._imported.records))
        self._records = {
            f"{path}/{each.kind}/{name}": each for name, each in zip(names, self._imported.records, strict=True)
        }
        try:
            self.documents = [read_data(each.data, name) for name, each in self._records.items()]
        except ValueError as error:
            raise importing.ImportFailedError(f"{path} cannot be checked: {error}") from error

    def checked(self, texts: Texts | None = None) -> Checked:
        """The corpus of the records, and their report, in which the paths are those of the documents."""
        found = check_corpus(self.documents, texts=texts)
        findings = (*self._imported.findings, *found.report.findings)
        return found._replace(report=found.report._replace(findings=findings))

    def placed(self, report: Report) -> Report:
        """The report with the places in the export instead of those in the documents."""
        files = {each.origin(()).path.partition("#")[0]: None for each in self._records.values()}
        others = (path for path in report.paths if path not in self._records)
        return report._replace(
            findings=tuple(map(self.place, report.findings)),
            paths=(*others, *files),
            texts=_without(report.texts, self._records),
            ids=_without(report.ids, self._records),
            applied=_without(report.applied, self._records),
        )

    def place(self, finding: Finding) -> Finding:
        """The finding with its place in the export, where nothing can be fixed."""
        message = self._names.sub(self._elsewhere, finding.message)
        if finding.path not in self._records:
            return replace(finding, message=message)
        path, at = self._records[finding.path].origin(pointer_in(self._documents[finding.path].data, finding.pointer))
        return replace(finding, message=message, path=path, line=at.line, column=at.column, replacement="", advice=())

    def _elsewhere(self, match: re.Match[str]) -> str:
        """The place in the export for one that a message names."""
        path, line = self._by_name[match[1]], int(match[2])
        marks = self._documents[path].marks
        pointer = next((each for each, mark in marks.items() if mark.value.line == line), ())
        origin = self._records[path].origin(pointer)
        return f"({origin.path}:{origin.at.line})"

    @cached_property
    def _documents(self) -> Mapping[str, Document]:
        return {each.path: each for each in self.documents}

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """A place in one of the documents, as it stands in a message."""
        return re.compile(rf"\(({'|'.join(map(re.escape, self._by_name))}):(\d+)\)")

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """The paths of the documents, by the names that messages have for them."""
        return {name: path for path in self._records for name in (path, shown(path))}


def without_exports(paths: Iterable[Path]) -> tuple[list[Path], list[ExportedRecords]]:
    """The paths that are no exports, and the records of those that are."""
    found = [(path, is_export(path)) for path in paths]
    return [path for path, is_one in found if not is_one], [ExportedRecords(path) for path, is_one in found if is_one]


def _without(found: Mapping[str, V], paths: Mapping[str, object]) -> Mapping[str, V]:
    return {path: value for path, value in found.items() if path not in paths}
