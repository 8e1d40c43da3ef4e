"""What a developer imports: validate, load, export. The command line calls the same functions."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from . import excepting, exporting
from .checking import PassageCount, Report, check, shape_errors
from .corpus import Corpus, Entry, definitions
from .findings import Finding
from .migrating import InexpressibleError, migrated
from .models import Announcement
from .reading import Document, corpus_root, place, read_bytes, read_file, record_files
from .settings import Settings
from .texts import Texts

StrPath = str | os.PathLike[str]
Watch = Callable[[Sequence[tuple[Path, Path]]], Iterable[tuple[Path, Path]]]
"""Gives back, one by one, the files it is given, each with the folder that it must lie in."""

STDIN = "<stdin>"


class InvalidCorpusError(Exception):
    """The corpus has errors. ``findings`` has all of them, and the warnings.

    ``troubles`` are errors of communique itself, for want of which nobody can say that the corpus is valid.
    """

    def __init__(self, findings: Sequence[Finding], troubles: Sequence[str] = ()) -> None:
        self.findings = tuple(findings)
        self.troubles = tuple(troubles)
        errors = [finding for finding in findings if finding.severity == "error"]
        lines = [f"{f.path}:{f.line}:{f.column}: {f.code} {f.message}" for f in errors[:5]]
        more = [f"... and {len(errors) - 5} more"] if len(errors) > 5 else []
        more += [f"communique failed while {trouble}" for trouble in self.troubles[:5]]
        super().__init__("\n".join([f"{len(errors)} error(s) in the corpus", *lines, *more]))


def validate(path: StrPath | Iterable[StrPath], *, sources: StrPath | None = None) -> list[Finding]:
    """Check a file, a folder, or several, and give everything that was found, in the order of the files.

    References are resolved against the whole corpus that a path belongs to: the nearest folder at or above it with a
    dataset record. ``sources`` is a folder of source texts, against which passages are re-checked.

    Raises:
        FileNotFoundError: a path does not exist.
    """
    return list(inspect(path, sources=sources).findings)


def load(path: StrPath = "records") -> Corpus:
    """Read a corpus of typed records from a folder or a file.

    Of a file inside a larger corpus you get its record and all registries.

    Raises:
        FileNotFoundError: the path does not exist.
        InvalidCorpusError: the corpus has errors; the exception carries all findings.
    """
    return load_report(path).corpus


def load_report(path: StrPath | Iterable[StrPath], *, settings: Settings | None = None) -> Report:
    """Like `load`, for several paths, with everything else that checking found. ``settings`` may grant exceptions.

    Raises:
        FileNotFoundError: a path does not exist.
        InvalidCorpusError: the corpus has errors.
    """
    paths = _paths(path)
    reports = [check(documents) for _, documents in _corpora(paths)]
    report = excepting.apply(merge(reports), settings or Settings(), date.today())
    if report.failed or report.troubles:
        raise InvalidCorpusError(report.findings, report.troubles)
    asked = {file.resolve() for each in paths for file in record_files(each)}
    return replace(report, corpus=_select(report.corpus, asked))


def export(corpus: Corpus, format: str | Iterable[str], to: StrPath, *, embed: bool = False) -> list[str]:
    """Write a corpus as ``json``, ``jsonl`` or ``csv`` (or several) into the folder ``to``, whole or not at all.

    Raises:
        communique.ExportError: the format is not known, or the folder cannot be written; it is as it was before.
    """
    formats = [format] if isinstance(format, str) else list(format)
    return exporting.export(corpus, formats, Path(to), embed=embed)


def inspect(
    path: StrPath | Iterable[StrPath],
    *,
    sources: StrPath | None = None,
    settings: Settings | None = None,
    watch: Watch = iter,
) -> Report:
    """Like `validate`, with what else there is to say: the corpus, and how many files and passages were checked.

    ``settings`` may choose rules and grant exceptions; without them every rule counts. ``watch`` is given the files of
    each corpus and gives them back one by one, so that it can tell how far things are.
    """
    texts = Texts.from_folder(Path(sources)) if sources is not None else None
    report = merge([check(documents, asked, texts) for asked, documents in _corpora(_paths(path), watch)])
    return excepting.apply(report, settings or Settings(), date.today())


def inspect_content(
    content: bytes, name: str | None = None, *, sources: StrPath | None = None, settings: Settings | None = None
) -> Report:
    """Like `inspect`, for content that is in no file yet, such as what an editor holds.

    With a ``name`` it is judged as that file, in the corpus that the file belongs to or would belong to, in the place
    of what the file holds now.
    """
    documents = [read_bytes(content, name or STDIN)]
    if name and (root := corpus_root(Path(name))):
        others = (file for file in record_files(root) if file != place(Path(name)))
        documents += [read_file(Path(os.path.relpath(file)), root) for file in others]
    texts = Texts.from_folder(Path(sources)) if sources is not None else None
    report = check(documents, {name or STDIN}, texts)
    return excepting.apply(report, settings or Settings(), date.today())


def holder(id: str, path: StrPath) -> str | None:
    """The file that defines the id, in the corpus that ``path`` belongs to or would belong to; None if none does.

    An id that was merged into another is taken as well.
    """
    root = corpus_root(Path(path))
    for file in record_files(root) if root else ():
        data = read_file(file, root or file.parent).data
        if any(definition.id == id for definition in definitions(str(file), data)):
            return os.path.relpath(file)
    return None


def migrate(content: bytes, to: str) -> bytes:
    """A valid record's file in another schema version; only what the versions write differently is changed.

    Raises:
        communique.migrating.InexpressibleError: the other version cannot say what the record says; or the record is
            written so that it cannot be changed without touching more.
    """
    result = migrated(content, to)
    for error in shape_errors(read_bytes(result, "record")):
        raise InexpressibleError(f"schema {to} cannot say what {error.pointer or 'it'} says: {error.message}")
    return result


def merge(reports: Sequence[Report]) -> Report:
    """Several corpora's reports as one."""
    if len(reports) == 1:
        return reports[0]
    entries = tuple(entry for report in reports for entry in report.corpus.entries)
    looked_for = [report.missing_texts for report in reports if report.missing_texts is not None]
    return Report(
        tuple(finding for report in reports for finding in report.findings),
        Corpus(entries),
        tuple(path for report in reports for path in report.paths),
        sum((report.passages for report in reports), PassageCount()),
        {path: text for report in reports for path, text in report.texts.items()},
        tuple(trouble for report in reports for trouble in report.troubles),
        {path: id for report in reports for path, id in report.ids.items()},
        tuple(id for missing in looked_for for id in missing) if looked_for else None,
        sum(report.unjudged for report in reports),
    )


def _paths(path: StrPath | Iterable[StrPath]) -> list[Path]:
    given = [path] if isinstance(path, str | os.PathLike) else list(path)
    paths = [Path(each) for each in given]
    for each in paths:
        if not each.exists() and not each.is_symlink():
            raise FileNotFoundError(f"{each} does not exist")
    return paths


def _corpora(paths: Sequence[Path], watch: Watch = iter) -> list[tuple[set[str], list[Document]]]:
    """The documents of each corpus that the paths belong to, with the names of those that were asked for."""
    groups: dict[Path | None, list[Path]] = defaultdict(list)
    for path in paths:
        groups[corpus_root(path)].append(path)
    return [_corpus(root, members, watch) for root, members in groups.items()]


def _corpus(root: Path | None, paths: Sequence[Path], watch: Watch) -> tuple[set[str], list[Document]]:
    """Files are known by the name under which they were asked for; the others by their path from here."""
    asked = {place(file): (file, path) for path in paths for file in record_files(path)}
    within = [(file, path if path.is_dir() else path.parent) for file, path in asked.values()]
    if root:
        within += [(Path(os.path.relpath(file)), root) for file in record_files(root) if file not in asked]
    documents = [read_file(file, folder) for file, folder in watch(within)]
    return {str(file) for file, _ in asked.values()}, documents


def _select(corpus: Corpus, asked: set[Path]) -> Corpus:
    def wanted(entry: Entry) -> bool:
        return not isinstance(entry.record, Announcement) or Path(entry.path).resolve() in asked

    return replace(corpus, entries=tuple(filter(wanted, corpus.entries)))
