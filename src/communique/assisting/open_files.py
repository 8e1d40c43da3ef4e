"""The files that are open in an editor, as they are there, and the corpora around them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..corpus.corpus import Corpus
from ..diagnostics.report import Report
from ..files.paths import STDIN, from_here, place
from ..reading import Document, corpus_root, read_bytes, read_file
from ..validation import settings as project
from ..validation import suppressions
from ..validation.discovery import Gathered, corpora, is_left_out
from ..validation.engine import check, check_files, typed_corpus
from ..validation.examination import Examined, examine
from ..validation.examinations import RememberedExaminations
from ..validation.file_check import File, FileExamined
from ..validation.layers import LayeredSummaries, Layers
from ..validation.settings import Settings
from ..validation.summary import Summary


class Surroundings(NamedTuple):
    """A corpus as it is in the editor: what was found in each file, by its path from the current folder.

    ``corpus`` has the typed records, without those that have errors.
    """

    examined: Mapping[str, Examined]
    corpus: Corpus


class OpenFiles(RememberedExaminations):
    """Examines files as they are in the editor, or else on disk, and each only if it has changed."""

    def __init__(self) -> None:
        super().__init__(keep_records=True)
        self._contents: dict[Path, bytes] = {}
        self._names: set[str] = set()
        self._nameless: set[Path] = set()
        self._examined: dict[File, tuple[bytes, FileExamined]] = {}
        self._latest = Surroundings({}, Corpus(()))
        self._layers = Layers()

    def __contains__(self, path: Path) -> bool:
        return path in self._contents

    def put(self, path: Path, text: str, *, nameless: bool = False) -> None:
        """A file was opened or changed. A ``nameless`` one has no place on disk yet; the path only says whose it is."""
        self._contents[path] = text.encode("utf-8", "surrogatepass")
        self._names.add(path.name)
        if nameless:
            self._nameless.add(path)

    def drop(self, path: Path) -> None:
        """A file was closed."""
        self._contents.pop(path, None)
        self._nameless.discard(path)
        self._examined = {file: each for file, each in self._examined.items() if place(Path(file.path)) != path}

    def text(self, path: Path) -> str:
        """The text of a file as it is in the editor, or else on disk; empty if it cannot be read.

        A byte order mark is part of the text only if the editor says so.
        """
        if (content := self._contents.get(path)) is not None:
            return content.decode("utf-8", "surrogatepass")
        return read_file(path).text

    def content(self, path: Path) -> bytes:
        """The bytes of an open file."""
        return self._contents[path]

    def of(self, files: Iterable[File]) -> Iterator[FileExamined]:
        """What is found in each file, in their order."""
        listed = [(each, self._content(each.path)) for each in files]
        saved = super().of(each for each, content in listed if content is None)
        for each, content in listed:
            yield next(saved) if content is None else self._open(each, content)

    def _content(self, path: str) -> bytes | None:
        """The content of a file in the editor, by its path as text; None if it is not open."""
        # To make a place of every path of a corpus would take long.
        is_perhaps = os.path.basename(path) in self._names  # noqa: PTH119
        return self._contents.get(_place(path)) if is_perhaps else None

    def _open(self, file: File, content: bytes) -> FileExamined:
        before, found = self._examined.get(file, (b"", None))
        if found is None or before != content:
            found = FileExamined(examine(read_bytes(content, file.path), closely=file.closely))
            self._examined[file] = content, found
        return found

    def around(self, path: Path) -> Surroundings:
        """The corpus to which a file belongs, or would belong.

        Raises:
            communique.SettingsError: the settings of the project are invalid.
        """
        files = self._gathered(path, project.find(path.parent))
        found = zip(files.files, self.of(files.files), strict=True)
        examined = {file.path: each.examined for file, each in found}
        known = self._latest.examined
        if examined.keys() != known.keys() or any(known[path] is not each for path, each in examined.items()):
            self._latest = Surroundings(examined, typed_corpus(examined.values()))
        return self._latest

    def check(self, path: Path) -> dict[Path, Report]:
        """A report on every open file of the corpus, as ``communique validate`` finds it: they depend on each other.

        Files that are excluded, and those of other programs, have no findings.

        Raises:
            communique.SettingsError: the settings of the project are invalid.
        """
        settings = project.find(path.parent)
        if path in self._nameless:
            document = read_bytes(self._contents[path], STDIN)
            return {path: suppressions.apply(check([document]), settings, date.today())}
        files = self._gathered(path, settings)
        found = check_files(files, examinations=self, summaries=self._summaries)
        report = suppressions.apply(found, settings, date.today())
        return {each: self._part(report, each, settings) for each in map(_place, sorted(files.asked))}

    def _summaries(self, summaries: Iterable[Summary]) -> LayeredSummaries:
        return self._layers.of(summaries, is_changing=lambda path: self._content(path) is not None)

    def _part(self, report: Report, path: Path, settings: Settings) -> Report:
        """The report on one of the files."""
        known = (each.examined for file, (_, each) in self._examined.items() if place(Path(file.path)) == path)
        is_ours = any(each.summary for each in known) and not is_left_out(path, settings)
        own = (each for each in report.findings if is_ours and _place(each.path) == path)
        return report._replace(findings=tuple(own))

    def _gathered(self, path: Path, settings: Settings) -> Gathered:
        """The files of the corpus of a path, of which the open ones are asked for."""
        root = corpus_root(path)
        named = self._contents.keys() - self._nameless
        mates = sorted(each for each in named if each == path or (root and corpus_root(each) == root))
        asked = [Path(from_here(each)) for each in mates or ([root] if root else [])]
        found = corpora(asked, settings)[0] if asked else Gathered(None, set(), [])
        return _Open(found, self._contents)


class _Open(Gathered):
    """Files that are read as they are in the editor."""

    def __init__(self, files: Gathered, contents: Mapping[Path, bytes]) -> None:
        super().__init__(files.root, files.asked, files.files)
        self._contents = contents

    def read(self, path: str) -> Document:
        """Read a file of the corpus, by its path as text."""
        content = self._contents.get(_place(path))
        return super().read(path) if content is None else read_bytes(content, path)


def _place(path: str) -> Path:
    return place(Path(path))
