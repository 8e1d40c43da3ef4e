"""The files that are open in an editor, as they are there, and the corpora around them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from ..diagnostics.report import Report
from ..files.paths import STDIN, from_here, place
from ..reading import Document, corpus_root, read_bytes, read_file
from ..validation import settings as project
from ..validation import suppressions
from ..validation.discovery import Gathered, corpora, is_left_out
from ..validation.engine import check, check_among
from ..validation.examination import Examined, examine
from ..validation.examinations import RememberedExaminations
from ..validation.file_check import File
from ..validation.layers import Layer
from ..validation.settings import Settings
from .aids import Aids, LoadedAids
from .surroundings import Resting, Surroundings


class OpenFiles:
    """Examines files as they are in the editor, or else on disk, and each only if it has changed.

    The disk is looked at again only after `look_again`, so that what a key costs does not depend on the corpus.
    """

    def __init__(self) -> None:
        self._contents: dict[Path, bytes] = {}
        self._names: set[str] = set()
        self._nameless: set[Path] = set()
        self._examined: dict[File, tuple[bytes, Examined]] = {}
        self._saved = RememberedExaminations(keep_records=True)
        self._layers: dict[Path | None, Layer] = {}
        self._resting: dict[Path | None, tuple[object, Resting]] = {}
        self._is_stale: set[Path | None] = set()
        self._latest: Surroundings | None = None
        self._aids, self._loaded_aids = Aids(), LoadedAids(Aids())
        self._are_aids_stale = False

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
        self._examined = {file: each for file, each in self._examined.items() if _place(file.path) != path}

    def look_again(self, aids: Aids | None = None) -> None:
        """Something on disk may have changed; or these are the aids from now on."""
        self._aids = self._aids if aids is None else aids
        self._are_aids_stale = True
        self._is_stale = {*self._resting}

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

    def around(self, path: Path) -> Surroundings:
        """The corpus to which a file belongs, or would belong.

        Raises:
            communique.SettingsError: the settings of the project are invalid.
        """
        resting = self._at_rest(path, project.find(path.parent))
        open_ = {file.path: self._open(file) for file in resting.open}
        last = self._latest
        is_same = last and last.resting is resting and last.open.keys() == open_.keys()
        if not (last and is_same and all(last.open[name] is each for name, each in open_.items())):
            last = self._latest = Surroundings(resting, open_)
        return last

    def check(self, path: Path) -> dict[Path, Report]:
        """A report on every open file of the corpus, as ``communique validate`` finds it: they depend on each other.

        Files that are excluded, and those of other programs, have no findings. With a baseline, its findings are left
        out.

        Raises:
            communique.SettingsError: the settings of the project are invalid.
            communique.assisting.aids.AidsError: those of the editor are.
            communique.validation.baseline.BaselineError: the baseline cannot be read.
        """
        settings, aids, today = project.find(path.parent), self._present_aids(), date.today()
        if path in self._nameless:
            document = read_bytes(self._contents[path], STDIN)
            return {path: suppressions.apply(check([document], texts=aids.texts), settings, today)}
        resting = self._at_rest(path, settings)
        open_ = {file.path: self._open(file) for file in resting.open}
        ours = [each for each in open_.values() if each.summary or each.path in resting.files.asked]
        documents = _Open(resting.files, self._contents).read
        found = check_among(ours, resting.index, documents, aids.texts, today)
        found = found._replace(internal_errors=(*found.internal_errors, *resting.internal_errors))
        report = aids.without_known(suppressions.apply(found, settings, today))
        return {_place(name): self._part(report, each, settings) for name, each in sorted(open_.items())}

    def _part(self, report: Report, examined: Examined, settings: Settings) -> Report:
        """The report on one of the files."""
        is_ours = examined.summary and not is_left_out(_place(examined.path), settings)
        own = (each for each in report.findings if is_ours and each.path == examined.path)
        return report._replace(findings=tuple(own))

    def _present_aids(self) -> LoadedAids:
        if self._are_aids_stale:
            self._loaded_aids = LoadedAids(self._aids)
            self._are_aids_stale = False
        return self._loaded_aids

    def _at_rest(self, path: Path, settings: Settings) -> Resting:
        """The files of the corpus of a path, as they were when somebody last looked at the disk."""
        root = corpus_root(path)
        own = root or path
        mates = frozenset(self._mates(path, root))
        key = mates, settings, os.getcwd()  # noqa: PTH109  often
        before, resting = self._resting.get(own, (None, None))
        if resting is None or before != key or own in self._is_stale:
            resting = self._renewed(resting, own, self._gathered(root, mates, settings))
            self._resting[own] = key, resting
            self._is_stale.discard(own)
        return resting

    def _renewed(self, before: Resting | None, own: Path, files: Gathered) -> Resting:
        """The files as they are now; if nothing has changed, the same object as before."""
        open_ = tuple(each for each in files.files if self._content(each.path) is not None)
        are_open = {*open_}
        saved = [each for each in files.files if each not in are_open]
        found = (each.examined for each in self._saved.of(saved))
        examined = dict[str, Examined]()
        summaries = (each.summary for each in _noted(found, examined) if each.summary)
        index = self._layers.setdefault(own, Layer()).of(summaries)
        is_same = (
            before and before.open == open_ and before.index is index and before.examined.keys() == examined.keys()
        )
        if before and is_same and all(before.examined[path] is each for path, each in examined.items()):
            return before
        return Resting(files, open_, examined, index)

    def _mates(self, path: Path, root: Path | None) -> Iterable[Path]:
        """The open files of the corpus of a path, and the path itself, if it is open."""
        named = self._contents.keys() - self._nameless
        return (each for each in named if each == path or (root and corpus_root(each) == root))

    def _gathered(self, root: Path | None, mates: Iterable[Path], settings: Settings) -> Gathered:
        """The files of a corpus, of which the open ones are asked for."""
        asked = [Path(from_here(each)) for each in sorted(mates) or ([root] if root else [])]
        return corpora(asked, settings)[0] if asked else Gathered(None, set(), [])

    def _content(self, path: str) -> bytes | None:
        """The content of a file in the editor, by its path as text; None if it is not open."""
        # To make a place of every path of a corpus would take long.
        is_perhaps = os.path.basename(path) in self._names  # noqa: PTH119
        return self._contents.get(_place(path)) if is_perhaps else None

    def _open(self, file: File) -> Examined:
        content = self._contents[_place(file.path)]
        before, found = self._examined.get(file, (b"", None))
        if found is None or before != content:
            found = examine(read_bytes(content, file.path), closely=file.closely)
            self._examined[file] = content, found
        return found


class _Open(Gathered):
    """Files that are read as they are in the editor."""

    def __init__(self, files: Gathered, contents: Mapping[Path, bytes]) -> None:
        super().__init__(files.root, files.asked, files.files)
        self._files, self._contents = files, contents

    def read(self, path: str) -> Document:
        """Read a file of the corpus, by its path as text."""
        content = self._contents.get(_place(path))
        return self._files.read(path) if content is None else read_bytes(content, path)


def _noted(found: Iterable[Examined], to: dict[str, Examined]) -> Iterable[Examined]:
    """What was found in each file, which is also added to the dictionary: so that each is packed before the next."""
    for each in found:
        to[each.path] = each
        yield each


def _place(path: str) -> Path:
    return place(Path(path))
