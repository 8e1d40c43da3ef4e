"""From documents or files to a report: each is examined by itself, then judged by the facts of all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..corpus.corpus import Corpus, Entry
from ..diagnostics.report import Report
from ..reading import Document
from ..text.source_text import Texts
from .assessment import Judge, assess
from .discovery import Gathered, Watch
from .examination import Examined, examine
from .examinations import Examinations
from .judgement import Documents
from .layers import LayeredSummaries
from .summaries import KnownSummaries, corpus_order

if TYPE_CHECKING:
    from ..caching.cache import Cache
    from .judgement import Documents

_LATELY_READ = 32  # documents that are kept because more findings are probably in them


class Checked(NamedTuple):
    """A corpus that was checked, and the report."""

    corpus: Corpus
    report: Report


def check(
    documents: Sequence[Document],
    asked: Collection[str] | None = None,
    texts: Texts | None = None,
    today: date | None = None,
) -> Report:
    """The report of `check_corpus`."""
    return check_corpus(documents, asked, texts, today).report


def check_corpus(
    documents: Sequence[Document],
    asked: Collection[str] | None = None,
    texts: Texts | None = None,
    today: date | None = None,
) -> Checked:
    """Check the documents of one corpus, as of ``today``; report on those whose paths are in ``asked``.

    By default all documents are reported, and today is the current date. The findings of a file do not depend on which
    other files are in ``asked`` or on the order of the documents, and checking them again gives the same.
    """
    wanted = {document.path for document in documents} if asked is None else set(asked)
    examined = [examine(document, closely=document.path in wanted) for document in documents]
    known = {document.path: document for document in documents}
    judge = Judge(_summaries(examined), known.__getitem__, texts, today or date.today())
    return Checked(typed_corpus(examined), assess(examined, wanted, judge))


def check_in_turn(paths: Iterable[str], read: Documents, asked: Collection[str]) -> Report:
    """The report of `check` for documents that are read one after another, and forgotten: there may be very many."""
    examined: list[Examined] = []
    found = (examine(read(path), closely=path in asked)._replace(record=None) for path in paths)
    known = _summaries(_noted(found, examined))
    return assess(examined, asked, Judge(known, lru_cache(maxsize=_LATELY_READ)(read), None, date.today()))


def check_files(
    files: Gathered,
    texts: Texts | None = None,
    today: date | None = None,
    *,
    watch: Watch = iter,
    examinations: Examinations | None = None,
    cache: Cache | None = None,
) -> Report:
    """Check the files of one corpus and report on the requested ones.

    A file is forgotten as soon as its summary is made, and read again only if a finding has to be placed in it.
    ``examinations`` may use several processes, or know files from before. With a ``cache``, only files that have
    changed since an earlier check are read.
    """
    listed = watch(files.files)
    documents = lru_cache(maxsize=_LATELY_READ)(files.read)
    examinations, today = examinations or Examinations(), today or date.today()
    if cache:
        from .cached_check import CachedCheck

        return CachedCheck(cache, [*listed], files.asked, documents, texts, today).report(examinations)
    examined: list[Examined] = []
    noted = _noted(_records(files, (each.examined for each in examinations.of(listed))), examined)
    known = KnownSummaries(each.summary for each in noted if each.summary)
    return assess(examined, files.asked, Judge(known, documents, texts, today, jobs=examinations.jobs))


def check_among(
    changing: Sequence[Examined], resting: KnownSummaries, documents: Documents, texts: Texts | None, today: date
) -> Report:
    """Report on a few files that change from one check to the next, among others that do not.

    What it takes depends on the few, and not on how many the others are.
    """
    known = LayeredSummaries(resting, KnownSummaries(each.summary for each in changing if each.summary))
    return assess(changing, {each.path for each in changing}, Judge(known, documents, texts, today))


def load_files(files: Gathered, examinations: Examinations | None = None, *, watch: Watch = iter) -> Checked:
    """Check the whole corpus to which the files belong, and return its typed records too."""
    listed = (file._replace(closely=True) for file in watch(files.files))
    examinations = examinations or Examinations(keep_records=True)
    found = (each.examined for each in examinations.of(listed))
    examined: list[Examined] = []
    summaries = _summaries(_noted(_records(files, found), examined))
    documents, paths = lru_cache(maxsize=_LATELY_READ)(files.read), {each.path for each in examined}
    judge = Judge(summaries, documents, None, date.today(), jobs=examinations.jobs)
    report = assess(examined, paths, judge)
    judge.context.forget()
    return Checked(typed_corpus(examined), report)


def _records(files: Gathered, examined: Iterable[Examined]) -> Iterator[Examined]:
    """Without files of other programs, which a corpus may contain, unless they were asked for."""
    return (each for each in examined if each.summary or each.path in files.asked)


def _noted(examined: Iterable[Examined], to: list[Examined]) -> Iterator[Examined]:
    """What was found in each file, which is also added to the list: so that each is packed before the next is made."""
    for each in examined:
        to.append(each)
        yield each


def _summaries(examined: Iterable[Examined]) -> KnownSummaries:
    return KnownSummaries(each.summary for each in examined if each.summary)


def typed_corpus(examined: Iterable[Examined]) -> Corpus:
    """The typed records of files that were examined in this process."""
    ours = [(each.summary, each.record) for each in examined if each.summary]
    ours.sort(key=lambda each: corpus_order(each[0]))
    entries = tuple(Entry(summary.path, record) for summary, record in ours if record)
    unread = tuple(summary.path for summary, _ in ours if summary.is_unread)
    return Corpus(entries, complete=len(entries) == len(ours), unread=unread)
